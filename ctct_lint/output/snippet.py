"""The drawing of source lines with the places of a diagnostic underlined."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.display import escape, text_width
from ctct_lint.output.ink import SEVERITY_INK, Ink
from ctct_lint.output.marks import Underline, marks_of
from ctct_lint.output.window import CUT, Line
from ctct_lint.output.wrap import NARROWEST, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.report import Lines
    from ctct_lint.output.style import Style
    from ctct_lint.output.window import View

_SEPARATOR = " | "
# What stands in a column, and its colour.
_Sign = tuple[str, "Ink | None"]
_BLANK: _Sign = (" ", None)


class _Stroke(NamedTuple):
    """A mark in display columns; `last` is its last column."""

    first: int
    last: int
    mark: Underline


class Snippet:
    """The lines that a diagnostic speaks of, at most `MOST_LABELS` labels."""

    def __init__(self, diagnostic: Diagnostic, lines: Lines, style: Style) -> None:
        self._lines = lines
        self._style = style
        self._ink = SEVERITY_INK[diagnostic.severity]
        self._marks = sorted(marks_of(diagnostic, lines))
        self.digits = len(str(self._marks[-1].line + 1))
        # A caret may stand behind the end of the line: one column stays free.
        self._room = style.width - self.digits - len(_SEPARATOR) - 1

    def rows(self) -> Iterator[str]:
        """Yield the rows, the numbers of their lines in front."""
        yield self._row("")
        previous = None
        for number, marks in groupby(self._marks, key=lambda mark: mark.line):
            if previous is not None and number - previous == 2:  # noqa: PLR2004
                # A single line takes no more room than the sign that it is left out.
                yield from self._drawn(self._line(number - 1), ())
            elif previous is not None and number - previous > 1:
                yield self._style.paint(Ink.FRAME, "...")
            line = self._line(number)
            for cluster in self._clusters(line, marks):
                yield from self._drawn(line, cluster)
            previous = number

    def _row(self, content: str, number: str = "") -> str:
        bar = self._style.paint(Ink.FRAME, f"{number:>{self.digits}} |")
        return f"{bar} {content}".rstrip()

    def _line(self, number: int) -> Line:
        return Line(self._lines, number, self._room)

    def _clusters(
        self, line: Line, marks: Iterable[Underline]
    ) -> Iterator[list[Underline]]:
        """Yield the marks of a line, those together that one window can show."""
        cluster: list[Underline] = []
        for mark in marks:
            end = max(each.end for each in [*cluster, mark])
            start = cluster[0].start if cluster else mark.start
            if cluster and not line.fits and line.width(start, end) > self._room - 2:
                yield cluster
                cluster = []
            cluster.append(mark)
        yield cluster

    def _drawn(self, line: Line, marks: Sequence[Underline]) -> Iterator[str]:
        start = min((mark.start for mark in marks), default=0)
        end = max((mark.end for mark in marks), default=0)
        label = escape(marks[-1].label) if marks else ""
        view = line.view(start, end, text_width(label) + 1 if label else 0)
        yield self._row(view.shown.rstrip(), str(line.number + 1))
        strokes = [_Stroke(*view.covered(m.start, m.end), m) for m in marks]
        if strokes:
            yield from self._underlined(view, strokes)

    def _underlined(self, view: View, strokes: list[_Stroke]) -> Iterator[str]:
        width = max(stroke.last for stroke in strokes) + 1
        signs = [_BLANK] * width
        for stroke in sorted(strokes, key=lambda stroke: stroke.mark.primary):
            ink = self._ink_of(stroke)
            sign = "^" if stroke.mark.primary else "-"
            number = stroke.last + 1 - stroke.first
            signs[stroke.first : stroke.last + 1] = [(sign, ink)] * number
            for gap in view.gaps:
                if stroke.first <= gap.column <= stroke.last:
                    signs[gap.column] = (CUT, ink)
        row = self._painted(signs)
        rest = list(strokes)
        last = max(strokes, key=lambda stroke: (stroke.first, bool(stroke.mark.label)))
        label = escape(last.mark.label)
        # A blank parts the label from its underline.
        if last.last == width - 1 and last.last + text_width(label) < self._room:
            row = f"{row} {self._inked(label, last)}"
            rest.remove(last)
        yield self._row(row)
        yield from self._hanging(rest)

    def _hanging(self, strokes: Iterable[_Stroke]) -> Iterator[str]:
        """Yield the labels that have no room behind their underline."""
        left = [stroke for stroke in strokes if stroke.mark.label]
        if left:
            yield self._row(self._bars(left))
        while left:
            stroke = left.pop()
            start = min(stroke.first, self._room - NARROWEST)
            bars = [each for each in left if each.first < start]
            canvas_end = max((each.first + 1 for each in bars), default=0)
            margin = self._bars(bars) + " " * (start - canvas_end)
            for line in wrapped(escape(stroke.mark.label), self._room - start):
                yield self._row(margin + self._inked(line, stroke))

    def _bars(self, strokes: Iterable[_Stroke]) -> str:
        signs = [_BLANK] * max((stroke.first + 1 for stroke in strokes), default=0)
        for stroke in strokes:
            signs[stroke.first] = ("|", self._ink_of(stroke))
        return self._painted(signs)

    def _inked(self, text: str, stroke: _Stroke) -> str:
        return self._style.paint(self._ink_of(stroke), text)

    def _ink_of(self, stroke: _Stroke) -> Ink:
        return self._ink if stroke.mark.primary else Ink.FRAME

    def _painted(self, row: Iterable[_Sign]) -> str:
        if not self._style.color:
            return "".join([sign for sign, _ in row])
        parts = []
        for ink, signs in groupby(row, key=itemgetter(1)):
            text = "".join(map(itemgetter(0), signs))
            parts.append(self._style.paint(ink, text) if ink else text)
        return "".join(parts)
