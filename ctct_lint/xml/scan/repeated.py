"""Attributes that are there twice."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft, Sketch, TextEdit, draft

if TYPE_CHECKING:
    from ctct_lint.xml.tokens import Attribute, Token


def note_repeated(text: str, token: Token) -> None:
    """Report attributes that repeat the name of an earlier one."""
    if len(token.attributes) < 2:  # noqa: PLR2004 - two make a repetition
        return
    seen: dict[str, Attribute] = {}
    repeated = [a for a in token.attributes if seen.setdefault(a.name, a) is not a]
    if repeated:
        token.attributes = list(seen.values())
        take_away(token, [(a.start, a.end) for a in repeated])
        for attribute in repeated:
            token.add(repeated_attribute(text, token, attribute, seen[attribute.name]))


def repeated_attribute(
    text: str, token: Token, second: Attribute, first: Attribute
) -> Draft:
    """Return the fault of an attribute that is there already."""
    start, end = second.name_start, second.name_end
    edit = TextEdit(second.start, second.end, "")
    fault = draft("duplicate-attribute", text, start, end, edit)
    fault.relate(first.name_start, first.name_end, first.name)
    fault.owner = token.name
    return fault


def take_away(token: Token, ranges: list[tuple[int, int]]) -> None:
    """Drop the edits of faults inside attributes that are taken away or rewritten."""
    starts = [start for start, _ in ranges]
    for fault in [d for d in token.drafts if isinstance(d, Sketch)]:
        at = bisect_right(starts, fault.start) - 1
        if at >= 0 and fault.end <= ranges[at][1]:
            fault.edits = ()
