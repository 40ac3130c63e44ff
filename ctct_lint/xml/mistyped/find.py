"""Slips of the fingers at the signs of tags: two signs swapped, or Shift let go.

Such a slip is one fault, and what it leaves is read as if it were not there: each edit
leaves one character for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Spans
from ctct_lint.xml.mistyped.attributes import ATTRIBUTES
from ctct_lint.xml.mistyped.names import Names
from ctct_lint.xml.mistyped.tags import TAGS
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
    names = Names(text, model)
    hidden = Spans(stretches(text, _UNSEEN))
    faults: list[Draft] = []
    end = 0
    for fault in sorted(_all(text, names), key=lambda one: one.edits[0]):
        at = fault.edits[0].start
        if end <= at and at not in hidden:
            faults.append(fault)
            end = fault.edits[-1].end
    return faults


def _all(text: str, names: Names) -> Iterator[Draft]:
    for slip in (*TAGS, *ATTRIBUTES):
        is_there = any(sign in text for sign in slip.signs)
        for found in slip.pattern.finditer(text) if is_there else ():
            fault = slip.read(found, names)
            if fault:
                yield fault
