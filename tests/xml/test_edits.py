"""Edits of one text, merged with others."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import Edits


@st.composite
def edits(draw: st.DrawFn) -> TextEdit:
    start = draw(st.integers(0, 12))
    return TextEdit(start, start + draw(st.integers(0, 4)), draw(st.text("abc")))


def apart(several: Iterable[TextEdit]) -> list[TextEdit]:
    """Return what is left of edits by the plainest way; of two the first one stays."""
    kept, end = list[TextEdit](), 0
    for edit in sorted(several, key=lambda e: (e.start, e.end > e.start, -e.end)):
        if edit.start >= end:
            kept.append(edit)
            end = edit.end
    return kept


@pytest.mark.parametrize(
    ("own", "other", "left"),
    [
        ((2, 4, "a"), (5, 6, "b"), [(2, 4, "a"), (5, 6, "b")]),
        ((2, 4, "a"), (0, 2, "b"), [(0, 2, "b"), (2, 4, "a")]),
        ((2, 2, "a"), (2, 2, "b"), [(2, 2, "a"), (2, 2, "b")]),
        ((2, 2, "a"), (2, 4, "b"), [(2, 2, "a"), (2, 4, "b")]),
        ((2, 4, "a"), (2, 2, "b"), [(2, 2, "b"), (2, 4, "a")]),
        ((2, 4, "a"), (2, 4, "b"), [(2, 4, "a")]),
        ((2, 6, "a"), (3, 4, "b"), [(2, 6, "a")]),
        ((3, 4, "a"), (2, 6, "b"), [(2, 6, "b")]),
        ((2, 4, "a"), (2, 6, "b"), [(2, 6, "b")]),
    ],
)
def test_of_two_edits_that_meet_one_is_left(
    own: tuple[int, int, str],
    other: tuple[int, int, str],
    left: list[tuple[int, int, str]],
) -> None:
    assert list(Edits([TextEdit(*own)]).with_others([TextEdit(*other)])) == left


@pytest.mark.parametrize(
    ("own", "other", "left"),
    [
        ((2, 4, "a"), (2, 4, "b"), [(2, 4, "b")]),
        ((2, 6, "a"), (2, 4, "b"), [(2, 6, "a")]),
        ((2, 4, "a"), (2, 6, "b"), [(2, 6, "b")]),
        ((2, 2, "a"), (2, 2, "b"), [(2, 2, "a"), (2, 2, "b")]),
        ((2, 4, "a"), (3, 6, "b"), [(2, 4, "a")]),
    ],
)
def test_of_two_that_replace_the_same_the_stronger_one_is_left(
    own: tuple[int, int, str],
    other: tuple[int, int, str],
    left: list[tuple[int, int, str]],
) -> None:
    merged = Edits([TextEdit(*own)]).with_others([TextEdit(*other)], are_stronger=True)

    assert list(merged) == left


@examples(300)
@given(st.lists(edits(), max_size=6), st.lists(edits(), max_size=6))
def test_merging_is_sorting_all_and_leaving_out_what_meets(
    own: list[TextEdit], others: list[TextEdit]
) -> None:
    own = apart(own)

    assert list(Edits(own).with_others(others)) == apart([*own, *others])


def test_an_edit_is_found_among_all_of_its_place() -> None:
    edits = Edits([TextEdit(1, 1, "</b>"), TextEdit(1, 1, "</a>"), TextEdit(2, 3, "")])

    assert [TextEdit(1, 1, f"</{name}>") in edits for name in "abc"] == [
        True,
        True,
        False,
    ]
    assert TextEdit(0, 0, "") not in edits


@pytest.mark.parametrize(
    ("start", "end", "is_held"),
    [
        (2, 5, True),
        (3, 4, True),
        (5, 5, True),
        (1, 3, False),
        (4, 6, False),
        (6, 6, False),
        (7, 9, True),
    ],
)
def test_an_edit_is_held_by_one_that_is_of_as_much(
    start: int, end: int, is_held: bool
) -> None:
    edits = Edits([TextEdit(2, 5, "a"), TextEdit(7, 9, "b")])

    assert edits.hold(TextEdit(start, end, "")) is is_held
