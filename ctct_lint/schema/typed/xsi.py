"""The attributes of elements that every schema knows: `xsi:type` and `xsi:nil`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import XSD, XSI, local_of, qualified
from ctct_lint.text.spelling import closest
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

TYPE, NIL = f"{{{XSI}}}type", f"{{{XSI}}}nil"
# What every element may have, whatever its type.
_HINTS = ("schemaLocation", "noNamespaceSchemaLocation")
# What `xsi:nil` is called elsewhere, and was in drafts of the standard.
ALIASES = {f"{{{XSI}}}null": NIL, f"{{{XSI}}}isNil": NIL}
_LOCALS = ("type", "nil", *_HINTS)
ATTRIBUTES = tuple(f"{{{XSI}}}{local}" for local in _LOCALS)


def instance_name(element: _Element, local: str) -> str:
    """Return the name of an attribute such as `xsi:nil` with the element's prefix."""
    prefixes = [p for p, uri in element.nsmap.items() if p and uri == XSI]
    return f"{prefixes[0] if prefixes else 'xsi'}:{local}"


def is_strange(name: str) -> bool:
    """Is it an attribute of that namespace that there is none of: `xsi:null`?

    Or one of a namespace that is almost the right one?
    """
    uri, brace, local = name[1:].rpartition("}")
    if not brace or uri == XSD:
        return False
    is_known = local in _LOCALS
    return not is_known if uri == XSI else is_known and closest(uri, (XSI,)) == XSI


def meant_attribute(name: str) -> str | None:
    """Return what an attribute is meant as that is strange, if that is known."""
    close = closest(local_of(name), _LOCALS)
    return ALIASES.get(name) or (f"{{{XSI}}}{close}" if close else None)


def names_type(element: _Element) -> bool:
    """Say whether an element says which type it has."""
    return element.get(TYPE) is not None


def type_name(element: _Element, attribute: str = TYPE) -> str | None:
    """Return the type that an element says it has, in Clark notation.

    None as well where its prefix is not declared.
    """
    written = element.get(attribute)
    if written is None:
        return None
    prefix, _, local = trimmed(written).rpartition(":")
    uri = element.nsmap.get(prefix or None)
    return None if prefix and uri is None else qualified(uri or "", local)


def without_prefix(
    element: _Element, name: str, declaration: Element, schema: Schema
) -> str | None:
    """Return the attribute of `xsi` that one in no namespace is meant for, if it is.

    It must have no place of its own. The type must be a known one, and the element one
    that may be nil.
    """
    if element.get(name) is None:
        return None
    meant = f"{{{XSI}}}{name}"
    if element.get(meant) is not None:
        return None
    named, wildcard = schema.attributes(declaration)
    is_let_in = wildcard is not None and wildcard.matches(name)
    is_meant = meant in ATTRIBUTES and name not in named and not is_let_in
    if name == "type":
        is_meant = is_meant and type_name(element, name) in schema.components.named
    if name == "nil":
        is_meant = is_meant and declaration.nillable
    return meant if is_meant else None
