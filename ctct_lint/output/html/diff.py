"""A fix as a small diff: the lines before and after, what changes marked."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ctct_lint.output.html.diff_lines import CUT, DiffPiece, Line, before_and_after
from ctct_lint.output.html.glyphs import shown
from ctct_lint.output.html.markup import Html, element, text
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.model.diagnostic import Edit, Fix
    from ctct_lint.output.report import Lines

# Edits that do not fit together in one piece of text, and are shown.
_MOST_HUNKS = 6


def diff(fix: Fix, lines: Lines) -> Html:
    """Return the lines that a fix changes, each line left out counted."""
    edits = sorted(fix.edits, key=lambda edit: edit.range.start.offset)
    hunks = list(_hunks(edits))
    rows = [row for hunk in hunks[:_MOST_HUNKS] for row in _rows(hunk, lines)]
    more = len(hunks) - _MOST_HUNKS
    if more > 0:
        label = text(f"{CUT} and {count(more, 'more change')}")
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
    old, new = before_and_after(hunk, lines)
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
    words = what if what == CUT else f"{CUT} {what} {CUT}"
    return element("span", text(words), class_="omission")
