"""A document that is made of parts of a longer one, and the way back to that."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.model.diagnostic import Fix, Label
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.source import START, Position, Range, advanced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.engine.locate import Located
    from ctct_lint.model.diagnostic import Diagnostic, Edit
    from ctct_lint.text.decoded import Trouble


class ExtractPart(NamedTuple):
    """A text that goes into an extract.

    start     where it begins in the long document; None: it is not from there
    is_own    is what is wrong in it to be told of this extract?
    troubles  of the encoding, by offsets in the long document
    """

    start: Position | None
    text: str
    is_own: bool = True
    troubles: tuple[Trouble, ...] = ()

    def ends_at(self, position: Position | None) -> bool:
        """Is it followed by what begins there?"""
        if self.start is None or position is None:
            return False
        return self.start.offset + len(self.text) == position.offset


class Extract:
    """Stretches of a document, in order, as a document of their own."""

    def __init__(self, stretches: Sequence[ExtractPart]) -> None:
        self._stretches = [stretch for stretch in stretches if stretch.text]
        self.text = "".join(stretch.text for stretch in self._stretches)
        sizes = (len(stretch.text) for stretch in self._stretches)
        self._starts = list(accumulate(sizes, initial=0))[:-1]

    @cached_property
    def _positions(self) -> list[Position]:
        """Where each stretch begins in this document."""
        texts = (stretch.text for stretch in self._stretches)
        return list(accumulate(texts, advanced, initial=START))

    def troubles(self) -> Iterator[Trouble]:
        """Yield the troubles of the encoding, by offsets in this document."""
        for stretch, here in zip(self._stretches, self._starts, strict=True):
            for trouble in stretch.troubles:
                assert stretch.start is not None  # noqa: S101 - what was decoded is
                yield trouble.moved(here - stretch.start.offset)

    def owns(self, position: Position) -> bool:
        """Is what begins there to be told of this extract?"""
        return self.stretch_at(position).is_own

    def own(self, located: Iterable[Located]) -> Iterator[Located]:
        """Yield what is to be told of this extract."""
        return (one for one in located if self.owns(one.range.start))

    def stretch_at(self, position: Position) -> ExtractPart:
        """Return the stretch that holds a position."""
        return self._stretches[self._number(position.offset)]

    def is_in_first(self, position: Position) -> bool:
        """Is it in the first stretch?"""
        return self._number(position.offset) == 0

    def moved(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a diagnostic of this document as one of the long one.

        What is not in the long document is left out: labels, and whole fixes.
        """
        range_ = self._range(diagnostic.range)
        assert range_ is not None  # noqa: S101 - of what this extract owns
        labels = (
            (self._range(each.range), each.message) for each in diagnostic.related
        )
        fixes = (self._fix(fix) for fix in diagnostic.fixes)
        return diagnostic._replace(
            range=range_,
            related=tuple(Label(at, said) for at, said in labels if at is not None),
            fixes=tuple(fix for fix in fixes if fix is not None),
        )

    def _fix(self, fix: Fix) -> Fix | None:
        edits: list[Edit] = []
        for edit in fix.edits:
            at = self._range(edit.range)
            if at is None:
                return None
            edits.append(edit._replace(range=at))
        return fix._replace(edits=tuple(edits))

    def _range(self, range_: Range) -> Range | None:
        """Return a range in the long document, up to the end of what is from there."""
        start, end = range_
        first = self._number(start.offset)
        if start == end and start.offset == self._starts[first]:
            # What is put in before what is not from there is put in behind what is.
            first = self._last_from_there(first)
        moved = self._position(first, start)
        if moved is None or start == end:
            return moved and Range(moved, moved)
        number = self._number(end.offset - 1)
        last = self._last_from_there(number)
        moved_end = self._position(last, min(end, self._positions[last + 1]))
        return moved_end and Range(moved, moved_end)

    def _last_from_there(self, number: int) -> int:
        """Return the last stretch up to one that is from the long document."""
        while number and self._stretches[number].start is None:
            number -= 1
        return number

    def _number(self, offset: int) -> int:
        """Return which stretch holds a character."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _position(self, number: int, position: Position) -> Position | None:
        """Return a position of a stretch as one of the long document."""
        there, here = self._stretches[number].start, self._positions[number]
        if there is None:
            return None
        offset = position.offset - here.offset + there.offset
        line = position.line - here.line
        if line:
            return position._replace(offset=offset, line=line + there.line)
        return Position(
            offset,
            there.line,
            position.column - here.column + there.column,
            position.character - here.character + there.character,
        )


def within(troubles: Iterable[Trouble], start: int, end: int) -> tuple[Trouble, ...]:
    """Return the troubles that begin in a span."""
    return tuple(one for one in troubles if start <= one.start < end)
