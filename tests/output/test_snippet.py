from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.model.diagnostic import Label, Position, Range
from ctct_lint.output.display import text_width

if TYPE_CHECKING:
    from collections.abc import Callable

    At = Callable[..., Range]
    Between = Callable[..., Range]
    Snippet = Callable[..., list[str]]

ID = '<a id="1" id="2">'
WORDS = "<p>" + " ".join(f"w{number}" for number in range(100, 400)) + "</p>"


def test_a_label_before_the_primary_range_hangs_below(snippet: Snippet, at: At) -> None:
    related = (Label(at(ID, "id"), "first one here"),)
    assert snippet(ID, at(ID, "id", 1), related=related) == [
        '1 | <a id="1" id="2">',
        "  |    --     ^^",
        "  |    |",
        "  |    first one here",
    ]


def test_a_label_behind_the_primary_range_stays_on_its_row(
    snippet: Snippet, at: At
) -> None:
    related = (Label(at(ID, "id", 1), "second one here"),)
    assert snippet(ID, at(ID, "id"), related=related) == [
        '1 | <a id="1" id="2">',
        "  |    ^^     -- second one here",
    ]


def test_several_labels_of_a_line_hang_from_right_to_left(
    snippet: Snippet, at: At
) -> None:
    related = (Label(at(ID, "1"), "value"), Label(at(ID, "a"), "element"))
    assert snippet(ID, at(ID, "id", 1), related=related) == [
        '1 | <a id="1" id="2">',
        "  |  -     -  ^^",
        "  |  |     |",
        "  |  |     value",
        "  |  element",
    ]


def test_a_label_on_the_primary_range_stands_behind_the_carets(
    snippet: Snippet, at: At
) -> None:
    related = (Label(at(ID, "id"), "here"),)
    assert snippet(ID, at(ID, "id"), related=related) == [
        '1 | <a id="1" id="2">',
        "  |    ^^ here",
    ]


def test_the_primary_range_is_drawn_over_a_label_that_holds_it(
    snippet: Snippet, at: At
) -> None:
    related = (Label(at(ID, 'id="1"'), "attribute"),)
    assert snippet(ID, at(ID, "1"), related=related) == [
        '1 | <a id="1" id="2">',
        "  |    ----^-",
        "  |    |",
        "  |    attribute",
    ]


def test_a_gap_of_one_line_is_shown(snippet: Snippet, at: At) -> None:
    text = "<a>\n <b>\n  <c>"
    assert snippet(text, at(text, "c"), related=(Label(at(text, "a"), "in"),)) == [
        "1 | <a>",
        "  |  - in",
        "2 |  <b>",
        "3 |   <c>",
        "  |    ^",
    ]


def test_a_longer_gap_is_left_out(snippet: Snippet, at: At) -> None:
    text = "<a>\n <b>\n <x>\n  <c>"
    assert snippet(text, at(text, "a"), related=(Label(at(text, "c"), "not"),)) == [
        "1 | <a>",
        "  |  ^",
        "...",
        "4 |   <c>",
        "  |    - not",
    ]


def test_of_a_range_over_lines_the_first_and_the_last_are_drawn(
    snippet: Snippet, at: At
) -> None:
    text = "<a><b>\n  1\n  2\n  3\n  </b></a>"
    assert snippet(text, at(text, text[3:-4])) == [
        "1 | <a><b>",
        "  |    ^^^",
        "...",
        "5 |   </b></a>",
        "  |   ^^^^",
    ]


def test_a_range_that_ends_with_a_line_end_stays_on_its_line(
    snippet: Snippet, at: At
) -> None:
    text = "<a>b\n</a>"
    assert snippet(text, at(text, "b\n")) == ["1 | <a>b", "  |    ^"]


def test_a_label_over_lines_speaks_at_its_end(snippet: Snippet, at: At) -> None:
    text = "<a>\n</a><b>"
    related = (Label(at(text, "<a>\n</a>"), "all of it"),)
    assert snippet(text, at(text, "b"), related=related) == [
        "1 | <a>",
        "  | ---",
        "2 | </a><b>",
        "  | ---- ^",
        "  | |",
        "  | all of it",
    ]


def test_a_place_at_the_end_of_the_file_has_a_caret(
    snippet: Snippet, between: Between
) -> None:
    assert snippet("<a>\n", between("<a>\n", 4, 4)) == ["2 |", "  | ^"]
    assert snippet("<a>", between("<a>", 3, 3)) == ["1 | <a>", "  |    ^"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_not_shown(snippet: Snippet, at: At, end: str) -> None:
    text = f"<a>{end}<b>{end}"
    assert snippet(text, at(text, "b")) == ["2 | <b>", "  |  ^"]


def test_tabs_reach_to_the_next_stop_of_four(snippet: Snippet, at: At) -> None:
    text = "\t<a>\tb"
    assert snippet(text, at(text, "b")) == [
        "1 |     <a> b",
        "  |         ^",
    ]


def test_wide_characters_take_two_columns(snippet: Snippet, at: At) -> None:
    text = "<a>日本 🎉本b</a>"
    assert snippet(text, at(text, "🎉本")) == [
        "1 | <a>日本 🎉本b</a>",
        "  |         ^^^^",
    ]


def test_combining_and_joining_characters_take_no_column(
    snippet: Snippet, at: At
) -> None:
    text = "e\u0301\u200db"
    assert snippet(text, at(text, "b")) == ["1 | e\u0301\u200db", "  |  ^"]


def test_a_combining_character_is_marked_below_its_base(
    snippet: Snippet, at: At
) -> None:
    text = "<e\u0301>"
    assert snippet(text, at(text, "\u0301")) == ["1 | <e\u0301>", "  |  ^"]


def test_a_heap_of_combining_characters_is_cut(snippet: Snippet, at: At) -> None:
    text = "e" + "\u0301" * 1_000 + "b"
    assert snippet(text, at(text, "b")) == ["1 | …b", "  |  ^"]


def test_what_acts_or_hides_is_escaped_and_carets_fit(snippet: Snippet, at: At) -> None:
    text = "\x00\x1b[m\x9b\u202e\u2028\udc80\ufeff\U000e0041b"
    assert snippet(text, at(text, "\u202e")) == [
        "1 | \\x00\\x1b[m\\x9b\\u202e\\u2028\\udc80\\ufeff\\U000e0041b",
        "  |               ^^^^^^",
    ]


def test_a_long_line_is_shown_from_its_start_if_that_will_do(
    snippet: Snippet, at: At
) -> None:
    assert snippet(WORDS, at(WORDS, "w102"), width=40) == [
        "1 | <p>w100 w101 w102 w103 w104 w105 w…",
        "  |              ^^^^",
    ]


def test_a_long_line_is_cut_around_a_range_in_its_middle(
    snippet: Snippet, at: At
) -> None:
    assert snippet(WORDS, at(WORDS, "w250"), width=40) == [
        "1 | …w247 w248 w249 w250 w251 w252 w25…",
        "  |                 ^^^^",
    ]


def test_a_long_line_is_shown_to_its_end(snippet: Snippet, at: At) -> None:
    assert snippet(WORDS, at(WORDS, "/p"), width=40) == [
        "1 | … w394 w395 w396 w397 w398 w399</p>",
        "  |                                 ^^",
    ]


def test_a_cut_line_leaves_room_for_its_label(snippet: Snippet, at: At) -> None:
    related = (Label(at(WORDS, "w399"), "the last one"),)
    rows = snippet(WORDS, at(WORDS, "w398"), width=40, related=related)
    assert rows == [
        "1 | …5 w396 w397 w398 w399</p>",
        "  |              ^^^^ ---- the last one",
    ]


def test_of_a_range_that_is_too_wide_both_ends_are_shown(
    snippet: Snippet, between: Between
) -> None:
    where = between(WORDS, WORDS.index("w110"), WORDS.index(" w390"))
    assert snippet(WORDS, where, width=40) == [
        "1 | …109 w110 w111 w1…87 w388 w389 w39…",
        "  |      ^^^^^^^^^^^^…^^^^^^^^^^^^",
    ]


def test_places_too_far_apart_for_one_window_get_one_each(
    snippet: Snippet, at: At
) -> None:
    related = (Label(at(WORDS, "p"), "in here"),)
    assert snippet(WORDS, at(WORDS, "w250"), width=40, related=related) == [
        "1 | <p>w100 w101 w102 w103 w104 w105 w…",
        "  |  - in here",
        "1 | …w247 w248 w249 w250 w251 w252 w25…",
        "  |                 ^^^^",
    ]


def test_no_terminal_is_narrower_than_forty(snippet: Snippet, at: At) -> None:
    where = at(WORDS, "w250")
    assert snippet(WORDS, where, width=1) == snippet(WORDS, where, width=40)


def test_a_label_that_is_too_long_for_its_line_is_wrapped_below(
    snippet: Snippet, at: At
) -> None:
    text = "<p><b>abc</b></p> and what follows"
    related = (
        Label(at(text, "p"), "it has to end before all of this"),
        Label(at(text, "what"), "a word of the text that follows the end tag"),
    )
    assert snippet(text, at(text, "b"), width=40, related=related) == [
        "1 | <p><b>abc</b></p> and what follows",
        "  |  -  ^                 ----",
        "  |  |                    |",
        "  |  |   a word of the text that",
        "  |  |   follows the end tag",
        "  |  it has to end before all of this",
    ]


@given(
    text=st.text(
        st.sampled_from("ab \t\r\n\x1b\u202e日🎉\u0301\u200d#[") | st.characters(),
        max_size=300,
    ),
    ends=st.tuples(st.integers(0, 300), st.integers(0, 300)),
    labels=st.lists(st.text("ab 日", max_size=90), max_size=4),
    width=st.integers(40, 120),
)
def test_any_range_of_any_text_is_drawn_within_the_width(  # noqa: PLR0913, PLR0917 - each is drawn
    snippet: Snippet,
    between: Between,
    text: str,
    ends: tuple[int, int],
    labels: list[str],
    width: int,
) -> None:
    start, end = sorted(min(at, len(text)) for at in ends)
    if text[start - 1 : start + 1] == "\r\n":
        start -= 1
    if text[end - 1 : end + 1] == "\r\n":
        end += 1
    step = len(text) // (len(labels) + 1) + 1
    places = [at for at in range(0, len(text), step) if text[at] != "\n"]
    related = [
        Label(between(text, at, at), label)
        for at, label in zip(places, labels, strict=False)
    ]
    rows = snippet(text, between(text, start, end), width, related=tuple(related))
    assert any(set(row[row.index("|") + 1 :]) & set("^…") for row in rows if "|" in row)
    assert max(map(text_width, rows)) <= width


class Counted(str):
    """A text that counts the characters that are copied from it."""

    __slots__ = ("copied",)

    copied: int

    def __getitem__(self, key: slice) -> str:
        part = super().__getitem__(key)
        self.copied += len(part)
        return part


@pytest.mark.parametrize(
    ("start", "end"), [(5_000_003, 5_000_007), (10, 9_000_000), (9_999_999, 10_000_003)]
)
def test_of_a_huge_line_little_more_than_the_window_is_read(
    snippet: Snippet, start: int, end: int
) -> None:
    text = Counted("<p>" + "word " * 2_000_000)
    where = Range(Position(start, 0, start, start), Position(end, 0, end, end))
    text.copied = 0
    rows = snippet(text, where)
    assert len(rows) == 2
    assert 0 < text.copied < 5_000
