"""Texts with a fault at every few characters: a megabyte has a million of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.text.patterns import lazy
from ctct_lint.xml import source

# What `conftest.SmallModel` is.
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair import leaf_markup, tail, undeclared_prefixes
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.elements import Unclosed
from ctct_lint.xml.repair.nesting import Nesting
from ctct_lint.xml.repair.repair import repair
from ctct_lint.xml.scan import start_tag
from ctct_lint.xml.scan.plain_attributes import MOST_FAULTS
from ctct_lint.xml.source import Source
from ctct_lint.xml.tokens import Token

# Each slip is one fault.
SLIPS = ["b ", "b=c ", "b=“c” ", "1b='c' ", "= ", "/ ", "b='c'", "{{b}} "]
MANY = MOST_FAULTS + 9


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize(
    ("end", "attributes"),
    [
        ('c="d"/>', {"c": "d"}),
        ('c="d" e="f">x</a>', {"c": "d", "e": "f"}),
        ('c="d" ; ; e="f"/>', {"c": "d", "e": "f"}),
        ('c="d" / e="f"/>', {"c": "d", "e": "f"}),
        (">x</a>", {}),
        ("/>", {}),
    ],
)
def test_behind_many_slips_in_a_tag_what_is_no_attribute_is_one_fault(
    slip: str, end: str, attributes: dict[str, str], model: ContentModel
) -> None:
    text = f"<a {slip * MANY} {end}"

    result = repair(text, model)

    root = etree.fromstring(result.text)
    assert {name: root.get(name) for name in attributes} == attributes
    assert repair(result.text, model).faults == ()
    assert len(result.faults) < 2 * MANY


def test_many_slips_up_to_the_end_of_a_text_are_cut_off(model: ContentModel) -> None:
    result = repair("<a>" + "<b c='d' " + "e=f " * MANY, model, most=9)

    assert [fault.kind for fault in result.faults][-1] == "truncated-document"
    assert repair(result.text, model).faults == ()


@given(
    st.text("ab ", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=20),
)
def test_a_search_begins_where_the_last_one_has_come_to(
    text: str, searches: list[tuple[int, int]]
) -> None:
    source, pattern = Source(text, _Nothing()), lazy("(?<= )a")

    for at, end in searches:
        found, expected = source.search(pattern, at, end), pattern.search(text, at, end)
        assert (found and found.span()) == (expected and expected.span())


def test_prefixes_that_are_not_declared_are_looked_up_once(
    model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the first are compared with those that are: `sheed` with `sheet`."""
    monkeypatch.setattr(undeclared_prefixes, "_MOST_COMPARED", 2)
    text = '<a xmlns:sheet="u:s">{}<sheed:a/></a>'

    first = repair(text.format(""), model).faults
    later = repair(text.format("<k:a/><l:a/><m:a/>"), model).faults

    assert [fault.owner for fault in first] == ["sheet"]
    assert [fault.owner for fault in later] == [""] * 4


def test_faults_of_elements_that_are_not_told_are_not_built(
    model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []
    real = Unclosed.draft

    def noted(self: Unclosed, text: str) -> object:
        built.append(self.start)
        return real(self, text)

    monkeypatch.setattr(Unclosed, "draft", noted)
    text = f"<entry>{'<b>' * MANY}</entry>"

    result = repair(text, model, most=3)

    starts = [text.index("b>") + 3 * n for n in range(3)]
    assert built == starts
    assert [fault.at.start for fault in result.faults] == starts
    assert result.left_out == {"unclosed-element": MANY - 3}


def test_what_declarations_announce_is_looked_for_once(
    model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []

    def noted(text: str, token: Token) -> bool:
        looked_at.append(token.start)
        return is_content(text, token)

    monkeypatch.setattr(tail, "is_content", noted)

    result = repair("<a/>" + "<?xml version='1.0'?>" * MANY, model)

    assert {f.kind for f in result.faults} == {"misplaced-xml-declaration"}
    assert len(looked_at) < 2 * MANY


def test_leaves_in_a_sound_leaf_are_not_looked_into(
    model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []
    real = leaf_markup._is_faulty

    def noted(nesting: Nesting, at: int) -> bool:
        looked_at.append(at)
        return real(nesting, at)

    monkeypatch.setattr(leaf_markup, "_is_faulty", noted)
    nested = f"{'<Name>' * MANY}x{'</Name>' * MANY}"

    result = repair(f"<entry>&<a/>{nested}</entry>", model)

    assert [fault.kind for fault in result.faults] == ["bare-ampersand"]
    assert len(looked_at) < 3 * MANY


def test_a_tag_that_nothing_ends_and_nothing_is_in_is_not_read(
    model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> int:
        raise AssertionError

    monkeypatch.setattr(start_tag, "read_attribute", read)

    result = repair("<entry>" + "<b & " * 9 + "<x & b/ </entry>", model)

    assert [fault.kind for fault in result.faults] == [
        *["bare-less-than", "bare-ampersand"] * 10
    ]


def test_only_the_first_of_very_many_unknown_names_are_compared(
    model: ContentModel,
) -> None:
    source = Source("", model)

    assert source.meant("Subjct") == "Subject"
    for number in range(1000):
        source.meant(f"x{number}")
    assert source.meant("Subjetc") == "Subjetc"
    assert source.meant("Subjct") == "Subject"


class _Nothing:
    """A model without any element."""

    def __getattr__(self, name: str) -> object:
        return lambda *_: False


def test_only_of_the_first_names_the_tags_are_counted(
    monkeypatch: pytest.MonkeyPatch, model: ContentModel
) -> None:
    monkeypatch.setattr(source, "_MOST_COUNTED", 1)
    text = "<a><b1</b><c2</c></a>"

    found = repair(text, model)

    assert [(fault.kind, fault.subject) for fault in found.faults] == [
        ("unfinished-start-tag", "b"),
        ("bare-less-than", "<"),
        ("stray-end-tag", "c"),
    ]
