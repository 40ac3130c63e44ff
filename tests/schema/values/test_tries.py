"""Very many texts as patterns for libxml2."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.schema.values import tries
from ctct_lint.schema.values.tries import _normal, in_words, patterns_of

KEPT = "preserve"
# Characters that mean something in patterns, white space, and what is not in ASCII.
TEXTS = st.text("ab\\|.?*+(){}[]^-$&<> \t\r\n'\"\u00e9\U0001f33c0,", max_size=6)


def accepted(patterns: list[str], text: str) -> bool:
    """Return whether libxml2 takes a text for one that matches a pattern."""
    facets = "".join(f"<xs:pattern value={_written(p)}/>" for p in patterns)
    schema = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="r"><xs:simpleType><xs:restriction base="xs:string">{facets}
      </xs:restriction></xs:simpleType></xs:element></xs:schema>"""
    root = etree.Element("r")
    root.text = text
    return etree.XMLSchema(etree.fromstring(schema)).validate(root)


def _written(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


@given(st.lists(TEXTS, min_size=1, max_size=9), TEXTS)
@example(["", "a", "ab", "abc"], "ab")
@example(["a-b", "a^b", "a]b"], "a^b")
@settings(deadline=None)
def test_the_texts_match_and_no_other(texts: list[str], other: str) -> None:
    patterns = patterns_of(texts, KEPT)

    assert [accepted(patterns, text) for text in (*texts, other)] == [
        *([True] * len(texts)),
        other in texts,
    ]


def test_what_is_the_same_in_texts_stands_in_a_pattern_once() -> None:
    texts = ["tulip", "tulips", "turf", "rose.", "turf"]

    assert patterns_of(texts, KEPT) == [
        r"(rose\.|tu(lip(s)?|rf))",
        r"one of 4 values[^\s\S]",
    ]


def test_a_pattern_is_not_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "_LONGEST", 6)

    assert patterns_of(["aaa", "aab", "b", "cccccccc", "d"], KEPT)[:-1] == [
        "aaa",
        "(aab|b)",
        "cccccccc",
        "d",
    ]


def test_libxml2_s_message_says_that_it_is_none_of_the_values() -> None:
    pattern = patterns_of(map(str, range(1234)), KEPT)[-1]
    said = f"The value 'x' is not accepted by the pattern '{pattern}'."
    other = "The value 'x' is not accepted by the pattern 'a'."

    assert in_words(said) == "The value 'x' is not one of 1,234 values."
    assert in_words(other) == other


@pytest.mark.parametrize(
    ("white_space", "text"),
    [("preserve", " a\n\tb "), ("replace", " a  b "), ("collapse", "a b")],
)
def test_texts_are_compared_without_the_white_space_that_does_not_count(
    white_space: str, text: str
) -> None:
    assert _normal(" a\n\tb ", white_space) == text


def test_numbers_match_however_they_are_written() -> None:
    patterns = patterns_of(["1", "012", "-3.50", "0", "0.5", "-0"], "number")

    assert patterns == [
        r"[+-]?0*()(\.0*)?",
        r"-0*(3\.5)0*",
        r"[+]?0*(\.5)0*",
        r"[+]?0*(1(2)?)(\.0*)?",
        r"one of 5 values[^\s\S]",
    ]
    right = ["1", "+01", "1.", "12.0", "-3.5", "-03.500", "0", "-00.0", ".5", "0.50"]
    wrong = ["2", "-1", "3.5", "112", "-0.5", "0.05", "12.01"]
    assert [n for n in (*right, *wrong) if accepted(patterns, n)] == right
