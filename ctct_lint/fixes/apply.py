"""Which fixes are made in one round, and the edits that they amount to."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ctct_lint.model.diagnostic import Diagnostic, Fix


class ChosenFix(NamedTuple):
    """A diagnostic and the one of its fixes that is to be made.

    `uncovers`: may it bring to light what was hidden in a fault of the syntax?
    """

    diagnostic: Diagnostic
    fix: Fix
    uncovers: bool = False


def choose(choices: Iterable[ChosenFix]) -> list[ChosenFix]:
    """Return those that do not meet.

    What overlaps an earlier one's edits, or inserts where that one replaces, waits
    for a later round.
    """
    taken = _Taken()
    return [choice for choice in choices if taken.add(text_edits(choice.fix))]


def alternatives(
    diagnostic: Diagnostic, wanted: Collection[Applicability]
) -> list[ChosenFix]:
    """Return what can be chosen for a diagnostic, the best first."""
    return [
        ChosenFix(diagnostic, f) for f in diagnostic.fixes if f.applicability in wanted
    ]


def is_removal(fix: Fix) -> bool:
    """Say whether a fix decides to take something away, and puts nothing there."""
    is_unsafe = fix.applicability is Applicability.UNSAFE
    return is_unsafe and not any(edit.new_text.strip() for edit in fix.edits)


def edits_of(choices: Sequence[ChosenFix]) -> list[TextEdit]:
    """Return the edits of fixes that do not meet, in order.

    At one position, the insertion for what starts later comes first: of two open
    elements the inner one is closed first. What starts at one position goes in
    the order given.
    """
    ordered = sorted(choices, key=lambda one: -one.diagnostic.range.start.offset)
    return in_order(edit for choice in ordered for edit in text_edits(choice.fix))


def text_edits(fix: Fix) -> list[TextEdit]:
    """Return a fix's edits in offsets, code points of the text."""
    return [
        TextEdit(e.range.start.offset, e.range.end.offset, e.new_text)
        for e in fix.edits
    ]


class _Taken:
    """The places of the edits so far; a replacement may be asked for twice."""

    def __init__(self) -> None:
        # Replaced ranges in order, apart from each other.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._inserts: list[int] = []
        self._same: set[TextEdit] = set()

    def add(self, edits: list[TextEdit]) -> bool:
        """Take the edits' places; False, and nothing taken, if one is not free."""
        new = [e for e in edits if e not in self._same or e.start == e.end]
        if not all(map(self._is_free, new)):
            return False
        for edit in new:
            self._take(edit)
        return True

    def _is_free(self, edit: TextEdit) -> bool:
        start, end, _ = edit
        if start == end:
            # The range before may not end here, nor the one after begin here.
            first = bisect_left(self._ends, start)
            return first == len(self._ends) or self._starts[first] > start
        first = bisect_left(self._ends, start + 1)
        if first < len(self._ends) and self._starts[first] < end:
            return False
        inserted = bisect_left(self._inserts, start)
        return inserted == len(self._inserts) or self._inserts[inserted] > end

    def _take(self, edit: TextEdit) -> None:
        start, end, _ = edit
        if start == end:
            self._inserts.insert(bisect_left(self._inserts, start), start)
            return
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        self._same.add(edit)
