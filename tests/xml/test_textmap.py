"""Decoded characters and the characters of the file that spell them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.xml.locate.textmap import TextMap

PIECES = st.one_of(
    st.text(st.sampled_from("ab \t\r\n>\x85é\U0001f4a9'\""), max_size=5).filter(
        lambda s: "]]>" not in s
    ),
    st.sampled_from(
        ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x1F4A9;", "&#13;"]
    ),
    st.sampled_from(["\r\n", "\r", "\n", "\n\r", "]", "]]", "\r&#10;"]),
    st.sampled_from(["<!-- < & > -->", "<!---->", "<?p < ?>", "<?p?>", "<!--\r\n-->"]),
    st.text(st.sampled_from("ab<&>\r\n;\U0001f4a9"), max_size=6).map(
        lambda s: f"<![CDATA[{s}]]>"
    ),
)


def parsed_text(inside: str) -> str:
    """Return the text that the linter's own way of parsing gives an element."""
    parser = etree.XMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, resolve_entities=False
    )
    return etree.fromstring(f"<a>{inside}</a>".encode(), parser).text or ""


def spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    text_map = TextMap(text, start, len(text))
    return [text_map.span(i, i + 1) for i in range(len(text_map))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("a&amp;b", ["a", "&amp;", "b"]),
        ("&#65;&#x1F4A9;", ["&#65;", "&#x1F4A9;"]),
        ("\U0001f4a9é", ["\U0001f4a9", "é"]),
        ("a\r\nb\rc\nd", ["a", "\r\n", "b", "\r", "c", "\n", "d"]),
        ("\r\r\n", ["\r", "\r\n"]),
        ("<![CDATA[a&b]]>c", ["a", "&", "b", "c"]),
        ("<![CDATA[\r\n\r<]]>", ["\r\n", "\r", "<"]),
        ("<![CDATA[]]]]>", ["]", "]"]),
        ("a<!-- b -->c", ["a", "c"]),
        ("a<?b c?>d", ["a", "d"]),
        ("\r<!---->\n", ["\r", "\n"]),
        ("ab<c>d</c>e", ["a", "b"]),
        ("ab</c>d", ["a", "b"]),
    ],
)
def test_each_character_is_spelt_by_a_part_of_the_file(
    text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in spans(text)] == expected


def test_a_span_goes_from_the_first_character_to_the_last() -> None:
    text = "<x>a<!-- c -->&lt;b</x>"
    text_map = TextMap(text, 3, len(text) - 4)
    start, end = text_map.span(0, 2)
    assert (len(text_map), text[start:end]) == (3, "a<!-- c -->&lt;")


def test_nothing_is_read_beyond_the_end() -> None:
    assert len(TextMap("abcdef", 1, 4)) == 3


@given(st.lists(PIECES, max_size=8).map("".join))
def test_every_character_is_spelt_where_the_map_says(inside: str) -> None:
    assume("]]>" not in re.sub(r"(?s)<!\[CDATA\[.*?]]>|<!--.*?-->", "<>", inside))
    whole = parsed_text(inside)
    file = f"<a>{inside}</a>"
    found = spans(file, 3)
    assert len(found) == len(whole)
    assert all(s < e for s, e in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join(decoded(file[s:e]) for s, e in found) == whole


def decoded(spelling: str) -> str:
    """Decode one character by itself; in a CDATA section `<` and `&` are plain."""
    if spelling in {"<", "&"}:
        return spelling
    return parsed_text(spelling)
