"""The text of a field, if it is written as an attribute too: `<Name value="x"/>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.names import ATOM, atom
from ctct_lint.schema.names import namespace

if TYPE_CHECKING:
    from lxml.etree import _Element

# Those of Atom that have no attributes of their own.
_BARE = frozenset(map(atom, ("id", "updated", "published")))

# What an attribute is called that has the text.
_NAMES = frozenset({"content", "data", "name", "text", "val", "value"})


def text_of(field: _Element) -> str:
    """Return the text as it is; if there is none, the one attribute that may be it."""
    return field.text or attribute_text(field)


def attribute_text(field: _Element) -> str:
    """Return the value of the one attribute that may be the text that lacks, or "".

    That it should not be an attribute is told of it.
    """
    if len(field) or len(field.keys()) != 1:
        return ""
    if namespace(field) == ATOM and field.tag not in _BARE:
        return ""
    ((name, value),) = field.items()
    return str(value) if str(name).lower() in _NAMES else ""
