"""The tree of a document's elements, and what can be folded and selected."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from editing.marked import CTCT, campaign, cut

from ctct_lint.editing.outline import outline
from ctct_lint.editing.ranges import Fold, folds, selections
from ctct_lint.editing.symbols import Symbol, symbols


def listed(found: Iterable[Symbol]) -> list[object]:
    """Return each element's name and detail, then its children."""
    return [
        (one.name, one.detail, *([listed(one.children)] if one.children else []))
        for one in found
    ]


def tree(text: str) -> list[object]:
    return listed(symbols(outline(text, CTCT)))


def test_each_element_has_its_value_or_what_it_is_called_by() -> None:
    assert tree("<a><b>one\n two</b><c id='7'/><d/><e><name>f</name></e></a>") == [
        (
            "a",
            "",
            [("b", "one two"), ("c", "7"), ("d", ""), ("e", "f", [("name", "f")])],
        )
    ]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("<a><id>1</id><Name>n</Name><title>t</title></a>", "n"),
        ("<a name='m' id='1'><x/></a>", "m"),
        ("<a><x:title>t</x:title></a>", "t"),
        ("<a><name><b/></name><title>t</title></a>", "t"),
        (f"<a>{'x' * 41}</a>", "x" * 39 + "…"),
        (f"<a>{'x' * 40}</a>", "x" * 40),
        ("<a> \u200b </a>", "<U+200B>"),
    ],
)
def test_the_detail_is_short_and_visible(text: str, detail: str) -> None:
    (found,) = symbols(outline(text, CTCT))
    assert found.detail == detail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("no element", []),
        ("<a>", [("a", "")]),
        ("<a><b>", [("a", "", [("b", "")])]),
        ("<a><b>1<c>2</c></a>", [("a", "", [("b", "", [("c", "2")])])]),
        ("<a><b>1</a>", [("a", "", [("b", "1")])]),
        ("<a></b></a>", [("a", "")]),
        ("<a/><b/>", [("a", "")]),
    ],
)
def test_a_broken_document_has_its_elements_too(
    text: str, expected: list[object]
) -> None:
    assert listed(symbols(outline(text, None))) == expected


def test_what_is_very_deep_is_left_out() -> None:
    (found,) = symbols(outline("<a>" * 200 + "</a>" * 200, None))
    depth = 1
    while found.children:
        (found,) = found.children
        depth += 1
    assert depth == 100


def test_the_name_is_what_is_selected() -> None:
    text = "<a>\n <bcd x='1'>2</bcd>\n</a>"
    (root,) = symbols(outline(text, CTCT))
    (child,) = root.children
    assert text[slice(*child.whole)] == "<bcd x='1'>2</bcd>"
    assert text[slice(*child.selection)] == "bcd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a>\n<b>\n1\n</b>\n</a>", [Fold(0, 3), Fold(1, 2)]),
        ("<a><b>\n1</b>\n</a>", [Fold(0, 1)]),
        ("<a>\n</a>", []),
        ("<a>1</a>", []),
        ("<a>\r\n<b\r\n  c='1'\r\n/>\r\n</a>", [Fold(0, 3), Fold(1, 3)]),
        ("<a>\n<!-- 1\n2 -->\n</a>", [Fold(0, 2), Fold(1, 2, is_comment=True)]),
        ("<a>\n<![CDATA[1\n2]]>\n</a>", [Fold(0, 2), Fold(1, 2)]),
        ("<a>\n<b>\n<c>\n</a>", [Fold(0, 2), Fold(1, 2)]),
        ("<a>\n\n", []),
    ],
)
def test_what_has_several_lines_can_be_folded(text: str, expected: list[Fold]) -> None:
    assert folds(outline(text, CTCT)) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            "<a> <b>o|ne</b> </a>",
            ["one", "<b>one</b>", " <b>one</b> ", "<a> <b>one</b> </a>"],
        ),
        ("<a>\n<b|>1</b></a>", ["b", "<b>", "<b>1</b>", "\n<b>1</b>"]),
        ("<a><b>1</b|></a>", ["b", "</b>", "<b>1</b>"]),
        (
            "<a><b c='d|e'/></a>",
            ["de", "c='de'", "<b c='de'/>", "<a><b c='de'/></a>"],
        ),
        ("<a><b c|='de'/></a>", ["c", "c='de'", "<b c='de'/>"]),
        ("<a><!-- | --></a>", ["<!--  -->", "<a><!--  --></a>"]),
        ("<a><![CDATA[|]]></a>", ["<![CDATA[]]>", "<a><![CDATA[]]></a>"]),
        ("<a/> |", ["<a/> "]),
        ("<a>|", ["<a>"]),
        ("|", [""]),
        ("<a>1|<b></a>", ["<b>", "1<b>", "<a>1<b></a>"]),
    ],
)
def test_a_selection_grows_step_by_step(document: str, expected: list[str]) -> None:
    text, offset = cut(document)
    found = [text[slice(*span)] for span in selections(outline(text, CTCT), offset)]
    assert found[: len(expected)] == expected
    assert found[-1] == text


def test_a_selection_grows_a_hundred_times_and_to_the_text() -> None:
    text = "<a>" * 1000 + "one" + "</a>" * 1000
    found = selections(outline(text, CTCT), 3001)
    assert len(found) == 101
    assert [text[slice(*span)] for span in found[:2]] == ["one", "<a>one</a>"]
    assert text[slice(*found[-1])] == text


def test_a_campaign_is_called_by_its_name() -> None:
    (root,) = symbols(outline(campaign("<Status>Draft</Status><Name>Rye</Name>"), CTCT))
    assert root.detail == "Rye week"
    payload = root.children[-1].children[0]
    assert (payload.name, payload.detail) == ("Campaign", "Rye")
