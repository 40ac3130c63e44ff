"""Images that lack an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.html.content import Content
    from ctct_lint.html.tag import Tag


def images_without(content: Content, name: str) -> Iterator[Tag]:
    """Yield the images that have no attribute of a lower-case name."""
    for tag in content.start_tags("img"):
        if tag.attribute(name) is None:
            yield tag
