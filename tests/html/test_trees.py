"""From the text of a field to a tree."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.html.tree import is_plain_text, parse


def shown(text: str) -> str | None:
    root = parse(text)
    return None if root is None else etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        (" \n<html><body/></html>\n", "<html><body/></html>"),
        ("<Text>a &amp; b</Text>", "<Text>a &amp; b</Text>"),
        # the entities of HTML are characters
        ("<p>&nbsp;&eacute;</p>", "<p>\u00a0\u00e9</p>"),
        ("<p>&LT;&AMP;</p>", "<p>&lt;&amp;</p>"),
        ("<p>&none;&nbsp;</p>", None),
        # a document type does not matter, wherever the prolog has it
        ("<!DOCTYPE html><html/>", "<html/>"),
        ("<!doctype html>\n<html/>", "<html/>"),
        (
            '<?xml version="1.0" encoding="l1"?><!-- > --><!DOCTYPE x><a>\u00e9</a>',
            "<a>\u00e9</a>",
        ),
        ("<p><!-- a --><?b?></p>", "<p/>"),
        ("<p><!DOCTYPE html></p>", None),
        # what has not one root is a fragment
        ("words", "<fragment>words</fragment>"),
        ("a <b>c</b> d", "<fragment>a <b>c</b> d</fragment>"),
        ("<b>a</b><i>c</i>", "<fragment><b>a</b><i>c</i></fragment>"),
        ("<b>a</b> c", "<fragment><b>a</b> c</fragment>"),
        # but not what begins as a document
        ("<html/><p/>", None),
        ("<Text>a</Text> b", None),
        ("<TEXT>a", None),
        # all that XML minds besides
        ("<p>a<br></p>", None),
        ("<p class=a/>", None),
        ("<p>a & b</p>", None),
        ("<o:p/>", None),
        ("a < b", None),
    ],
)
def test_text_is_parsed(text: str, expected: str | None) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<Text>words</Text>", True),
        ("\n<Text>two\nlines</Text> ", True),
        ("<Text></Text>", True),
        ("<Text>a & b</Text>", False),
        ("<Text>a <b/></Text>", False),
        ("<Text>]]></Text>", False),
        ("<text>a</text>", False),
        ("words", False),
    ],
)
def test_plain_text_needs_no_parser(text: str, plain: bool) -> None:
    assert is_plain_text(text) is plain
    if plain:
        assert shown(text) is not None


def test_nothing_is_loaded() -> None:
    text = '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]><html>&e;</html>'

    assert shown(text) == "<html>&e;</html>"
    assert shown("<a><xi:include xmlns:xi='x' href='/etc/hostname'/></a>") is not None
