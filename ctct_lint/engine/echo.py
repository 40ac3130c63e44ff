"""One cause, one diagnostic: what only repeats a fault of the syntax is dropped.

A value without quotes is not judged as a value as well, an element that was never
closed not for where the repair has put it, and of an attribute that is there twice
nobody knows which one counts; and a document that was cut off lacks the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.diagnostic import Diagnostic
    from ctct_lint.syntax.fault import Fault

_ABOUT_FORM = ("CTC0", "CTC1", "CTC9", "CTC501")


class Echoes:
    """The spans of a text's syntax faults, in which nothing else is reported."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, faults: Iterable[Fault], text: str) -> None:
        spans = sorted(span for fault in faults for span in _spans(fault, text))
        self._starts = [start for start, _ in spans]
        # The farthest end of all spans up to here: they may overlap.
        self._reach: list[int] = []
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def has(self, diagnostic: Diagnostic) -> bool:
        """Is the diagnostic about what is inside a syntax fault's span?"""
        if not self._starts or diagnostic.code.startswith(_ABOUT_FORM):
            return False
        start, end = diagnostic.range
        before = bisect_right(self._starts, start.offset) - 1
        return before >= 0 and end.offset <= self._reach[before]


def _spans(fault: Fault, text: str) -> Iterator[tuple[int, int]]:
    yield fault.at.start, fault.at.end
    if fault.kind == "template-leftover":
        # The element that it stands in is empty for no other reason.
        tag = text.rfind("<", 0, fault.at.start)
        if text[tag : fault.at.start].rstrip().endswith(">"):
            yield tag + 1, fault.at.end
    if fault.kind == "truncated-document":
        # What the open elements lack, and the end of the last one's text, is cut off.
        yield from ((place.start, place.end) for place, _ in fault.related)
        yield text.rfind("<", 0, fault.at.end) + 1, len(text)
    if fault.kind == "duplicate-attribute":
        ends = [place.end for place, _ in fault.edits]
        starts = [place.start for place, _ in fault.related]
        yield min(starts), max(ends)
