"""Why an element's attributes break the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_name, attribute_value, end_of, name_of
from ctct_lint.schema.explain.lacking_attributes import (
    find_instead,
    missing_attributes,
    names_let_in,
    with_prefix_of,
    written_attribute,
    written_names,
)
from ctct_lint.schema.explain.moved_values import text_for
from ctct_lint.schema.explain.wildcards import namespaces_let_in
from ctct_lint.schema.names import local_of
from ctct_lint.schema.typed.xsi import (
    ATTRIBUTES,
    is_strange,
    meant_attribute,
    without_prefix,
)
from ctct_lint.schema.values.facets import explain_fixed, explain_value
from ctct_lint.schema.values.prefixes import wrong_declaration
from ctct_lint.text.escapes import with_references
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.content import Wildcard
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse
    from ctct_lint.schema.matching.let_in import LetIn
    from ctct_lint.schema.schema import Schema
    from ctct_lint.text.candidates import Candidates

MOST = 1000
_NAMED_OTHERWISE = frozenset({"misspelt-attribute", "unknown-attribute"})


def explain_attributes(
    element: _Element, declaration: Element, schema: Schema, let_in: LetIn
) -> Iterator[Fault]:
    """Yield a fault for each attribute that is unknown, misspelt, wrong or missing.

    More than a thousand are one fault: lxml takes the square of their number. The
    declaration says what the element is meant as.
    """
    if element.keys():
        yield from _explained(element, declaration, schema, let_in)
    elif lacking := schema.required_attributes(declaration):
        yield missing_attributes(element, lacking, declaration, schema)


def has_right_attributes(
    element: _Element, declaration: Element, schema: Schema
) -> bool:
    """Tell whether an element has what attributes it needs, and no wrong ones.

    No where that takes a closer look.
    """
    required = schema.required_attributes(declaration)
    # lxml makes an object of all attributes for each time that one is asked for.
    attributes: Any = element.items()
    named, is_right = schema.attributes(declaration).named, schema.judge.is_right
    for name, value in attributes:
        known = named.get(name)
        if known is None or known.fixed is not None:
            return False
        if not is_right(known.type, value, element):
            return False
    return not required or {name for name, _ in attributes}.issuperset(required)


def is_as_declared(element: _Element, declaration: Element, schema: Schema) -> bool:
    """Tell whether an element has the type that is declared, and right attributes.

    No where that takes a closer look.
    """
    found = schema.complex_type(declaration)
    if declaration.abstract or declaration.alternatives or found is None:
        return False
    return not found.abstract and has_right_attributes(element, declaration, schema)


def _explained(
    element: _Element, declaration: Element, schema: Schema, let_in: LetIn
) -> Iterator[Fault]:
    attributes: Any = element.attrib
    if len(attributes) > MOST:
        number, owner = f"{len(attributes):,}", declaration.local_name
        yield Fault("too-many-attributes", name_of(element), number, owner)
        return
    found = {n: value for n, value in attributes.items() if n not in ATTRIBUTES}
    others: list[str] = []
    for name, value in found.items():
        known = schema.attribute(declaration, name)
        if known is not None:
            is_right = schema.judge.is_right(known.type, value, element)
            if not is_right or known.fixed is not None:
                yield from _value(element, known, value, schema)
        elif not _is_let_in(name, schema.attributes(declaration).wildcard):
            others.append(name)
    meant = _meant_by(others, element, found, declaration, schema, let_in)
    for name, right in meant.items():
        yield _misnamed(element, name, declaration.local_name, right)
        yield from _meant_value(
            element, name, schema.attribute(declaration, right), schema
        )
    # What has a misspelt name is there.
    there = {*found, *meant.values()}
    required = schema.required_attributes(declaration)
    lacking = tuple(name for name in required if name not in there)
    strange = [name for name in others if name not in meant]
    if strange:
        yield from _unknown(element, strange, lacking, declaration, schema)
    elif lacking:
        yield missing_attributes(element, lacking, declaration, schema)


def _meant_by(  # noqa: PLR0913, PLR0917 - attributes, where they are, what may be
    names: list[str],
    element: _Element,
    found: Collection[str],
    declaration: Element,
    schema: Schema,
    let_in: LetIn,
) -> dict[str, str]:
    """Return which attributes of the schema those of other names are meant as."""
    named, wildcard = schema.attributes(declaration)
    absent = [one for one in named if one not in found] if names else []
    meant: dict[str, str] = {}
    for name in names:
        right = (
            _taken(element, name, absent, schema.attribute_names(declaration))
            or without_prefix(element, name, declaration, schema)
            or let_in.attribute(name, wildcard, found)
        )
        if right is not None:
            meant[name] = right
    return meant


def name_attributes(faults: Iterable[Fault]) -> None:
    """Give attributes with another name the right one, if it needs no prefix."""
    for fault in faults:
        at, is_other = fault.at, fault.kind in _NAMED_OTHERWISE
        needs_prefix = ":" in "".join(fault.expected[:1])
        if is_other and not needs_prefix and (at, *fault.expected) in fault.edits:
            attributes: Any = at.element.attrib if at.element is not None else {}
            attributes[fault.expected[0]] = attributes.pop(at.name)


def _is_let_in(name: str, wildcard: Wildcard | None) -> bool:
    """Say whether a wildcard lets in an attribute that is declared nowhere."""
    return (
        wildcard is not None and wildcard.process != "strict" and wildcard.matches(name)
    )


def _meant_value(
    element: _Element, name: str, meant: AttributeUse | None, schema: Schema
) -> Iterator[Fault]:
    """Yield what is wrong with the value of an attribute that has another name.

    Under its right name the value would be judged, unless that is one of `xsi`.
    """
    if meant is not None:
        value, at = str(element.attrib[name]), attribute_value(element, name)
        yield from _value(element, meant, value, schema, at)


def _value(
    element: _Element,
    known: AttributeUse,
    value: str,
    schema: Schema,
    at: Place | None = None,
) -> Iterator[Fault]:
    at, owner = at or attribute_value(element, known.name), known.name
    if owner.startswith("{"):
        owner = written_attribute(element, owner)
    faults = list(explain_value(value, known.type, schema.judge, at, owner))
    yield from faults
    if known.fixed is not None and not faults:
        yield from explain_fixed(value, known.fixed, schema.judge, at, owner)


def _unknown(
    element: _Element,
    strange: list[str],
    lacking: tuple[str, ...],
    declaration: Element,
    schema: Schema,
) -> Iterator[Fault]:
    """Yield the faults of strange attributes, and of what lacks and none of them is.

    One that may be what lacks has edits.
    """
    owner = declaration.local_name
    known = written_names(element, declaration, schema)
    let_in = names_let_in(element, strange, declaration, schema)
    guesses = find_instead(element, strange, lacking, declaration, schema)
    as_text = text_for(element, declaration, schema)
    wildcards = tuple(filter(None, (schema.attributes(declaration).wildcard,)))
    for name in strange:
        at, written = attribute_name(element, name), written_attribute(element, name)
        expected = (*known, *let_in[name]) if name in let_in else known
        edits: tuple[tuple[Place, str], ...] = ()
        guess = guesses.get(name)
        if name == as_text:
            edits = (
                (at, ""),
                (end_of(element), with_references(element.get(name, ""), "&<>")),
            )
        if guess is not None:
            edits = ((at, guess.name),)
            expected = (guess.name,) if guess.is_clear else expected
        fault = Fault("unknown-attribute", at, written, owner, expected, edits=edits)
        yield fault._replace(detail=namespaces_let_in(wildcards, name))
    there = {guess.name for guess in guesses.values() if guess.is_clear}
    left = tuple(name for name in lacking if name not in there)
    if left:
        yield missing_attributes(element, left, declaration, schema)


def _misnamed(element: _Element, name: str, owner: str, meant: str) -> Fault:
    at, local, right = attribute_name(element, name), local_of(name), local_of(meant)
    uri = meant[1:].rpartition("}")[0]
    if local == right:
        return _of_other_namespace(element, name, owner, uri)
    written = with_prefix_of(element, uri, right)
    edits = ((at, written),) if written else ()
    if written != right:
        local, right = written_attribute(element, name), written or right
    return Fault("misspelt-attribute", at, local, owner, (right,), edits=edits)


def _of_other_namespace(element: _Element, name: str, owner: str, uri: str) -> Fault:
    """Return the fault of an attribute whose name is right, but not its namespace."""
    at, local = attribute_name(element, name), local_of(name)
    written = with_prefix_of(element, uri, local)
    of_prefix = None
    if not written:
        found = name[1:].rpartition("}")[0]
        prefix = next((p for p, u in element.nsmap.items() if p and u == found), "")
        of_prefix = wrong_declaration(element, prefix, local, (uri,))
    edits = ((at, written),) if written else ()
    return of_prefix or Fault(
        "attribute-namespace", at, local, owner, (uri,), edits=edits
    )


def _taken(
    element: _Element, name: str, absent: list[str], known: Candidates
) -> str | None:
    """Return the attribute that is meant; it is not among the absent ones any more.

    known  the local names of all, absent or not
    """
    if is_strange(name):
        found = meant_attribute(name)
        return None if found is None or found in element.attrib else found
    meant = closest(local_of(name), known)
    if meant is None:
        return None
    if meant not in absent or known.count(meant) > 1:
        meant = _meant(name, absent)
    if meant in absent:
        absent.remove(meant)
    return meant


def _meant(name: str, absent: list[str]) -> str | None:
    """Return the absent attribute that is meant: same name, case or nearly so."""
    by_local = {local_of(n): n for n in absent}
    best = closest(local_of(name), by_local)
    return None if best is None else by_local[best]
