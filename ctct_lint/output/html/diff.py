"""A fix as a small diff: the lines before and after, what changes marked."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ctct_lint.model.diagnostic import Position
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.html.glyphs import shown
from ctct_lint.output.html.markup import Html, element, text
from ctct_lint.output.report import Lines
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.model.diagnostic import Edit, Fix

# Edits that do not fit together in one piece of text, and are shown.
_MOST_HUNKS = 6
# Code points: beside an edit, and of a text's start and its end.
_BESIDE = 60
_START = 240
_END = 80
# Lines of a text's start and of its end.
_FIRST = 8
_LAST = 3
_CUT = "\u2026"


class DiffPiece(NamedTuple):
    """Text on one line that stays (`same`), goes (`del`), comes (`ins`) or is cut.

    The text of a `cut` says how much was left out, that of `lines` is the number of
    lines that were, in the place of a line.
    """

    kind: str
    text: str


Line = list[DiffPiece]
_MORE = DiffPiece("cut", _CUT)


def diff(fix: Fix, lines: Lines) -> Html:
    """Return the lines that a fix changes, each line left out counted."""
    edits = sorted(fix.edits, key=lambda edit: edit.range.start.offset)
    hunks = list(_hunks(edits))
    rows = [row for hunk in hunks[:_MOST_HUNKS] for row in _rows(hunk, lines)]
    more = len(hunks) - _MOST_HUNKS
    if more > 0:
        label = text(f"{_CUT} and {count(more, 'more change')}")
        rows.append(element("p", label, class_="gap"))
    return element("div", *rows, class_="diff", role="group", aria_label="Change")


def _hunks(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield edits that stand on the same line or on neighbouring ones."""
    hunk: list[Edit] = []
    for edit in edits:
        if hunk and edit.range.start.line - hunk[-1].range.end.line > 1:
            yield hunk
            hunk = []
        hunk.append(edit)
    if hunk:
        yield hunk


def _rows(hunk: Sequence[Edit], lines: Lines) -> Iterator[Html]:
    old, new = _before_and_after(hunk, lines)
    first = hunk[0].range.start.line + 1
    head = _equal(old, new)
    tail = _equal(old[head:][::-1], new[head:][::-1])
    was = list(_numbered(old, first))
    becomes = list(_numbered(new, first))
    for kind, rows in (
        ("same", was[:head]),
        ("old", was[head : len(was) - tail]),
        ("new", becomes[head : len(becomes) - tail]),
        ("same", becomes[len(becomes) - tail :]),
    ):
        yield from (_row(kind, number, line) for number, line in rows)


def _equal(old: Sequence[Line], new: Sequence[Line]) -> int:
    """Return how many lines read the same from the start, whoever wrote them."""
    pairs = zip(map(_read, old), map(_read, new), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _read(line: Line) -> str:
    return "".join(piece.text for piece in line)


def _numbered(rows: Sequence[Line], number: int) -> Iterator[tuple[int, Line]]:
    for row in rows:
        yield number, row
        number += int(row[0].text) if row and row[0].kind == "lines" else 1


def _before_and_after(
    hunk: Sequence[Edit], lines: Lines
) -> tuple[list[Line], list[Line]]:
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


_SIGNS = {"old": "\u2212", "new": "+", "same": " "}


def _row(kind: str, number: int, line: Line) -> Html:
    left_out = bool(line) and line[0].kind == "lines"
    return element(
        "div",
        element("span", text("" if left_out else str(number)), class_="number"),
        element("span", text(_SIGNS[kind]), class_="sign"),
        element("code", *(_piece_html(piece, kind) for piece in line)),
        class_=f"row {kind}",
    )


def _piece_html(piece: DiffPiece, row: str) -> Html:
    if piece.kind == "lines":
        return _omission(count(int(piece.text), "line"))
    if piece.kind == "cut":
        return _omission(piece.text)
    content = shown(piece.text)
    return content if "same" in {piece.kind, row} else element(piece.kind, content)


def _omission(what: str) -> Html:
    words = what if what == _CUT else f"{_CUT} {what} {_CUT}"
    return element("span", text(words), class_="omission")
