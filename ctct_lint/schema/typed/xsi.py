"""The attributes of elements that every schema knows: `xsi:type` and `xsi:nil`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import XSI, qualified
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPE, NIL = f"{{{XSI}}}type", f"{{{XSI}}}nil"


def instance_name(element: _Element, local: str) -> str:
    """Return the name of an attribute such as `xsi:nil` with the element's prefix."""
    prefixes = [p for p, uri in element.nsmap.items() if p and uri == XSI]
    return f"{prefixes[0] if prefixes else 'xsi'}:{local}"


def names_type(element: _Element) -> bool:
    """Say whether an element says which type it has."""
    return element.get(TYPE) is not None


def type_name(element: _Element) -> str | None:
    """Return the type that an element says it has, in Clark notation."""
    written = element.get(TYPE)
    if written is None:
        return None
    prefix, _, local = trimmed(written).rpartition(":")
    return qualified(element.nsmap.get(prefix or None) or "", local)
