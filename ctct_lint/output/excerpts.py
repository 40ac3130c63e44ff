"""The lines of a text that is too long to be kept: those that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.report import Lines
from ctct_lint.text.patterns import lazy
from ctct_lint.text.source import START, Range, advanced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic

_LINE = lazy(r"[^\r\n]*(\r\n?|\n)?")
_LONE_RETURN = lazy(r"\r(?!\n)")
# So many lines are kept around a place, and all of one that has no more than these.
_AROUND, _MOST_LINES = 5, 64
# Of a line that goes on beyond a piece of the text, so many columns around a place.
_BESIDE = 1 << 12
_NOT_KEPT = "…"


class Row(NamedTuple):
    """A line: where it starts in the text, its length, and what is kept of it.

    `parts` are texts by the columns that they start in, `end` is the line end.
    """

    offset: int
    length: int
    parts: tuple[tuple[int, str], ...]
    end: str


class Excerpts(Lines):
    """The lines around the places of diagnostics, by their numbers in the text."""

    __slots__ = ("_count", "_has_lone_return", "_rows")

    def __init__(
        self, rows: dict[int, Row], count: int, *, has_lone_return: bool
    ) -> None:
        super().__init__("")
        self._rows = rows
        self._count = count
        self._has_lone_return = has_lone_return

    @property
    def is_whole(self) -> bool:
        """No: the text is not kept."""
        return False

    @property
    def count(self) -> int:
        """The number of lines of the text."""
        return self._count

    def length(self, line: int) -> int:
        """Return the number of code points before the line's end."""
        row = self._rows.get(line)
        return row.length if row else 0

    def slice(self, line: int, start: int, end: int) -> str:
        """Return columns `start` to `end` of a line."""
        row = self._rows.get(line)
        if row is None:
            return ""
        start, end = max(start, 0), min(end, row.length)
        shown, at = [], start
        for column, text in row.parts:
            first, last = max(column, at), min(column + len(text), end)
            if first < last:
                shown += [
                    _NOT_KEPT * (first - at),
                    text[first - column : last - column],
                ]
                at = last
        return "".join([*shown, _NOT_KEPT * (end - at)])

    def between(self, start: int, end: int) -> str:
        """Return the text, line ends included, from one offset up to another."""
        parts = []
        for line, row in sorted(self._rows.items()):
            first, last = max(start - row.offset, 0), end - row.offset
            if first <= row.length + len(row.end) and last > 0:
                parts.append((self.slice(line, 0, row.length) + row.end)[first:last])
        return "".join(parts)

    def has_lone_return(self) -> bool:
        """Tell whether a CR without an LF after it ends a line."""
        return self._has_lone_return

    def indent(self, line: int) -> int:
        """Return the number of blanks and tabs that a line starts with."""
        start = self.slice(line, 0, _BESIDE)
        return len(start) - len(start.lstrip(" \t"))


def excerpts(pieces: Iterable[str], diagnostics: Iterable[Diagnostic]) -> Excerpts:
    """Return the lines that diagnostics are shown with; each piece ends with a `>`.

    Only the last one may end otherwise.
    """
    reader = _Reader(_wanted(diagnostics))
    for piece in pieces:
        reader.read(piece)
    return reader.finish()


def _wanted(diagnostics: Iterable[Diagnostic]) -> dict[int, set[int]]:
    """Return the columns that are shown, by the numbers of their lines."""
    wanted: dict[int, set[int]] = {}
    for diagnostic in diagnostics:
        for start, end in _ranges(diagnostic):
            spans = [(start.line, end.line)]
            if end.line - start.line > _MOST_LINES:
                spans = [(start.line, start.line), (end.line, end.line)]
            for first, last in spans:
                for line in range(max(first - _AROUND, 0), last + _AROUND + 1):
                    wanted.setdefault(line, {0})
            wanted[start.line].add(start.column)
            wanted[end.line].add(end.column)
    return wanted


def _ranges(diagnostic: Diagnostic) -> Iterator[Range]:
    yield diagnostic.range
    for label in diagnostic.related:
        yield label.range
    for fix in diagnostic.fixes:
        if fix.edits:
            ranges = [edit.range for edit in fix.edits]
            yield from ranges
            yield Range(min(r.start for r in ranges), max(r.end for r in ranges))


class _Reader:
    """One pass over a text."""

    def __init__(self, wanted: dict[int, set[int]]) -> None:
        self._wanted = wanted
        self._last = max(wanted, default=-1)
        self._at = START
        self._rows: dict[int, Row] = {}
        self._has_lone_return = False

    def read(self, piece: str) -> None:
        self._has_lone_return |= "\r" in piece and bool(_LONE_RETURN.search(piece))
        after = advanced(self._at, piece)
        lines = range(self._at.line, min(after.line, self._last) + 1)
        if any(line in self._wanted for line in lines):
            self._read_lines(piece)
        self._at = after

    def _read_lines(self, piece: str) -> None:
        line, column, start = self._at.line, self._at.column, 0
        while line <= self._last:
            found = _LINE.match(piece, start)
            assert found is not None  # noqa: S101 - it matches anything
            if line in self._wanted:
                end = found[1] or ""
                text = piece[start : found.end() - len(end)]
                self._add(line, column, self._at.offset + start - column, text, end)
            if not found[1]:
                break
            line, column, start = line + 1, 0, found.end()

    def _add(self, line: int, column: int, offset: int, text: str, end: str) -> None:
        parts = tuple(self._kept(line, column, text))
        row = self._rows.get(line)
        if row is not None:
            offset, parts = row.offset, row.parts + parts
        self._rows[line] = Row(offset, column + len(text), parts, end)

    def _kept(self, line: int, column: int, text: str) -> Iterator[tuple[int, str]]:
        """Yield what is kept of a part of a line, by columns."""
        at = 0
        for wanted in sorted(self._wanted[line]):
            first = max(wanted - column - _BESIDE, at)
            last = min(wanted - column + _BESIDE, len(text))
            if first < last:
                yield column + first, text[first:last]
                at = last

    def finish(self) -> Excerpts:
        last = self._at.line
        self._rows.setdefault(last, Row(self._at.offset, self._at.column, (), ""))
        return Excerpts(self._rows, last + 1, has_lone_return=self._has_lone_return)
