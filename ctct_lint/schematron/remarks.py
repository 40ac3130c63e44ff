"""A document with its comments and processing instructions, for rules that ask.

All else looks at a tree without them, which has the elements by the names that are
meant. So the text is read once more, and the elements get these names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.parsing import parsed, safe_parser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_REMARK = lazy(r"<!--|<\?(?!xml[ \t\r\n])")


class Seen(NamedTuple):
    """A tree as rules see it.

    own  the element of the document for each of the tree's, {} where they are the same
    """

    root: _Element
    own: Mapping[_Element, _Element]


def seen(root: _Element, text: str) -> Seen:
    """Return a tree, with the remarks of the text that it is the tree of."""
    if _REMARK.search(text) is None:
        return Seen(root, {})
    again = parsed(text, safe_parser(recover=True, huge_tree=True))
    whole = root.getroottree().getroot()
    own = dict(zip(again.iter("*"), whole.iter("*"), strict=True))
    for copied, element in own.items():
        if copied.tag != element.tag:
            copied.tag = element.tag
    return Seen(next(copied for copied, one in own.items() if one is root), own)
