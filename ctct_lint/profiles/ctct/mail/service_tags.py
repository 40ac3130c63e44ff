"""Constant Contact's own tags, which content can hold beside those of HTML.

Source: the samples of the v1 documentation, and for `SimpleURLProperty` a published
add-on. They have no namespace; in all samples their case is the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT
from ctct_lint.html.names import SERVICE_TAGS
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.html.tags import Tag

SPELLINGS = {name.lower(): name for name in sorted(SERVICE_TAGS)}
# Not elements that later versions of HTML or SVG have.
_OTHERS = frozenset({"textarea", "textpath", "tspan", "context"})
_IN_BOTH = ("<Greeting/>", '<CustomBlock name="…" title="…">…</CustomBlock>')
_OF = {
    EMAIL: (
        "<OpenTracking/>",
        *_IN_BOTH,
        "<CopyRight>…</CopyRight>",
        '<SimpleURLProperty name="…" type="plain" track="true" href="…"/>',
    ),
    TEXT: ("<Text>…</Text>", *_IN_BOTH),
    REMINDER: ("<ConfirmOptin>…</ConfirmOptin>",),
}


def tags_in(name: str) -> Sequence[str]:
    """Return the tags for the text of an element of a campaign, as they are written."""
    return _OF.get(name, ())


@lru_cache(maxsize=256)
def service_tag_meant(name: str, *, is_text: bool) -> str | None:
    """Return the tag that a lower-case name means, or None.

    `text` is one only in the text version: SVG has an element of that name.
    """
    if name in _OTHERS or ":" in name or (name == "text" and not is_text):
        return None
    close = closest(name, [n for n in SPELLINGS if is_text or n != "text"])
    return None if close is None else SPELLINGS[close]


def end_tags(tags: Iterable[Tag]) -> dict[Tag, Tag]:
    """Return the end tag of each start tag that has one, by the tags' names.

    Tags of one name are matched with each other only, whatever is between them.
    """
    found: dict[Tag, Tag] = {}
    waiting: dict[str, list[Tag]] = {}
    for tag in tags:
        opened = waiting.setdefault(tag.lower, [])
        if not tag.is_end:
            if not tag.self_closing:
                opened.append(tag)
        elif opened:
            found[opened.pop()] = tag
    return found
