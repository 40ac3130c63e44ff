"""Which of the fixes that were made together has brought a new diagnostic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ctct_lint.fixes.apply import text_edits
from ctct_lint.fixes.compare import Moved, is_of_form, key
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.edits import Edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.fixes.apply import ChosenFix
    from ctct_lint.model.diagnostic import Diagnostic, Range
    from ctct_lint.xml.draft import TextEdit

# Of places that overlap, so many before an offset are looked at.
_NEAR = 16


class Suspects:
    """The fixes of one trial, by where they wrote in the text that came of it."""

    def __init__(self, choices: Sequence[ChosenFix], edits: Sequence[TextEdit]) -> None:
        """Take the fixes, and the edits that they were made by, in order."""
        moved = Moved(edits)
        mended = [_Span(*_span_after(c, moved), c) for c in choices]
        self._mended = _Spans(mended)
        self._written = _Spans(_written(choices, edits))

    def of(self, new: Diagnostic) -> ChosenFix | None:
        """Return the fix that is most likely to blame; None if there is no clue.

        Of those near it is one that left its fault as it was, if there is one.
        """
        near = list(self._near(new))
        words = key(new)
        same = (choice for choice in near if key(choice.diagnostic) == words)
        return next(same, near[0] if near else None)

    def guess(self, new: Diagnostic) -> ChosenFix | None:
        """Return the last one that wrote before a fault of the syntax.

        Text is read otherwise from some place on.
        """
        return self._written.before(new.range) if is_of_form(new) else None

    def _near(self, new: Diagnostic) -> Iterator[ChosenFix]:
        """Yield what wrote at its place, was about it, or wrote what it refers to."""
        for spans in (self._written, self._mended):
            yield from spans.touching(new.range)
        for label in new.related:
            yield from self._written.touching(label.range)


class _Span(NamedTuple):
    start: int
    end: int
    choice: ChosenFix


def _span_after(choice: ChosenFix, moved: Moved) -> tuple[int, int]:
    start, end = choice.diagnostic.range
    return moved(start.offset), moved(end.offset)


def _written(
    choices: Iterable[ChosenFix], edits: Sequence[TextEdit]
) -> Iterator[_Span]:
    """Yield the ranges of new text, each with every fix that asked for it."""
    owners: dict[TextEdit, list[ChosenFix]] = {}
    for choice in choices:
        for edit in text_edits(choice.fix):
            owners.setdefault(edit, []).append(choice)
    made = Edits(edits)
    for edit, start in zip(edits, made.moved(made.growths()), strict=True):
        for choice in owners[edit]:
            yield _Span(start, start + len(edit.new), choice)


class _Spans:
    """Places in order, to be asked for what is at one."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def touching(self, where: Range) -> Iterator[ChosenFix]:
        """Yield what is at a place, what has most in common with it first."""
        start, end = (at.offset for at in where)
        last = bisect_right(self._starts, end)
        near = self._spans[max(last - _NEAR, 0) : last]
        touching = [span for span in near if span.end >= start]
        touching.sort(key=lambda s: max(s.start, start) - min(s.end, end))
        return (span.choice for span in touching)

    def before(self, where: Range) -> ChosenFix | None:
        """Return the last one that starts before a place."""
        at = bisect_left(self._starts, where.start.offset)
        return self._spans[at - 1].choice if at else None
