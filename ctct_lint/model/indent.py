"""How an element is indented, for what is written beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_LAST_LINE = lazy(r"(?:[\r\n][ \t]*)?\Z")


def indent_of(element: _Element) -> str:
    """Return the line end and the blanks before an element; "" for a root."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        text = previous.tail
    else:
        text = None if parent is None else parent.text
    found = _LAST_LINE.search(text or "")
    return found[0] if found else ""
