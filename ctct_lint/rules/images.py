"""Images that lack an attribute."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.content.content import Content
    from ctct_lint.content.tag import Tag

# Images are nearly always in small letters, and that is quick to look for.
_OTHER_CASES = ("<I", "<iM", "<imG")
# What else has such attributes in a mail.
_OTHERS = frozenset({"applet", "area", "audio", "bgsound", "embed", "frame", "iframe"})
_OTHERS |= {"input", "script", "source", "track", "v:fill", "v:imagedata", "video"}


def images_without(content: Content, name: str) -> Iterator[Tag]:
    """Yield the images that have no attribute of a lower-case name."""
    if "img" not in content.tag_names or _have_all(content, name):
        return
    for tag in content.start_tags("img"):
        if tag.attribute(name) is None:
            yield tag


def _have_all(content: Content, name: str) -> bool:
    """Say at a glance whether each image has the attribute."""
    text = content.text
    if any(case in text for case in _OTHER_CASES):
        return False
    if content.tag_names.isdisjoint(_OTHERS):
        number = content.attribute_text.count(f" {name}=")
        if number == text.count("<img"):
            return True
    return not _pattern(name).search(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds all such images, and some whose values have a `>`."""
    return re.compile(rf"<img(?=[\s/>])(?![^<>]*[\s\"'/](?i:{name})\s*=)")
