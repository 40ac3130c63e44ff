"""Texts that fixes write, where a part of them is an element as the document has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element


class Copied(NamedTuple):
    """An element as it is written, with all that it holds: comments, quotes, sections.

    name  what both of its tags are called in the copy, with the prefix
    """

    element: _Element
    name: str


NewText = str | tuple[str | Copied, ...]
