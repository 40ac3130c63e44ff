"""What asks for all nodes at each node is told, or answered without a look at all."""

from __future__ import annotations

import pytest
from lxml import etree
from rulebook import Rulebook

from ctct_lint.schematron.document import Document
from ctct_lint.schematron.effort import Effort, TooMuch
from ctct_lint.schematron.model import Schema
from ctct_lint.schematron.xpath import Compiler

NODES = 100
DOCUMENT = "<a>" + "".join(f'<b n="{n}"><c/></b>' for n in range(NODES)) + "</a>"


def told(
    test: str,
    tmp_path_factory: pytest.TempPathFactory,
    least: int = 200,
    rule: str = '<assert test="{}">no</assert>',
) -> list[str]:
    """Return the messages and notes where each `b` of a document is to meet a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ctct_lint.schematron.effort.LEAST", least)
        patch.setattr("ctct_lint.schematron.effort.TIMES", 1)
        book = Rulebook(tmp_path_factory.mktemp("book")).rules(
            f'<rule context="b">{rule.format(test)}</rule>'
        )
        found = book.outcome(DOCUMENT).diagnostics
    return [word for one in found for word in (one.message, *one.notes[:1])]


@pytest.mark.parametrize(
    "test",
    [
        "//b[. is current()]",
        "//c[.. is current()]",
        ".//../..//b[. is current()]",
        "//*[. is current()]",
        "count(following::b[count(preceding::node()) > 9]) = 0",
        "every $one in //b, $other in //b satisfies $one/@n + $other/@n &gt;= 0",
        "every $one in 1 to 20, $other in 1 to 20 satisfies $one + $other &gt; 0",
    ],
)
def test_all_nodes_at_each_node_are_too_many(
    test: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    message, note = told(test, tmp_path_factory)

    assert message.endswith("` takes too long: it was given up")
    assert note == "it looked at nodes 202 times; the rest is not tested"


@pytest.mark.parametrize(
    "test",
    [
        "count(//b[@n = current()/@n]) = 1",
        "//b/@n = //@n",
        "@n = //b/@n",
        "string(@n) = (/a/b/@n | //c)",
        "exists(//b)",
        "count(//b) = 100",
        "count(/a/b) = 100",
        "count(/descendant::b) = 100",
        "count(//b[last()]) = 1",
        "count(ancestor::*) = 1",
        "c",
    ],
)
def test_what_is_looked_up_is_not(
    test: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert told(test, tmp_path_factory, 3_000) == []


def test_ten_nodes_that_are_passed_count_as_one() -> None:
    effort = Effort(0)
    effort.pass_by(10 * 499_999)
    effort.spend()

    with pytest.raises(TooMuch, match="500,000 times"):
        effort.pass_by()


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("//@n = //@m", True),
        ("//@n = //@none", False),
        ("//@n = //x", False),
        ("//b/@n = (//@m)", True),
        ("//@n[. = 2] = //@m[. = 3]", False),
        ("//@n = 2", True),
        ("//@n = '4'", False),
    ],
)
def test_two_paths_are_equal_where_a_text_is_in_both(
    binding: str, test: str, *, expected: bool
) -> None:
    text = '<a><b n="1"/><b n="2"/><c m="2"/><c m="3"/></a>'
    document = Document(etree.fromstring(text), Schema((), ()), text)
    token = Compiler(binding, {}).compile(test, ()).token

    assert document.value(token, document.root, {}) is expected


def test_values_of_paths_are_compared_as_what_they_are() -> None:
    text = '<a><b n="1.0"/><b n="01"/></a>'
    document = Document(etree.fromstring(text), Schema((), ()), text)
    test = "//b/number(@n) = (//b[1]/number(@n))"
    token = Compiler("xslt2", {}).compile(test, ()).token

    assert document.value(token, document.root, {}) is True


@pytest.mark.parametrize(
    "rule",
    [
        '<assert test="d"><value-of select="{}"/></assert>',
        '<assert test="d" subject="{}">no</assert>',
        (
            '<assert test="d" sqf:fix="f">no</assert><sqf:fix id="f" use-when="{}">'
            "<sqf:description><sqf:title>do it</sqf:title></sqf:description>"
            "<sqf:delete/></sqf:fix>"
        ),
    ],
)
def test_words_and_fixes_may_take_too_long_as_well(
    rule: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = told("//b[. is current()]", tmp_path_factory, rule=rule)

    assert "`d` takes too long: it was given up" in found
