"""The source of a file: numbered lines, faults underlined, their cards below."""

from __future__ import annotations

from collections import deque
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ctct_lint.output.display import escape as visible
from ctct_lint.output.html.card import MOST_RELATED, anchor, card
from ctct_lint.output.html.excerpt import Block, Row, excerpt, lines_behind
from ctct_lint.output.html.glyphs import runs, shown
from ctct_lint.output.html.marks import (
    Mark,
    MarkedPlace,
    Segment,
    cut,
    marks_by_line,
    marks_by_row,
    segments,
)
from ctct_lint.output.html.markup import Html, element, join, text
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.report import FileReport

_CUT = "\u2026"


class SourceExcerpt:
    """The excerpt of one file, the `number`th of the page from 1."""

    def __init__(self, report: FileReport, number: int) -> None:
        self._number = number
        self._lines = report.lines
        places = list(_places(report.diagnostics, number))
        self._blocks = list(excerpt(report.lines, [p.range for p in places]))
        self._rows = [row for block in self._blocks for row in block.rows]
        shown_lines = sorted({row.line for row in self._rows})
        marks = marks_by_line(places, shown_lines, report.lines)
        self._marks = marks_by_row(self._rows, marks)
        self._named = -1
        cards = enumerate(report.diagnostics, 1)
        # Each is taken when the rows have reached its place.
        self._cards = deque(sorted(cards, key=lambda c: c[1].range.start.offset))

    def html(self) -> Html:
        """Return the listing."""
        behind = lines_behind(self._lines, self._blocks[-1].last)
        following = dict(pairwise(self._rows))
        blocks = [self._block(block, following) for block in self._blocks]
        total = self._blocks[-1].last + 1 + behind
        return element(
            "div", *blocks, _gap(behind), class_="source", data_lines=str(total)
        )

    def _block(self, block: Block, following: Mapping[Row, Row]) -> Html:
        parts = [_gap(block.before)]
        for row in block.rows:
            parts.append(self._row(row))
            parts += self._cards_before(following.get(row))
        return element(
            "div",
            *parts,
            class_="block",
            data_first=str(block.first),
            data_last=str(block.last),
        )

    def _cards_before(self, row: Row | None) -> Iterator[Html]:
        """Yield the cards of what starts before a row and has none yet."""
        while self._cards:
            number, diagnostic = self._cards[0]
            start = diagnostic.range.start
            if row is not None and (start.line, start.column) >= (row.line, row.start):
                return
            self._cards.popleft()
            yield card(diagnostic, self._number, number, self._lines)

    def _row(self, row: Row) -> Html:
        line = self._lines.slice(row.line, row.start, row.end)
        content = []
        if row.before:
            content.append(_omission(row.before))
        content += _marked(line, segments(row, line, self._marks[row]))
        if row.behind:
            content.append(_omission(row.behind))
        number = element("span", text(str(row.line + 1)), class_="number")
        # Of a line's rows the first has its name.
        name = row.line > self._named and f"f{self._number}-L{row.line + 1}"
        self._named = row.line
        return element("div", number, element("code", *content), class_="row", id=name)


def _places(diagnostics: Sequence[Diagnostic], number: int) -> Iterator[MarkedPlace]:
    for each, found in enumerate(diagnostics, 1):
        key = anchor(number, each)
        yield MarkedPlace(found.range, key, found.severity.label, found.message)
        for label in found.related[:MOST_RELATED]:
            yield MarkedPlace(label.range, key, "related", label.message)


def _marked(line: str, found: list[Segment]) -> Iterator[Html]:
    """Yield a row's content; words read leftward keep to themselves."""
    if line.isascii():
        yield from (_segment(line, segment) for segment in found)
        return
    directions = list(runs(line))
    bounds = [run.start for run in directions]
    parts = [part for segment in found for part in cut(segment, bounds)]
    leftward = {run.start: run.end for run in directions if run.leftward}
    end = 0

    def is_leftward(part: Segment) -> bool:
        nonlocal end
        end = max(end, leftward.get(part.start, 0))
        return part.start < end

    for isolated, group in groupby(parts, key=is_leftward):
        content = [_segment(line, part) for part in group]
        yield element("bdi", *content) if isolated else join(content)


def _segment(line: str, segment: Segment) -> Html:
    content = shown(line[segment.start : segment.end])
    for mark in reversed(segment.marks):
        content = _mark(content, mark)
    return content


def _mark(content: Html, mark: Mark) -> Html:
    place = mark.place
    kind = f"{place.kind} level{mark.level}" + ("" if content else " empty")
    return element(
        "mark", content, class_=kind, data_of=place.key, title=visible(place.message)
    )


def _gap(lines: int) -> Html:
    """Return the words for lines left out; the filter writes them anew."""
    words = text(_left_out(lines, "line") if lines else "")
    return element("p", words, class_="gap", hidden=not lines)


def _omission(number: int) -> Html:
    return element("span", text(_left_out(number, "character")), class_="omission")


def _left_out(number: int, word: str) -> str:
    return f"{_CUT} {count(number, word)} {_CUT}"
