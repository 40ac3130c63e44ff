"""Predicates that know no position, and those that are one."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schematron.document import Document
from ctct_lint.schematron.model import Schema
from ctct_lint.schematron.parsers import parser_of
from ctct_lint.schematron.positions import knows_no_position
from ctct_lint.schematron.xpath import Compiler

PREFIXES = {
    "fn": "http://www.w3.org/2005/xpath-functions",
    "xs": "http://www.w3.org/2001/XMLSchema",
}
TEXT = '<a><b n="1"><k>2</k><k>3</k></b><b n="2"><k>2</k></b><c n="3"/></a>'


@pytest.mark.parametrize(
    ("predicate", "is_so"),
    [
        ("b", True),
        ("@b = 1", True),
        ("self::b", True),
        ("child::b[2]", True),
        ("..", True),
        ("text()", True),
        ("/", True),
        ("../b//c", True),
        ("b | c", True),
        ("(b)", True),
        ("not(b)", True),
        ("fn:not(b)", True),
        ("xs:boolean(b)", True),
        (". castable as xs:date", True),
        ("1", False),
        ("b * 2", False),
        ("count(b)", False),
        ("b/count(c)", False),
        ("b/number()", False),
        ("xs:integer(@b)", False),
        ("position() = 2", False),
        ("b[last()]", False),
        ("(1, 2)", False),
    ],
)
def test_a_predicate_is_a_position_if_it_may_be_a_number(
    predicate: str, *, is_so: bool
) -> None:
    token = parser_of(2, PREFIXES).parse(f"x[{predicate}]")
    assert knows_no_position(token[1]) is is_so


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//*[self::b][2]/@n", ["2"]),
        ("//b[k[1]/number(.)]/@n", ["2"]),
        ("//b[xs:integer(@n)]/@n", ["1", "2"]),
        ("//b[fn:not(k = '3')]/@n", ["2"]),
        ("//c/preceding-sibling::b[child::k][1]/@n", ["2"]),
        ("//c/preceding::*[self::b][1]/@n", ["2"]),
        ("//b[child::k][k = '3']/@n", ["1"]),
    ],
)
def test_nodes_are_those_of_saxon(path: str, expected: list[str]) -> None:
    document = Document(etree.fromstring(TEXT), Schema((), ()))
    token = Compiler("xslt2", PREFIXES).compile(path, ()).token
    found = document.value(token, document.root, {})
    assert [one.string_value for one in found] == expected


@pytest.mark.parametrize("step", ["self::b", "..", "text()"])
def test_there_is_no_step_from_a_value(step: str) -> None:
    document = Document(etree.fromstring(TEXT), Schema((), ()))
    token = Compiler("xslt2", {}).compile(f"(1, 'a')[{step}]", ()).token
    with pytest.raises(TypeError, match="XPTY0020"):
        document.value(token, document.root, {})
