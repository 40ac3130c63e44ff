"""What wildcards let in: how it is checked, and what of it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.explain.keeping import with_removal
from ctct_lint.schema.names import local_name
from ctct_lint.schema.typed.instance import of_any_type
from ctct_lint.schema.typed.xsi import names_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema

# How XSD writes that something is of no namespace.
NO_NAMESPACE = "##local"


def wildcard_faults(
    match: Match, declaration: Element, schema: Schema
) -> Iterator[Fault]:
    """Yield a fault for each child that has to be known, and is not."""
    for child, term in match.matched:
        is_strict = isinstance(term, Wildcard) and term.process == "strict"
        if is_strict and _declared(child, schema) is None:
            at, name = name_of(child), local_name(child)
            fault = Fault("unknown-element", at, name, declaration.local_name)
            yield with_removal(fault, child, schema)


def namespaces_let_in(wildcards: Iterable[Wildcard], name: str) -> str:
    """Return of which namespaces something may be that is refused for its own.

    name  of that in Clark notation

    It is `in` and those namespaces, or `not` and those of which it must not be, with
    `##local` for none; "" if they do not matter, or are not said in one way.
    """
    asked = [one._replace(names=()) for one in wildcards]
    is_refused = not any(one.matches(name) for one in asked)
    return namespaces_of(asked) if is_refused else ""


def namespaces_of(wildcards: Iterable[Wildcard]) -> str:
    """Return of which namespaces wildcards let something in, as written above."""
    asked = {one._replace(process="", names=()) for one in wildcards}
    if any(one.allowed is None for one in asked):
        first, *others = asked
        return "" if others else " ".join(("not", *_written(first.refused)))
    allowed = {uri for one in asked for uri in one.allowed or ()}
    return " ".join(("in", *_written(sorted(allowed)))) if allowed else ""


def _written(namespaces: Iterable[str]) -> Iterator[str]:
    return (uri or NO_NAMESPACE for uri in namespaces)


def let_in(
    child: _Element, wildcard: Wildcard, schema: Schema
) -> Iterator[tuple[_Element, Element]]:
    """Yield a child that a wildcard has let in, with what it is checked as.

    One that is not known may hold anything, of which the rest is checked that is known.
    """
    declared = None if wildcard.process == "skip" else _declared(child, schema)
    if declared is not None:
        yield child, declared
    elif wildcard.process == "lax":
        yield child, of_any_type(child, schema)


def _declared(element: _Element, schema: Schema) -> Element | None:
    """Return the global declaration of an element, or one with the type it names.

    With a type that is not known it is as one of any type: that is a fault.
    """
    known = schema.root(element.tag)
    if known is None and names_type(element):
        return of_any_type(element, schema)
    return known
