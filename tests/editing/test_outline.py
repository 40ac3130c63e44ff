"""The tree of a text, and what is passed over in one that is not well-formed."""

from __future__ import annotations

import pytest

from ctct_lint.editing.outline import Section, outline, read
from ctct_lint.text.span import Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<?xml version='1.0'?><a><?b?><c/></a>", ["a", "c"]),
        ("<a><b>", ["a", "b"]),
        ("</a><b/>", ["b"]),
        ("<a/><b/>", ["a", "b"]),
        ("a", []),
    ],
)
def test_elements_are_listed_in_their_order(text: str, names: list[str]) -> None:
    assert [node.name for node in read(text).nodes] == names


def test_what_has_no_end_ends_with_the_text() -> None:
    (outer, inner) = read("<a><b>").nodes
    assert outer.whole == Span(0, 6)
    assert (inner.whole, inner.closing) == (Span(3, 6), Span(6, 6))


def test_names_are_known_by_their_namespaces() -> None:
    text = "<a xmlns='u:1'><x:b xmlns:x='u:2' c='d'><e/></x:b><f xml:lang='de'/></a>"
    nodes = read(text).nodes
    assert [node.tag for node in nodes] == ["{u:1}a", "{u:2}b", "{u:1}e", "{u:1}f"]
    assert [a.name for a in nodes[1].attributes] == ["xmlns:x", "c"]


def test_comments_and_sections_are_kept() -> None:
    text = "<a><!-- <b> --><![CDATA[<c>]]></a>"
    assert read(text).sections == [
        Section(Span(3, 15), is_comment=True),
        Section(Span(15, 30), is_comment=False),
    ]


def test_ranges_are_those_of_the_broken_text() -> None:
    text = "<a><b c=d>e</a>"
    found = outline(text, None)
    assert found.text == text
    (_, inner) = found.nodes
    (attribute,) = inner.attributes
    assert text[attribute.value_start : attribute.value_end] == "d"
    assert text[slice(*inner.whole)] == "<b c=d>e"
    assert text[slice(*inner.content)] == "e"


def test_in_the_scope_of_very_many_prefixes_no_others_are_known() -> None:
    few, many = (
        "<a>" + "".join(f'<p{n}:b xmlns:p{n}="urn:{n}">' for n in range(number))
        for number in (99, 110)
    )

    # One of them is that of XML itself.
    assert [node.tag for node in outline(few, None).nodes[-2:]] == [
        "{urn:97}b",
        "{urn:98}b",
    ]
    spaces = [node.spaces for node in outline(many, None).nodes[-11:]]
    assert all(one is spaces[0] for one in spaces)
    assert len(spaces[0]) == 100
