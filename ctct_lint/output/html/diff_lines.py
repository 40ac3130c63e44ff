"""The lines of a change, before and after it, in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.diagnostic import Position
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.report import Lines
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.model.diagnostic import Edit

# Code points: beside an edit, and of a text's start and its end.
_BESIDE = 60
_START = 240
_END = 80
# Lines of a text's start and of its end.
_FIRST = 8
_LAST = 3
CUT = "\u2026"


class DiffPiece(NamedTuple):
    """Text on one line that stays (`same`), goes (`del`), comes (`ins`) or is cut.

    The text of a `cut` says how much was left out, that of `lines` is the number of
    lines that were, in the place of a line.
    """

    kind: str
    text: str


Line = list[DiffPiece]
_MORE = DiffPiece("cut", CUT)


def before_and_after(
    hunk: Sequence[Edit], lines: Lines
) -> tuple[list[Line], list[Line]]:
    """Return the lines that edits change, as they are and as they are to be.

    The edits are so near that one piece of text shows them all.
    """
    old: list[DiffPiece] = []
    new: list[DiffPiece] = []
    start = hunk[0].range.start
    left = max(start.column - _BESIDE, 0)
    at = start._replace(offset=start.offset - start.column + left, column=left)
    if left:
        _to_both(old, new, [_MORE])
    for edit in hunk:
        _to_both(old, new, _between(lines, at, edit.range.start, "same"))
        at = edit.range.end
        old += _between(lines, edit.range.start, at, "del")
        new += _text(edit.new_text)
    length = lines.length(at.line)
    right = min(at.column + _BESIDE, length)
    _to_both(old, new, [DiffPiece("same", lines.slice(at.line, at.column, right))])
    if right < length:
        _to_both(old, new, [_MORE])
    return _by_line(old), _by_line(new)


def _to_both(
    old: list[DiffPiece], new: list[DiffPiece], pieces: Sequence[DiffPiece]
) -> None:
    old += pieces
    new += pieces


def _text(new_text: str) -> list[DiffPiece]:
    """Return the pieces of a text that comes."""
    lines = Lines(new_text)
    last = lines.count - 1
    end = Position(len(new_text), last, lines.length(last), 0)
    return _between(lines, Position(0, 0, 0, 0), end, "ins")


def _between(
    lines: Lines, start: Position, end: Position, kind: str
) -> list[DiffPiece]:
    """Return the text between two positions, its middle left out if it is long."""
    pieces: list[DiffPiece] = []
    shown = [*range(start.line, end.line + 1)]
    left_out = len(shown) - _FIRST - _LAST
    if left_out > 1:
        shown[_FIRST:-_LAST] = []
    for index, line in enumerate(shown):
        if left_out > 1 and index == _FIRST:
            pieces += [DiffPiece("lines", str(left_out)), DiffPiece(kind, "\n")]
        left = start.column if line == start.line else 0
        right = end.column if line == end.line else lines.length(line)
        pieces += _piece(lines, line, left, right, kind)
        if line < end.line:
            pieces.append(DiffPiece(kind, "\n"))
    return pieces


def _piece(
    lines: Lines, line: int, left: int, right: int, kind: str
) -> Iterator[DiffPiece]:
    gap = right - left - _START - _END
    if gap <= 0:
        yield DiffPiece(kind, lines.slice(line, left, right))
        return
    yield DiffPiece(kind, lines.slice(line, left, left + _START))
    yield DiffPiece("cut", count(gap, "character"))
    yield DiffPiece(kind, lines.slice(line, right - _END, right))


def _by_line(pieces: Sequence[DiffPiece]) -> list[Line]:
    found: list[Line] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            found.append([])
        elif piece.text:
            found[-1].append(piece)
    return found
