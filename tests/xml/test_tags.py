"""Finding tags by their number in document order."""

from __future__ import annotations

import pytest

from ctct_lint.xml.locate.tags import attributes, find_tags


def all_tags(text: str) -> list[tuple[str, str, str]]:
    """Return path, start tag and end tag of all elements, in document order."""
    tags = find_tags(text, range(text.count("<")))
    return [
        ("/".join(t.path), text[t.start : t.end], text[t.close_start : t.close_end])
        for _, t in sorted(tags.items())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a></a>", [("a", "<a>", "</a>")]),
        ("<a/>", [("a", "<a/>", "<a/>")]),
        ("<a />", [("a", "<a />", "<a />")]),
        ("<a\r\n\t></a \r\n>", [("a", "<a\r\n\t>", "</a \r\n>")]),
        (
            "<a><b/><c><d/></c></a>",
            [
                ("a", "<a>", "</a>"),
                ("a/b", "<b/>", "<b/>"),
                ("a/c", "<c>", "</c>"),
                ("a/c/d", "<d/>", "<d/>"),
            ],
        ),
        (
            "<a><a><a/></a></a>",
            [
                ("a", "<a>", "</a>"),
                ("a/a", "<a>", "</a>"),
                ("a/a/a", "<a/>", "<a/>"),
            ],
        ),
        ("<p:a xmlns:p='u'/>", [("a", "<p:a xmlns:p='u'/>", "<p:a xmlns:p='u'/>")]),
        ("<a b='>' c=\"/>\"/>", [("a", "<a b='>' c=\"/>\"/>", "<a b='>' c=\"/>\"/>")]),
        ("<a b='/'></a>", [("a", "<a b='/'>", "</a>")]),
        ("<a b='\"'></a>", [("a", "<a b='\"'>", "</a>")]),
        ("<a\u1680é></a\u1680é>", [("a\u1680é", "<a\u1680é>", "</a\u1680é>")]),
        ("<!-- <x> --><a/><!-- <y/> -->", [("a", "<a/>", "<a/>")]),
        ("<?xml version='1.0'?><a><?p <b> ?></a><?q <c/>?>", [("a", "<a>", "</a>")]),
        ("<a><![CDATA[<b></c>]]><!-- </a> --></a>", [("a", "<a>", "</a>")]),
        ("<a>></a>", [("a", "<a>", "</a>")]),
    ],
)
def test_only_tags_that_are_tags_count(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert all_tags(text) == expected


def test_only_what_is_wanted_is_kept() -> None:
    found = find_tags("<a><b/><c></c><d/></a>", {2, 7})
    assert {number: tag.name for number, tag in found.items()} == {2: "c"}


@pytest.mark.parametrize(("text", "empty"), [("<a/>", True), ("<a></a>", False)])
def test_an_empty_tag_is_its_own_end(text: str, empty: bool) -> None:
    assert find_tags(text, {0})[0].is_empty_tag is empty


@pytest.mark.parametrize(
    ("start_tag", "expected"),
    [
        ("<a/>", []),
        ("<a b=\"c\" d='e'/>", [("b", "c"), ("d", "e")]),
        ("<a\r\n\tb \n= 'c'\t/>", [("b", "c")]),
        ("<a b='' c=\"\"/>", [("b", ""), ("c", "")]),
        ("<a b='x=\"y\"' c=\"z='w'\"/>", [("b", 'x="y"'), ("c", "z='w'")]),
        (
            "<p:a xmlns='u' xmlns:p='v' p:b='>'/>",
            [
                ("xmlns", "u"),
                ("xmlns:p", "v"),
                ("p:b", ">"),
            ],
        ),
        ("<a b\u1680='c'/>", [("b\u1680", "c")]),
    ],
)
def test_attributes_are_spans_of_name_and_bare_value(
    start_tag: str, expected: list[tuple[str, str]]
) -> None:
    found = list(attributes(start_tag, find_tags(start_tag, {0})[0]))
    names = [start_tag[a.name_start : a.name_end] for a in found]
    values = [start_tag[a.value_start : a.value_end] for a in found]
    assert list(zip(names, values, strict=True)) == expected
    assert [a.name for a in found] == names
