"""What is kept of a long text is enough to show its diagnostics."""

from __future__ import annotations

import pickle

import pytest

from ctct_lint import Applicability, Diagnostic, Edit, Fix, Label, Severity
from ctct_lint.output.excerpts import Excerpts, excerpts
from ctct_lint.output.report import Lines
from ctct_lint.text.source import LineIndex

TEXT = "".join(f"  <a{n}>\U0001f337 {n}</a{n}>\n" for n in range(500)) + "</a>"


def pieces(text: str, size: int = 100) -> list[str]:
    found, start = [], 0
    while start < len(text):
        end = text.find(">", start + size) + 1 or len(text)
        found.append(text[start:end])
        start = end
    return found


def diagnostic(
    text: str,
    start: int,
    end: int,
    related: tuple[int, ...] = (),
    edits: tuple[tuple[int, int], ...] = (),
) -> Diagnostic:
    lines = LineIndex(text)
    labels = tuple(Label(lines.range(at, at + 1), "here") for at in related)
    made = tuple(Edit(lines.range(s, e), "new") for s, e in edits)
    fixes = (Fix("mend it", Applicability.SAFE, made), Fix("", Applicability.SAFE, ()))
    return Diagnostic(
        lines.range(start, end),
        Severity.ERROR,
        "CTC101",
        "a-name",
        "a message",
        related=labels,
        fixes=fixes,
    )


def kept(text: str, *diagnostics: Diagnostic) -> Excerpts:
    return excerpts(pieces(text), diagnostics)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_around_a_place_are_those_of_the_text(ends: str) -> None:
    text = TEXT.replace("\n", ends)
    whole, at = Lines(text), text.index("<a70>")
    found = kept(text, diagnostic(text, at, at + 5, (text.index("<a300>"),)))

    for line in (*range(65, 76), *range(295, 306)):
        assert found.text(line) == whole.text(line)
        assert found.length(line) == whole.length(line)
        assert found.indent(line) == whole.indent(line)
        assert found.slice(line, 3, 9) == whole.slice(line, 3, 9)
    assert found.count == whole.count
    assert found.has_lone_return() == whole.has_lone_return()
    assert not found.is_whole


def test_other_lines_are_not_kept() -> None:
    at = TEXT.index("<a70>")
    found = kept(TEXT, diagnostic(TEXT, at, at + 5))

    assert [found.text(line) for line in (64, 76, 499)] == ["", "", ""]
    assert [found.length(line) for line in (64, 500)] == [0, 4]
    assert len(pickle.dumps(found)) < len(TEXT) // 4


def test_text_between_edits_is_kept() -> None:
    first, last = TEXT.index("a70>"), TEXT.index("a72>")
    found = kept(
        TEXT,
        diagnostic(TEXT, first, first + 3, (), ((first, first + 3), (last, last + 3))),
    )

    assert found.between(first + 3, last) == TEXT[first + 3 : last]
    assert found.between(first, first) == ""


def test_of_a_range_of_many_lines_both_ends_are_kept() -> None:
    start, end = TEXT.index("<a70>"), TEXT.index("<a400>")
    found = kept(TEXT, diagnostic(TEXT, start, end))

    whole = Lines(TEXT)
    shown = [n for n in range(500) if found.text(n)]
    assert shown == [*range(65, 76), *range(395, 406)]
    assert all(found.text(n) == whole.text(n) for n in shown)


def test_of_a_long_line_both_sides_of_a_place_are_kept() -> None:
    line = "<a>" + "".join(f"<b>{n:05}</b>" for n in range(9_000)) + "</a>"
    text = f"<r>\n{line}\n</r>"
    at = text.index("04500")
    found = kept(text, diagnostic(text, at, at + 5))

    column = at - 4
    assert found.length(1) == len(line)
    assert (
        found.slice(1, column - 900, column + 900) == line[column - 900 : column + 900]
    )
    assert found.slice(1, 0, 9) == line[:9]
    assert found.slice(1, 40_000, 40_004) == "…" * 4
    assert (
        found.slice(1, column - 4_098, column - 4_094)
        == "……" + line[column - 4_096 : column - 4_094]
    )
    assert found.text(2) == "</r>"
    assert len(pickle.dumps(found)) < len(line) // 4


def test_nothing_wanted_is_nothing_kept() -> None:
    found = kept(TEXT)

    assert (found.count, found.text(0), found.whole) == (501, "", "")
