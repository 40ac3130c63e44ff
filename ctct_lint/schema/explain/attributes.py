"""Why an element's attributes break the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_name, attribute_value, name_of
from ctct_lint.schema.names import XML, XSI
from ctct_lint.schema.typed.xsi import ATTRIBUTES, without_prefix
from ctct_lint.schema.values.facets import explain_fixed, explain_value
from ctct_lint.schema.values.prefixes import wrong_declaration
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.content import Wildcard
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import Attribute
    from ctct_lint.schema.matching.let_in import LetIn
    from ctct_lint.schema.schema import Schema
    from ctct_lint.text.candidates import Candidates

MOST = 1000


def explain_attributes(
    element: _Element, declaration: Element, schema: Schema, let_in: LetIn
) -> Iterator[Fault]:
    """Yield a fault for each attribute that is unknown, misspelt, wrong or missing.

    More than a thousand are one fault: lxml takes the square of their number. The
    declaration says what the element is meant as.
    """
    attributes: Any = element.attrib
    if len(attributes) > MOST:
        number, owner = f"{len(attributes):,}", declaration.local_name
        yield Fault("too-many-attributes", name_of(element), number, owner)
        return
    declared, wildcard = schema.attributes(declaration)
    found = {n: value for n, value in attributes.items() if n not in ATTRIBUTES}
    absent: list[str] | None = None
    for name, value in found.items():
        known = declared.get(name) or _global(name, wildcard, schema)
        if known is not None:
            if _is_doubtful(element, known, value, schema):
                yield from _value(element, known, value, schema)
        elif not _is_let_in(name, wildcard):
            if absent is None:
                absent = [one for one in declared if one not in found]
            meant = _taken(element, name, absent, schema.attribute_names(declaration))
            if meant is None:
                meant = without_prefix(element, name, declaration, schema)
                meant = meant or let_in.attribute(name, wildcard, found)
            yield _unknown(element, name, declaration, meant, schema)
            right = declared.get(meant or "") or _global(meant or "", wildcard, schema)
            yield from _meant_value(element, name, right, schema)
    # What has a misspelt name is there.
    there = found if absent is None else frozenset(declared).difference(absent)
    required = schema.required_attributes(declaration)
    lacking = tuple(n for n in required if n not in there) if there else required
    if lacking:
        yield _missing(element, lacking, declaration.local_name)


def name_attributes(faults: Iterable[Fault]) -> None:
    """Give attributes with a misspelt name the right one, if it needs no prefix."""
    for fault in faults:
        at, is_misspelt = fault.at, fault.kind == "misspelt-attribute"
        if is_misspelt and (at, *fault.expected) in fault.edits:
            attributes: Any = at.element.attrib if at.element is not None else {}
            attributes[fault.expected[0]] = attributes.pop(at.name)


def _global(name: str, wildcard: Wildcard | None, schema: Schema) -> Attribute | None:
    """Return the global declaration by which a wildcard has an attribute judged."""
    if wildcard is None or wildcard.process == "skip" or not wildcard.matches(name):
        return None
    return schema.components.attributes.get(name)


def _is_let_in(name: str, wildcard: Wildcard | None) -> bool:
    """Say whether a wildcard lets in an attribute that is declared nowhere."""
    return (
        wildcard is not None and wildcard.process != "strict" and wildcard.matches(name)
    )


def _missing(element: _Element, names: tuple[str, ...], owner: str) -> Fault:
    """Return one fault of all attributes that an element lacks.

    Those of no namespace are as they are: very many elements can lack very many.
    """
    written = names
    if "{" in "".join(names):
        written = tuple(_written(element, name) for name in names)
    expected = written if len(written) > 1 else ()
    return Fault("missing-attribute", name_of(element), written[0], owner, expected)


def _written(element: _Element, name: str) -> str:
    if not name.startswith("{"):
        return name
    uri, local = name[1:].rpartition("}")[0], _local(name)
    return _prefixed(element, uri, local) or local


def _is_doubtful(
    element: _Element, known: Attribute, value: str, schema: Schema
) -> bool:
    is_right = schema.judge.is_right(known.type, value, element)
    return not is_right or known.fixed is not None


def _meant_value(
    element: _Element, name: str, meant: Attribute | None, schema: Schema
) -> Iterator[Fault]:
    """Yield what is wrong with the value of an attribute that has another name.

    Under its right name the value would be judged, unless that is one of `xsi`.
    """
    value = str(element.attrib[name])
    if meant is not None and _is_doubtful(element, meant, value, schema):
        at = attribute_value(element, name)
        yield from _value(element, meant, value, schema, at)


def _value(
    element: _Element,
    known: Attribute,
    value: str,
    schema: Schema,
    at: Place | None = None,
) -> Iterator[Fault]:
    at, owner = at or attribute_value(element, known.name), _local(known.name)
    faults = list(explain_value(value, known.type, schema.judge, at, owner))
    yield from faults
    if known.fixed is not None and not faults:
        yield from explain_fixed(value, known.fixed, schema.judge, at, owner)


def _absent_of_xsi(element: _Element) -> list[str]:
    return [name for name in ATTRIBUTES if name not in element.attrib]


def _unknown(
    element: _Element,
    name: str,
    declaration: Element,
    meant: str | None,
    schema: Schema,
) -> Fault:
    at, local, owner = (
        attribute_name(element, name),
        _local(name),
        declaration.local_name,
    )
    if meant is None:
        known = schema.attribute_names(declaration)
        return Fault("unknown-attribute", at, local, owner, known)
    right = _local(meant)
    uri = meant[1:].rpartition("}")[0]
    if local == right:
        return _of_other_namespace(element, name, owner, uri)
    written = _prefixed(element, uri, right)
    edits = ((at, written),) if written else ()
    return Fault("misspelt-attribute", at, local, owner, (right,), edits=edits)


def _of_other_namespace(element: _Element, name: str, owner: str, uri: str) -> Fault:
    """Return the fault of an attribute whose name is right, but not its namespace."""
    at, local = attribute_name(element, name), _local(name)
    written = _prefixed(element, uri, local)
    of_prefix = None
    if not written:
        found = name[1:].rpartition("}")[0]
        prefix = next((p for p, u in element.nsmap.items() if p and u == found), "")
        of_prefix = wrong_declaration(element, prefix, local, (uri,))
    edits = ((at, written),) if written else ()
    return of_prefix or Fault(
        "attribute-namespace", at, local, owner, (uri,), edits=edits
    )


def _prefixed(element: _Element, uri: str, local: str) -> str:
    """Return an attribute's name with the prefix that is declared, "" without one."""
    if not uri:
        return local
    if uri == XML:
        return f"xml:{local}"
    prefixes = (p for p, found in element.nsmap.items() if p and found == uri)
    prefix = next(prefixes, None)
    return f"{prefix}:{local}" if prefix else ""


def _taken(
    element: _Element, name: str, absent: list[str], known: Candidates
) -> str | None:
    """Return the attribute that is meant; it is not among the absent ones any more.

    known  the local names of all, absent or not
    """
    if name.startswith(f"{{{XSI}}}"):
        return _meant(name, _absent_of_xsi(element))
    meant = closest(_local(name), known)
    if meant is None:
        return None
    if meant not in absent or known.count(meant) > 1:
        meant = _meant(name, absent)
    if meant in absent:
        absent.remove(meant)
    return meant


def _meant(name: str, absent: list[str]) -> str | None:
    """Return the absent attribute that is meant: same name, case or nearly so."""
    by_local = {_local(n): n for n in absent}
    best = closest(_local(name), by_local)
    return None if best is None else by_local[best]


def _local(name: str) -> str:
    return name.rpartition("}")[2]
