"""What holds for any text whatever: no crash, and ranges that are in order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from editing.marked import CTCT, ORDERS, SHELVES, campaign, order
from hypothesis import example, given
from hypothesis import strategies as st

from ctct_lint.editing.completion.complete import complete
from ctct_lint.editing.hover import hover
from ctct_lint.editing.outline import outline
from ctct_lint.editing.pieces import shrunk
from ctct_lint.editing.ranges import folds, selections
from ctct_lint.editing.symbols import Symbol, symbols
from ctct_lint.editing.tag_names import linked_names, names_to_rename
from ctct_lint.profiles.profile import Profile
from ctct_lint.text.span import Span

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/*.xml"))
PROFILES = (CTCT, ORDERS, SHELVES)
TYPED = st.text(
    st.sampled_from(["<", ">", "/", '"', "'", "=", "&", " ", "\n", "a", "\U0001f600"]),
    max_size=4,
)
BROKEN = st.tuples(
    st.sampled_from(
        [
            campaign(
                "<Name>a &lt; b</Name><EmailContent><![CDATA[<p>]]></EmailContent>"
            ),
            order('<number>1</number><!-- a --><item code="1"/>'),
            "<shelf xmlns='urn:shelf'><book isbn='1'><title>a</title></book></shelf>",
            "",
        ]
    ),
    st.integers(0, 400),
    st.integers(0, 30),
    TYPED,
).map(lambda made: made[0][: made[1]] + made[3] + made[0][made[1] + made[2] :])


def check(text: str, offset: int, profile: Profile) -> None:
    """Ask for what may be written at a place, and what is there."""
    for item in complete(text, offset, profile):
        assert 0 <= item.span.start <= offset <= item.span.end <= len(text)
        assert len(text[slice(*item.span)].splitlines()) <= 1
        assert item.snippet.count("$0") == 0
        assert item.plain()
    hover(text, offset, profile)


def check_nested(found: Iterable[Symbol], outer: Span | None, length: int) -> None:
    for one in found:
        assert 0 <= one.whole.start <= one.whole.end <= length
        assert one.whole.start <= one.selection.start
        assert one.selection.start <= one.selection.end <= one.whole.end
        if outer is not None:
            assert outer.start <= one.whole.start <= one.whole.end <= outer.end
        check_nested(one.children, one.whole, length)


@pytest.mark.parametrize("path", FIXTURES[::12], ids=lambda path: path.name)
def test_any_beginning_of_a_document_can_be_completed(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    for end in range(path.stat().st_size % 23, len(text) + 1, 23):
        check(text[:end], end, CTCT)


@pytest.mark.parametrize("path", FIXTURES[5::40], ids=lambda path: path.name)
def test_any_place_of_a_document_can_be_completed(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    for offset in range(path.stat().st_size % 17, len(text) + 1, 17):
        check(text, offset, CTCT)


@given(BROKEN, st.integers(0, 400), st.sampled_from(PROFILES))
@example("<a></a", 6, SHELVES)
def test_any_text_can_be_completed(text: str, offset: int, profile: Profile) -> None:
    check(text, min(offset, len(text)), profile)


@given(BROKEN, st.sampled_from([*PROFILES, None]))
def test_symbols_are_inside_each_other(text: str, profile: Profile | None) -> None:
    check_nested(symbols(outline(text, profile)), None, len(text))


@given(BROKEN, st.sampled_from(PROFILES))
def test_folds_are_inside_the_text(text: str, profile: Profile) -> None:
    for fold in folds(outline(text, profile)):
        assert 0 <= fold.first < fold.last <= text.count("\n")


@given(BROKEN, st.integers(0, 400), st.sampled_from(PROFILES))
def test_selections_only_grow(text: str, offset: int, profile: Profile) -> None:
    offset = min(offset, len(text))
    found = selections(outline(text, profile), offset)
    assert all(span.holds(offset) for span in found)
    for inner, outer in pairwise(found):
        assert outer.start <= inner.start <= inner.end <= outer.end
        assert inner != outer


@given(BROKEN, st.integers(0, 400), st.sampled_from(PROFILES))
def test_linked_names_are_the_same(text: str, offset: int, profile: Profile) -> None:
    offset = min(offset, len(text))
    found = linked_names(text, offset, profile)
    if found is not None:
        assert text[slice(*found[0])] == text[slice(*found[1])]
        assert found[0].end < found[1].start
    names = names_to_rename(outline(text, profile), offset, "a")
    assert all(0 <= name.start < name.end <= len(text) for name in names)


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (f"<b>{'x' * 400}</b>", "<b/>"),
        ("<b><c/></b>", "<b/>"),
        ("<b>x</b>", "<b>x</b>"),
        ("<b c='d'><c>1</c></b>", "<b c='d'/>"),
        ("<b/>" * 50, "<b/>" * 40),
        ("<b>1</b>\n" * 50, "<b>1</b>\n" * 40 + "\n" * 10),
        ("<b><c/></b>" * 50, "<b/>" * 40),
        ("<b/><c/>" * 50, "<b/><c/>" * 50),
        ("<b><c></b>", "<b><c></b>"),
        (f"<b c='{'d' * 400}'/>", f"<b c='{'d' * 400}'/>"),
        ("</b><d><c/></d>", "</b><d/>"),
        ("<!-- <b><c/></b> -->", "<!-- <b><c/></b> -->"),
        ('<b c="1><d/></b><d><c/></d>', '<b c="1><d/></b><d/>'),
    ],
)
def test_what_is_far_away_and_whole_is_left_out(children: str, expected: str) -> None:
    start = f"<a x='{'y' * 20_000}'>"
    assert shrunk(start + children) == start + expected
    assert shrunk(children) == children


def test_a_large_document_is_completed_as_a_small_one() -> None:
    book = "<book isbn='1'><title>a</title><year/><binding>hardcover</binding></book>\n"
    start = "<shelf xmlns='urn:shelf'>"
    text = start + book * 1000 + "<book><title/><" + book * 1000
    items = complete(text, text.index("<book>") + len("<book><title/><"), SHELVES)
    assert [item.label for item in items] == ["year", "</book>"]


def test_a_text_on_one_long_line_is_read_once() -> None:
    """It takes an hour where its length counts twice."""
    text = campaign(f"<Name>{'a &amp; ' * 60_000}")
    end = text.index("</Campaign>")
    assert [item.label for item in complete(text, end, CTCT)] == ["</Name>"]
    found = hover(text, end, CTCT)
    assert found is not None
    assert found.span == (text.index("a &amp;"), end)
