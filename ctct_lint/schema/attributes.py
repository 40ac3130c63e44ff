"""Why an element's attributes break the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_name, attribute_value, name_of
from ctct_lint.schema.names import XSI
from ctct_lint.schema.values import explain_value
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components import Attribute, ComplexType
    from ctct_lint.schema.judge import Judge

MOST = 1000


def explain_attributes(
    element: _Element, owner: str, complex_type: ComplexType, judge: Judge
) -> Iterator[Fault]:
    """Yield a fault for each attribute that is unknown, misspelt, wrong or missing.

    More than a thousand are one fault: lxml takes the square of their number. `owner`
    is what the element is meant as.
    """
    if len(element.attrib) > MOST:
        number = f"{len(element.attrib):,}"
        yield Fault("too-many-attributes", name_of(element), number, owner)
        return
    declared = {a.name: a for a in complex_type.attributes}
    absent = [name for name in declared if name not in element.attrib]
    for name, value in _attributes(element):
        known = declared.get(name)
        if known is not None:
            at = attribute_value(element, name)
            yield from explain_value(value, known.type, judge, at, _local(name))
        elif not name.startswith(f"{{{XSI}}}") and not _is_let_in(complex_type, name):
            meant = _meant(name, absent)
            if meant is not None:
                absent.remove(meant)
            yield _unknown(attribute_name(element, name), owner, meant, declared)
    for name in absent:
        if declared[name].required:
            yield Fault("missing-attribute", name_of(element), _local(name), owner)


def _attributes(element: _Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _unknown(
    at: Place, owner: str, meant: str | None, declared: Mapping[str, Attribute]
) -> Fault:
    name = _local(at.name)
    if meant is None:
        known = tuple(map(_local, declared))
        return Fault("unknown-attribute", at, name, owner, known)
    right = _local(meant)
    edits = ((at, right),)
    return Fault("misspelt-attribute", at, name, owner, (right,), edits=edits)


def _meant(name: str, absent: list[str]) -> str | None:
    """Return the absent attribute that is meant: same name, case or nearly so."""
    by_local = {_local(n): n for n in absent}
    best = closest(_local(name), by_local)
    return None if best is None else by_local[best]


def _is_let_in(complex_type: ComplexType, name: str) -> bool:
    wildcard = complex_type.wildcard
    return wildcard is not None and wildcard.matches(name)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
