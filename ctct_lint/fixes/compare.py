"""Is a document better for its fixes? Diagnostics from before and after them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.diagnostic import Diagnostic
    from ctct_lint.fixes.apply import Choice
    from ctct_lint.syntax.draft import TextEdit

_CODE = re.compile(r"CTC\d{3}")
_LEFT_OUT = "too-many-diagnostics"
# Faults of bytes and syntax, and remarks on the run. What stands in the range of
# such a fault is not judged besides.
_FORM = ("CTC0", "CTC1", "CTC9", "CTC501")


def new_in(
    before: Iterable[Diagnostic],
    choices: Sequence[Choice],
    edits: Sequence[TextEdit],
    after: Iterable[Diagnostic],
) -> list[Diagnostic]:
    """Return the diagnostics that were not there before, or should be gone.

    One is the same if its words and path are; or, as a renamed parent changes
    these, if it is of the same code and still at its place.
    """
    mended = {c.diagnostic for c in choices}
    kept = [d for d in before if d not in mended]
    hidden = {c for d in kept if d.name == _LEFT_OUT for c in _CODE.findall(d.message)}
    return [
        diagnostic
        for diagnostic in _unknown(kept, Moved(edits), after)
        # Of what was left out before nobody knows whether it is new.
        if not hidden.intersection([diagnostic.code, *_left_out(diagnostic)])
    ]


def is_harmless(new: Diagnostic, mended: Iterable[Diagnostic]) -> bool:
    """Is it what errors may bring to light when they are mended: less than one?

    Or is it the rest of one of them, where a fix could not mend all of it?
    """
    if any(_is_rest(new, one) for one in mended):
        return True
    return new.severity > Severity.ERROR and key(new) not in map(key, mended)


def _is_rest(new: Diagnostic, mended: Diagnostic) -> bool:
    """Is it the same fault of the same element, with less to be mended?"""
    is_same = (new.code, new.path) == (mended.code, mended.path)
    return is_same and len(new.fixes) < len(mended.fixes)


def was_hidden(new: Diagnostic, mended: Diagnostic, edits: Sequence[TextEdit]) -> bool:
    """Is it about what was no more than a part of a fault of the syntax before?"""
    if new.code.startswith(_FORM) or not mended.code.startswith(_FORM):
        return False
    moved = Moved(edits)
    start, end = (moved(at.offset) for at in mended.range)
    return start <= new.range.start.offset and new.range.end.offset <= end


def _left_out(diagnostic: Diagnostic) -> list[str]:
    found = diagnostic.name == _LEFT_OUT
    return _CODE.findall(diagnostic.message) if found else []


def _unknown(
    kept: list[Diagnostic], moved: Moved, after: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield what is neither in the words nor in the place one of those kept."""
    keys = Counter(map(key, kept))
    others = []
    for diagnostic in after:
        if keys[key(diagnostic)]:
            keys[key(diagnostic)] -= 1
        else:
            others.append(diagnostic)
    places: Counter[tuple[str, int, int]] = Counter()
    for diagnostic in kept if others else ():
        if keys[key(diagnostic)]:
            keys[key(diagnostic)] -= 1
            places[_place(diagnostic, moved(diagnostic.range.start.offset))] += 1
    for diagnostic in others:
        place = _place(diagnostic, diagnostic.range.start.offset)
        if not places[place]:
            yield diagnostic
        else:
            places[place] -= 1


def key(diagnostic: Diagnostic) -> tuple[str, str, str, Severity]:
    """Return what makes a diagnostic the same in another version of a document."""
    return diagnostic.code, diagnostic.message, diagnostic.path, diagnostic.severity


def _place(diagnostic: Diagnostic, offset: int) -> tuple[str, int, int]:
    return diagnostic.code, diagnostic.severity, offset


class Moved:
    """Where an offset is after edits that are in order; insertions push it on."""

    __slots__ = ("_edits", "_ends", "_growth")

    def __init__(self, edits: Sequence[TextEdit]) -> None:
        growths = accumulate((len(e.new) - (e.end - e.start) for e in edits), initial=0)
        self._edits = edits
        self._ends = [e.end for e in edits]
        self._growth = list(growths)

    def __call__(self, offset: int) -> int:
        """Return the new offset; of what was replaced, the start of the new text."""
        index = bisect_right(self._ends, offset)
        if index < len(self._edits):
            offset = min(offset, self._edits[index].start)
        return offset + self._growth[index]
