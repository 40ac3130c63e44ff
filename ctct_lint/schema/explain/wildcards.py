"""What wildcards let in: how it is checked, and what of it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.names import local_name
from ctct_lint.schema.typed.instance import of_any_type
from ctct_lint.schema.typed.xsi import names_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema


def wildcard_faults(
    match: Match, declaration: Element, schema: Schema
) -> Iterator[Fault]:
    """Yield a fault for each child that has to be known, and is not."""
    for child, term in match.matched:
        is_strict = isinstance(term, Wildcard) and term.process == "strict"
        if is_strict and _declared(child, schema) is None:
            at, name = name_of(child), local_name(child)
            yield Fault("unknown-element", at, name, declaration.local_name)


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
