"""Attributes of a tag are read when they are asked for, in whatever order that is."""

from __future__ import annotations

import pytest

from ctct_lint.html.model import HtmlModel
from ctct_lint.xml.scan.proper import read_proper
from ctct_lint.xml.source import Source
from ctct_lint.xml.tokens import Token


def tag(text: str) -> Token:
    token = read_proper(Source(text, HtmlModel()), 0)
    assert token is not None
    return token


def names(token: Token) -> list[str]:
    return [attribute.name for attribute in token.attributes]


def kinds(token: Token) -> list[str]:
    return [fault.kind for fault in token.drafts]


ODD = (
    "<a b d=c e='f'/>",
    ["b", "d", "e"],
    ["attribute-without-value", "unquoted-attribute-value"],
)
TWICE = "<a b='c' b=d>", ["b"], ["unquoted-attribute-value", "duplicate-attribute"]


@pytest.mark.parametrize(("text", "found", "wrong"), [ODD, TWICE])
def test_it_does_not_matter_what_is_asked_for_first(
    text: str, found: list[str], wrong: list[str]
) -> None:
    one, other = tag(text), tag(text)

    assert (names(one), kinds(one)) == (found, wrong)
    assert (kinds(other), names(other)) == (wrong, found)


def test_only_values_with_references_are_to_be_looked_into() -> None:
    text = "<a b='&amp;' c='d'>"

    assert [text[s.start : s.end] for s in tag(text).stretches] == ["&amp;"]
    assert tag("<a b='c'>").stretches == ()


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("<a>", False),
        ("<a b='c'>", False),
        ("<a xmlns='c'>", True),
        ("<a x:b='c'>", True),
    ],
)
def test_whether_namespaces_are_named_is_told_from_the_text(
    text: str, may: bool
) -> None:
    assert tag(text).may_name_namespaces() is may


def test_it_has_nothing_else() -> None:
    token = tag("<a b='c'>")

    assert token.has_attributes
    assert not hasattr(token, "other")
