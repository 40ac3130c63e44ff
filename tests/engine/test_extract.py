"""Parts of a document as a document of their own, and the way back."""

from __future__ import annotations

import pytest

from ctct_lint import Applicability, Diagnostic, Edit, Fix, Label, Severity
from ctct_lint.engine.parts.extract import Extract, ExtractPart
from ctct_lint.text.decoded import Trouble
from ctct_lint.text.source import LineIndex

LONG = "<r>\n<a>\U0001f337</a><b>\n</b>\n <c>1</c></r>"
# The first and the last child, and a comment and an end of its own.
FIRST, LAST = (0, 12), (20, 30)
THERE = LineIndex(LONG)


def extract() -> Extract:
    stretches = [
        ExtractPart(THERE.position(start), LONG[start:end])
        for start, end in (FIRST, LAST)
    ]
    comment, end = (ExtractPart(None, t, is_own=False) for t in ("<!---->", "</r>"))
    return Extract([stretches[0], comment, ExtractPart(None, ""), stretches[1], end])


HERE = LineIndex(extract().text)


def found(
    start: int, end: int, related: tuple[int, ...] = (), edits: tuple[int, ...] = ()
) -> Diagnostic:
    return Diagnostic(
        HERE.range(start, end),
        Severity.ERROR,
        "CTC101",
        "a-name",
        "a message",
        related=tuple(Label(HERE.range(at, at + 1), "here") for at in related),
        fixes=(
            Fix(
                "mend it",
                Applicability.SAFE,
                tuple(Edit(HERE.range(at, at), "new") for at in edits),
            ),
        ),
    )


def test_an_extract_is_a_text() -> None:
    assert extract().text == "<r>\n<a>\U0001f337</a><!---->\n <c>1</c></r>"


@pytest.mark.parametrize("what", ["<r>", "<a>", "\U0001f337", "<c>", "1</c>"])
def test_places_are_moved(what: str) -> None:
    here, there = extract().text.index(what), LONG.index(what)
    moved = extract().moved(found(here, here + len(what), (here,), (here,)))

    assert moved.range == THERE.range(there, there + len(what))
    assert [label.range for label in moved.related] == [THERE.range(there, there + 1)]
    assert [e.range for f in moved.fixes for e in f.edits] == [
        THERE.range(there, there)
    ]


def test_what_is_not_from_the_document_is_left_out() -> None:
    text = extract().text
    comment, end = text.index("<!--"), text.index("</r>")
    moved = extract().moved(found(0, 1, (comment, 4, end), (0, comment + 1)))

    assert [label.range for label in moved.related] == [THERE.range(4, 5)]
    assert moved.fixes == ()


def test_what_is_put_in_at_the_end_is_put_in_behind_what_is_there() -> None:
    end = extract().text.index("</r>")
    moved = extract().moved(found(end - 4, len(extract().text), (), (end,)))

    assert moved.range == THERE.range(LAST[1] - 4, LAST[1])
    assert [e.range for f in moved.fixes for e in f.edits] == [
        THERE.range(LAST[1], LAST[1])
    ]


def test_troubles_are_moved_with_their_stretch() -> None:
    trouble = Trouble("undecodable-bytes", 24, 25, related=((24, 25, "E9"),))
    stretches = [
        ExtractPart(THERE.position(0), LONG[:3]),
        ExtractPart(THERE.position(20), LONG[20:30], troubles=(trouble,)),
    ]

    assert list(Extract(stretches).troubles()) == [
        Trouble("undecodable-bytes", 7, 8, related=((7, 8, "E9"),))
    ]
