"""The first of each kind are kept, the others counted."""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.html import tags
from ctct_lint.model.quota import Quota
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.edits import MOST_EDITS

# What `conftest.SmallModel` is.
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair import inside, open_tags, recovery
from ctct_lint.xml.repair.firsts import Firsts
from ctct_lint.xml.repair.repair import repair
from ctct_lint.xml.scan import scanner


class Thing(NamedTuple):
    kind: str
    start: int
    end: int


things = st.builds(Thing, st.sampled_from("ab"), st.integers(0, 9), st.integers(10, 12))


@given(st.lists(things, max_size=30), st.integers(1, 5))
def test_of_each_kind_those_are_kept_that_stand_first(
    given_things: list[Thing], most: int
) -> None:
    firsts: Firsts[Thing] = Firsts(most)
    for thing in given_things:
        if firsts.takes(*thing):
            firsts.add(*thing, thing)

    by_position = sorted(given_things, key=lambda t: (t.start, t.end))
    quota = Quota(most)
    expected = [thing for thing in by_position if quota.takes(thing.kind)]
    assert [t[1:] for t in firsts.kept()] == [t[1:] for t in expected]
    assert firsts.left_out() == quota.left_out


MANY = 2_000
BARE = "".join(f" a{n}=1" for n in range(9))


@pytest.mark.parametrize(
    ("kind", "sign", "around"),
    [
        ("bare-less-than", "<", "<a>{}</a>"),
        ("bare-less-than", "<\n", "<a>{}</a>"),
        ("bare-ampersand", "&", "<a>{}</a>"),
        ("bare-ampersand", "&", "<a b='{}'/>"),
        ("bare-ampersand", "&#", "<a>{}</a>"),
        ("less-than-in-attribute", "<", "<a b='{}'/>"),
        ("cdata-end-in-text", "]]>", "<a>{}</a>"),
    ],
)
def test_what_is_not_told_is_mended_and_not_built(
    kind: str,
    sign: str,
    around: str,
    model: ContentModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = []

    def noted(kind: str, text: str, start: int, end: int, *edits: TextEdit) -> Draft:
        built.append(start)
        return Draft(kind, start, end, text[start:end], list(edits))

    monkeypatch.setattr(inside, "draft", noted)
    text = around.format(sign * MANY)
    result = repair(text, model, most=3)

    at = around.index("{")
    starts = [at + n * len(sign) for n in range(3)]
    assert [(fault.kind, fault.at.start) for fault in result.faults] == [
        (kind, start) for start in starts
    ]
    assert result.left_out == {kind: MANY - 3}
    assert len(result.edits) == MANY
    assert repair(result.text, model).faults == ()
    assert built in (starts, [])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("unclosed-element", "<entry>" + "<title>" * 9 + "</entry>"),
        ("stray-end-tag", "<a>" + "</Name>" * 9 + "</a>"),
        ("forbidden-character", "<a>" + "\1x" * 9 + "</a>"),
        (
            "unquoted-attribute-value",
            "<a" + "".join(f" a{n}=1" for n in range(9)) + "/>",
        ),
        ("undefined-entity", "<a>" + "&x;" * 9 + "</a>"),
    ],
)
def test_other_faults_are_counted_as_well(
    kind: str, text: str, model: ContentModel
) -> None:
    every, first = repair(text, model), repair(text, model, most=4)

    assert {fault.kind for fault in every.faults} == {kind}
    assert first.faults == every.faults[:4]
    assert first.left_out == {kind: len(every.faults) - 4}
    assert first.text == every.text
    assert every.left_out == {}


def test_a_mend_of_very_many_places_is_one_edit(model: ContentModel) -> None:
    inner = "<b>" + "&" * MOST_EDITS + "</b>"
    text = f"<entry><title>{inner}</title></entry>"
    (fault,) = repair(text, model).faults

    assert fault.kind == "unescaped-markup"
    ((place, new),) = fault.edits
    last = inner.index("</b>") + 1
    assert (place.start, place.end) == (14, 14 + last)
    assert new == inner[:last].replace("&", "&amp;").replace("<", "&lt;")


def test_of_very_many_escapes_all_but_the_first_are_one_edit(
    model: ContentModel,
) -> None:
    text = '"<a b=\\"c\\">' + "\\n" * MOST_EDITS + '</a>"'
    (fault,) = repair(text, model).faults

    assert [(place.start, place.end, new) for place, new in fault.edits] == [
        (0, 1, ""),
        (6, len(text), '"c">' + "\n" * MOST_EDITS + "</a>"),
    ]


def test_html_entities_in_a_row_are_one_fault_for_each_hundred(
    model: ContentModel,
) -> None:
    faults = repair("<a>" + "&nbsp;" * 250 + "</a>", model).faults

    assert [len(fault.edits) for fault in faults] == [100, 100, 50]


@pytest.mark.parametrize(
    ("piece", "whole"),
    [
        ("<a", "<b c='1'/>"),
        ("<a ", "<b>x</b>"),
        ("<a b=", "<!-- < -->"),
        ('<a b="', "<b/>"),
        ("<? ", "<b/>"),
        ("<?x", "<![CDATA[<]]>"),
        ("</ r", "<b/>"),
    ],
)
def test_what_begins_very_many_tags_is_text(
    piece: str, whole: str, model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanner, "_MOST_BROKEN", 3)
    text = f"<r>{piece * MANY}{whole}</r>"
    result = repair(text, model)
    kinds = [fault.kind for fault in result.faults]

    assert kinds.count("bare-less-than") >= MANY - 4
    assert repair(result.text, model).faults == ()
    assert result.text.endswith(f"{whole}</r>")


def test_an_instruction_with_its_end_is_none_of_them(
    model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanner, "_MOST_BROKEN", 3)
    result = repair(f"<r>{'<a ' * MANY}<?x y?></r>", model)

    assert repair(result.text, model).faults == ()
    assert result.text.endswith("<?x y?></r>")


@pytest.mark.parametrize("sign", ["<", "< ", "<3", "<y@z"])
def test_behind_very_many_signs_only_proper_tags_are_read(
    sign: str, model: ContentModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanner, "_MOST_SIGNS", 3)
    text = "<r>{}<b c=“1”/><b/></r>"

    few = repair(text.format(sign * 2), model)
    many = repair(text.format(sign * 9), model)

    assert few.text.endswith('<b c="1"/><b/></r>')
    assert many.text.endswith("&lt;b c=“1”/><b/></r>")
    assert repair(many.text, model).faults == ()


@pytest.mark.parametrize(
    ("module", "bound"),
    [(recovery, "_MOST_COMPARED"), (open_tags, "_MOST_REMEMBERED")],
)
def test_very_many_end_tags_without_a_start_tag_are_mended_as_few(
    module: ModuleType,
    bound: str,
    model: ContentModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "<Campaign><Name>x</Nmae><b>y</Subjct><Subject>z</Subjct>{}</Campaign>"
    text = text.format("".join(f"</e{n}></e{n}>" for n in range(MANY)))

    first = repair(text, model)
    monkeypatch.setattr(module, bound, 1)

    bounded = repair(text, model)
    assert (bounded.faults, bounded.text) == (first.faults, first.text)


def test_what_begins_very_many_tags_of_a_mail_is_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tags, "_MOST_BROKEN", 3)
    read = tags.read_tags("<a b=" * MANY + "<p>x</p>", is_sure=False)

    assert [tag.name for tag in read.tags] == ["a", "a", "a", "p", "p"]
