"""Axes that lead far away have the nodes that they have for others, and soon."""

from __future__ import annotations

import pytest
from lxml import etree
from rulebook import Rulebook

from ctct_lint.schematron.document import Document
from ctct_lint.schematron.model import Schema
from ctct_lint.schematron.xpath import Compiler

TEXT = (
    '<a n="0"><b n="1"><a n="2" m="x"/>t<b n="3" m="x"/></b><!--c--><a n="4"/>'
    '<b n="5" m="y"><b n="6"/></b><a n="7" m="x"/></a>'
)
AXES = ("following", "preceding", "following-sibling", "preceding-sibling")
STARTS = ("/", "//*", "//text()", "//comment()")


def numbers(path: str, binding: str = "xslt2") -> list[str]:
    """Return the numbers of what a path selects."""
    document = Document(etree.fromstring(TEXT), Schema((), ()), TEXT)
    token = Compiler(binding, {}).compile(path, ()).token
    found = document.value(token, document.root, {})
    if not isinstance(found, list):
        return [str(found)]
    return [str(getattr(one, "string_value", one)) for one in found]


def by_libxml2(path: str) -> list[str]:
    root = etree.fromstring(TEXT).getroottree()
    found = root.xpath(path)
    return list(map(str, found)) if isinstance(found, list) else [str(int(found))]


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(
    "step",
    ["a", "b", "b[@m]", "b[@m = 'x']", "a['x' = @m][@n]", "b[1]", "a[2]", "a[0]"],
)
def test_the_nodes_are_those_that_libxml2_has(axis: str, start: str, step: str) -> None:
    path = f"{start.removesuffix('/') or ''}/{axis}::{step}/@n"
    assert numbers(path, "xslt") == by_libxml2(path)


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("start", ["//a[@n = 4]", "//b[@n = 3]"])
@pytest.mark.parametrize(
    "step", ["a", "b", "b[@m]", "none", "*", "node()", "b[last()]"]
)
def test_they_are_counted(axis: str, start: str, step: str) -> None:
    path = f"{start}/{axis}::{step}"
    assert numbers(f"{start}/count({axis}::{step})") == by_libxml2(f"count({path})")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//a[@n = 4]/preceding::b[position() = 1]/@n", ["3"]),
        ("//a[@n = 4]/preceding::b[@m and last() = 1]/@n", []),
        ("//a[@n = 7]/preceding::b[@m][1]/@n", ["5"]),
        ("//a[@n = 7]/preceding::b[1][@m]/@n", []),
        ("//a[@n = 7]/preceding::element(b)/@n", ["1", "3", "5", "6"]),
        ("//@m/following::b/@n", ["3", "5", "6"]),
        ("//@m/preceding::b/@n", ["1", "3", "5", "6"]),
        ("//@m/following::a[1]/@n", ["4", "7"]),
        ("//b[@n = 5]/@m/count(following::b)", ["1"]),
        ("//b[@n = 5]/@m/count(preceding::b)", ["2"]),
        ("//@m/following-sibling::b/@n", []),
    ],
)
def test_positions_and_attributes_are_those_of_saxon(
    path: str, expected: list[str]
) -> None:
    assert numbers(path) == expected


def test_what_looks_at_too_many_nodes_is_told_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctct_lint.schematron.effort.LEAST", 200)
    monkeypatch.setattr("ctct_lint.schematron.effort.TIMES", 1)
    book = Rulebook(tmp_path_factory.mktemp("book")).rules(
        '<rule context="b"><let name="all" value="count(following::node())"/>'
        '<assert test="count(preceding::node()) &lt; 2">many</assert>'
        '<assert test="$all &gt; 1000">few</assert>'
        '<assert test="not(preceding::b[@n = current()/@n])">twice</assert></rule>'
    )
    lines = "".join(f'<b n="{n}"/>' for n in [*range(50), 7])
    outcome = book.outcome(f"<a>{lines}</a>")
    told = [one for one in outcome.diagnostics if one.code == "CTC238"]
    assert [one.message for one in told] == [
        "`$all > 1000` takes too long: it was given up",
        "`count(preceding::node()) < 2` takes too long: it was given up",
    ]
    assert {one.notes[0] for one in told} == {
        "it looked at nodes 200 times; the rest is not tested"
    }
    said = [one.message for one in outcome.diagnostics if one not in told]
    assert (said.count("twice"), said[-1]) == (1, "twice")


def test_a_context_that_looks_at_too_many_nodes_is_told(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctct_lint.schematron.effort.LEAST", 20)
    monkeypatch.setattr("ctct_lint.schematron.effort.TIMES", 1)
    book = Rulebook(tmp_path_factory.mktemp("book")).rules(
        '<rule context="b[not(following::node()[self::c])]"><assert test="c"/></rule>'
    )
    (message,) = book.messages(f"<a>{'<b/>' * 20}</a>")
    assert message.endswith("takes too long: it was given up")
