"""Paths find the same nodes with the index of the document as libxml2 without it."""

from __future__ import annotations

import pytest
from elementpath.exceptions import ElementPathError
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rulebook import Rulebook

from ctct_lint.schematron.document import Document
from ctct_lint.schematron.model import Schema
from ctct_lint.schematron.xpath import Compiler

PATHS = (
    "//b",
    "//p:b",
    "//@n",
    "//b/@n",
    ".//b",
    ".//@n",
    "a//b",
    "a//b/a",
    "..//b",
    "//a//b",
    "//a//b//a",
    "//b[a]",
    "//b[@n = '1'][a]",
    "//b[1]",
    "//b[position() = last()]",
    "//b[../@n = 1]",
    "//b[.//a]",
    "//*",
    "//text()",
    "b/b",
    "*/b",
    "b[2]",
    "p:b/b",
    "../b",
    "@n",
    "descendant::b",
    "ancestor::a/b",
    "ancestor::*",
    "ancestor-or-self::b",
    "preceding-sibling::*",
    "preceding::b",
    "following::b",
    "b/preceding-sibling::*",
    "b/ancestor::*/@n",
    "preceding-sibling::*[1]/b",
    "preceding-sibling::*[1]",
    "preceding-sibling::*[2]",
    "preceding-sibling::*[0]",
    "preceding-sibling::node()[1]",
    "preceding-sibling::b[1]/@n",
    "preceding-sibling::p:b[1][@n]",
    "preceding-sibling::*[1][self::b]",
    "preceding-sibling::*[@n][1]",
    "preceding-sibling::*[last()]",
    "following-sibling::*[1]",
    "following-sibling::*[2]",
    "following-sibling::b[1]/following-sibling::*[1]",
    "following-sibling::text()[1]",
    "b/following-sibling::a[1]",
    "@n/following-sibling::*[1]",
    "@n/preceding-sibling::node()[1]",
    "text()/following-sibling::*[1]",
    "*[following-sibling::*[1]/@n = @n]",
    "(ancestor::*)[1]",
    "(preceding::*)[last()]",
    "ancestor::*[1]",
    "(//a | //b)//b",
    "//@n/..//b",
)
NAMES = st.sampled_from(["a", "b", "p:b"])


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(NAMES)
    number = draw(st.sampled_from(["", ' n="1"', ' n="2"']))
    children = draw(st.lists(trees(depth - 1), max_size=3)) if depth else []
    text = draw(st.sampled_from(["", "t"]))
    return f"<{name}{number}>{text}{''.join(children)}</{name}>"


@pytest.mark.parametrize("path", PATHS)
@given(content=trees())
@settings(deadline=None, max_examples=10)
def test_the_same_nodes_in_the_same_order(path: str, content: str) -> None:
    root = etree.fromstring(f'<r xmlns:p="urn:p">{content}<b/></r>')
    document = Document(root, Schema((), ()))
    token = Compiler("xslt2", {"p": "urn:p"}).compile(path, ()).token

    for element in root.iter():
        node = next(n for n in document.index.all if n.value is element)
        found = [_told(n) for n in document.value(token, node, {})]
        wanted = element.xpath(path, namespaces={"p": "urn:p"})
        assert isinstance(wanted, list)
        assert found == [_place(one) for one in wanted], element


def test_the_nearest_sibling_is_found_without_a_look_at_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = etree.fromstring(f"<r>{'<a/>' * 400}</r>")
    document = Document(root, Schema((), ()))
    token = Compiler("xslt2", {}).compile("preceding-sibling::*[1]", ()).token
    *_, last = document.index.all

    # elementpath would list them.
    monkeypatch.setattr(token.inherited, "select", None)

    assert [node.value for node in document.value(token, last, {})] == [root[-2]]


def value(path: str) -> list[object]:
    document = Document(etree.fromstring("<a><b>1</b><c>2</c></a>"), Schema((), ()))
    token = Compiler("xslt2", {}).compile(path, ()).token
    return list(document.value(token, document.root, {}))


def test_steps_that_are_no_names_are_evaluated() -> None:
    assert value("//(b | c)/string(.)") == ["1", "2"]


def test_there_is_no_path_from_what_is_no_node() -> None:
    with pytest.raises(ElementPathError, match="`1` is no node: it has no children"):
        value("a/b/string(.)/c")


def _told(node: object) -> object:
    kind = getattr(node, "node_kind", "")
    if kind == "element":
        return _place(getattr(node, "value", None))
    return str(getattr(node, "string_value", ""))


def _place(found: object) -> object:
    if isinstance(found, etree._Element):
        return found.getroottree().getpath(found)
    return str(found)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("//b[2]/@n", "2 4"),
        ("//b[@m = 'x'][2]/@n", "5"),
        ("//b[@m = current()/@m][2]/@n", "5"),
        ("//b[@m = current()/@m][1]/@n", "1 4"),
        ("//b[0]", ""),
        ("c//b[1]/@n", "3"),
        ("(. | c)//b[1]/@n", "1 3"),
        ("exists(//b[@m = current()/@m][2])", "true"),
        ("exists(//b[@m = current()/@m][3])", "false"),
        ("//@m[1]/../@n", "1 4 5"),
        ("//b[2][@m]/@n", "4"),
        ("//*[1]/@n", "1 3"),
    ],
)
def test_a_number_counts_the_children_of_each_parent(
    book: Rulebook, expression: str, value: str
) -> None:
    document = (
        '<a m="x"><b n="1" m="x"/><b n="2"/>'
        '<c><b n="3"/><b n="4" m="x"/><b n="5" m="x"/></c></a>'
    )

    assert book.worth(expression, document) == [f"[{value}]"]
