"""Slips of the fingers at the signs of tags: two signs swapped, or Shift let go.

Such a slip is one fault, and what it leaves is read as if it were not there: each edit
leaves one character for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Spans
from ctct_lint.xml.mistyped.attributes import ATTRIBUTES, may_have_slip
from ctct_lint.xml.mistyped.names import Names
from ctct_lint.xml.mistyped.tags import ODD_SIGN, ODD_TAGS, TAGS
from ctct_lint.xml.unseen import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.model import ContentModel

# What is longer nobody has typed.
_LONGEST = 200_000
_UNSEEN = lazy(r"<!--|<!\[CDATA\[|<\?")


def mistyped(text: str, model: ContentModel) -> list[Draft]:
    """Return the slips in a text by position, none of them inside another."""
    if len(text) > _LONGEST:
        return []
    found = list(_all(text, Names(text, model)))
    return list(_apart(text, found)) if found else []


def _apart(text: str, found: list[Draft]) -> Iterator[Draft]:
    hidden, end = Spans(stretches(text, _UNSEEN)), 0
    for fault in sorted(found, key=lambda one: one.edits[0]):
        at = fault.edits[0].start
        if end <= at and at not in hidden:
            yield fault
            end = fault.edits[-1].end


def _all(text: str, names: Names) -> Iterator[Draft]:
    odd_tags = ODD_TAGS if ODD_SIGN.search(text) else ()
    attributes = ATTRIBUTES if may_have_slip(text) else ()
    for slip in (*TAGS, *odd_tags, *attributes):
        for found in slip.pattern.finditer(text) if slip.signs in text else ():
            fault = slip.read(found, names)
            if fault:
                yield fault
