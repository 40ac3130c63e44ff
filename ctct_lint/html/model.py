"""What may stand where in HTML, for the repair of texts."""

from __future__ import annotations

from functools import lru_cache

from ctct_lint.html.names import (
    BLOCK,
    BOUND,
    CHILDREN,
    CONSTANT_CONTACT,
    KNOWN,
    OPTIONAL_END,
    VOID,
)
from ctct_lint.xml.model import ContentModel

# More pairs of a parent and a child than a mail has.
_PAIRS = 4096
_WITHOUT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})


@lru_cache(maxsize=_PAIRS)
def _may_contain(parent: str, child: str) -> bool:
    parent, child = parent.lower(), child.lower()
    if parent in VOID or parent == child in {"a", "p"}:
        return False
    if parent in CONSTANT_CONTACT or child in CONSTANT_CONTACT:
        return True
    if parent in CHILDREN:
        return child in CHILDREN[parent]
    if child in BOUND:
        return False
    return not (parent in _WITHOUT_BLOCKS and child in BLOCK)


class HtmlModel(ContentModel):
    """What may stand where in HTML.

    It tells where an unclosed element was meant to end, and is no validator.
    """

    __slots__ = ()

    def knows(self, name: str) -> bool:
        """Is it an element of HTML or of Constant Contact, in any case?"""
        return name.lower() in KNOWN

    def root_tag(self, name: str) -> str:
        """Return the start tag of a document or a text, else ""."""
        return f"<{name}>" if name.lower() in {"html", "text"} else ""

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return _may_contain(parent, child)

    def may_omit_end(self, name: str) -> bool:
        """Is it an element that needs no end tag in HTML?"""
        return name.lower() in OPTIONAL_END

    def has_entity(self, name: str) -> bool:
        """Is it one of HTML's?"""
        from html.entities import html5

        return f"{name};" in html5

    def spelling_of(self, name: str) -> str | None:
        """Return the known name that is meant, None if none is close."""
        from ctct_lint.text.spelling import closest

        return closest(name.lower(), sorted(KNOWN))
