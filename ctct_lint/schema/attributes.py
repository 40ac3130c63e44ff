"""Why an element's attributes break the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import XSI, local_name
from ctct_lint.schema.spelling import closest
from ctct_lint.schema.values import explain_value
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.place import attribute_name, attribute_value, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from xmlschema.validators import XsdAttributeGroup

MOST = 1000


def explain_attributes(
    element: _Element, declared: XsdAttributeGroup
) -> Iterator[Fault]:
    """Yield a fault for each attribute that is unknown, misspelt, wrong or missing.

    More than a thousand are one fault: lxml takes the square of their number.
    """
    if len(element.attrib) > MOST:
        number = f"{len(element.attrib):,}"
        yield Fault(
            "too-many-attributes", name_of(element), number, local_name(element)
        )
        return
    absent = [n for n in declared if n is not None and n not in element.attrib]
    for name, value in _attributes(element):
        known = declared.get(name)
        if known is not None:
            at = attribute_value(element, name)
            yield from explain_value(value, known.type, at, _local(name))
        elif not name.startswith(f"{{{XSI}}}") and not _wildcard(declared, name):
            meant = _meant(name, absent)
            if meant is not None:
                absent.remove(meant)
            yield _unknown(element, name, meant, declared)
    for name in absent:
        if declared[name].use == "required":
            at = name_of(element)
            yield Fault("missing-attribute", at, _local(name), local_name(element))


def _attributes(element: _Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _unknown(
    element: _Element, name: str, meant: str | None, declared: XsdAttributeGroup
) -> Fault:
    at = attribute_name(element, name)
    owner = local_name(element)
    if meant is None:
        known = tuple(_local(n) for n in declared if n is not None)
        return Fault("unknown-attribute", at, _local(name), owner, known)
    edits = ((at, _local(meant)),)
    return Fault(
        "misspelt-attribute", at, _local(name), owner, (_local(meant),), edits=edits
    )


def _meant(name: str, absent: list[str]) -> str | None:
    """Return the absent attribute that is meant: same name, case or nearly so."""
    by_local = {_local(n): n for n in absent}
    best = closest(_local(name), by_local)
    return None if best is None else by_local[best]


def _wildcard(declared: XsdAttributeGroup, name: str) -> bool:
    wildcard = declared.get(None)
    return wildcard is not None and wildcard.is_matching(name)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
