"""Tags with names of other letters than those of ASCII are read as all others are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ctct_lint.html.model import HtmlModel
from ctct_lint.xml.repair.repair import repair
from ctct_lint.xml.scan.end_tag import read_end_tag
from ctct_lint.xml.scan.proper import read_proper
from ctct_lint.xml.scan.start_tag import read_start_tag
from ctct_lint.xml.source import Source

NAMES = ("漢字", "Größe", "é:b", "b:é", "a\u1680é", "a\u0301", "é·")
VALUES = ("値", '"値>"', "'&amp;'", "#é", "é/é", "b", "é\u200cé", "\u0301")


def told(text: str) -> tuple[list[tuple[str, str]], str]:
    """Return the kind and the subject of each fault, and the text when mended."""
    result = repair(text, HtmlModel())
    return [(fault.kind, fault.subject) for fault in result.faults], result.text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("written", ["<{0}>", "<{0} />", "</{0}\n>", "<{0} b='é'/>"])
def test_proper_tag_is_read_by_one_pattern(name: str, written: str) -> None:
    text = written.format(name)

    token = read_proper(Source(text, HtmlModel()), 0)

    assert token is not None
    assert (token.name, token.end, token.drafts) == (name, len(text), ())


@pytest.mark.parametrize(
    "text", ["<é", "<é b=“c”>", "<é b=c//>", "<·é>", "<é{>", "<!--é-->", "<xmlns:é>"]
)
def test_what_has_to_be_looked_at_is_not(text: str) -> None:
    assert read_proper(Source(text, HtmlModel()), 0) is None


def test_value_without_quotes_or_without_a_value_is_a_fault() -> None:
    assert told("<p><漢字 属性=値 größe>x</漢字></p>") == (
        [("unquoted-attribute-value", "値"), ("attribute-without-value", "größe")],
        '<p><漢字 属性="値" größe="größe">x</漢字></p>',
    )


attributes = st.tuples(
    st.sampled_from((" ", "\r\n")),
    st.sampled_from((*NAMES, "c")),
    st.sampled_from(("", *(f"={value}" for value in VALUES))),
)


@given(
    st.sampled_from(NAMES),
    st.lists(attributes, max_size=3, unique_by=lambda one: one[1]),
    st.sampled_from((">", " />")),
)
def test_one_pattern_says_what_a_look_at_each_part_does(
    name: str, inside: list[tuple[str, str, str]], end: str
) -> None:
    behind = "".join(map("".join, inside))
    source = Source(f"<{name}{behind}{end}x</{name}>", HtmlModel())
    start = read_proper(source, 0)
    values = [value for _, _, value in inside]
    may_be_words = any(
        first[1:2] not in ("", '"', "'") and not second
        for first, second in pairwise(values)
    )

    assert (start is None) == may_be_words
    assume(not may_be_words)
    assert parts(start) == parts(read_start_tag(source, 0, 1))
    at = start.end + 1
    assert parts(read_proper(source, at)) == parts(read_end_tag(source, at))


def parts(value: object) -> object:
    """Return what a token holds, and all that it is made of.

    Where the good part of it ends matters only while it is read.
    """
    if isinstance(value, (list, tuple)):
        return [parts(one) for one in value]
    names = [n for n in getattr(value, "__match_args__", ()) if n != "good_end"]
    return {name: parts(getattr(value, name)) for name in names} or value
