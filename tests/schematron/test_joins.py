"""Nodes with a text are looked up, and are those that a comparison of each finds."""

from __future__ import annotations

import pytest
from lxml import etree
from rulebook import Rulebook

from ctct_lint.schematron.document import Document
from ctct_lint.schematron.model import Schema
from ctct_lint.schematron.xpath import Compiler

LINE = '<line n="{0}"><id>{0}</id><id/><p:id xmlns:p="urn:p">{1}</p:id></line>'
ROOT = etree.fromstring(
    f"<a><want>2</want><want>3</want><no/>{LINE.format(1, 2)}{LINE.format(2, 3)}"
    f"{LINE.format(2, 1)}<line>3</line></a>"
)


def numbers(expression: str, binding: str = "xslt2", **values: object) -> list[int]:
    """Return which of the lines an expression selects, from 1."""
    document = Document(ROOT, Schema((), ()))
    token = Compiler(binding, {"p": "urn:p"}).compile(expression, values.keys()).token
    top = document.root.getroot()
    found = document.value(token, top, values)
    lines = [id(one) for one in ROOT.iter("line")]
    return [lines.index(id(node.value)) + 1 for node in found]


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3"])
@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("line[id = '2']", [2, 3]),
        ("line['2' = id]", [2, 3]),
        ("line[@n = '1']", [1]),
        ("line[p:id = '3']", [2]),
        ("line[id = '']", [1, 2, 3]),
        ("line[. = '3']", [4]),
        ("line[id = '9']", []),
        ("line[id = $x]", [2, 3]),
        ("line[id = current()/want]", [2, 3]),
        ("line[. = current()/want]", [4]),
        ("line[id = current()/none]", []),
        ("line[id = normalize-space(' 2 ')]", [2, 3]),
        ("line[id = string($x)][p:id = '1']", [3]),
        ("line[p:id][id = '2']", [2, 3]),
        ("line[id = '2'][2]", [3]),
        ("line[p:id = $number]", [1]),
        ("line[id = string()]", []),
        ("line[id = @n]", [1, 2, 3]),
        ("line[id = id]", [1, 2, 3]),
        ("line[id != '2']", [1, 2, 3]),
        ("line[(id) = '2']", [2, 3]),
        ("*[id = '2']", [2, 3]),
        ("//line[id = '2']", [2, 3]),
        ("//line[id = $x][@n]", [2, 3]),
        (".//line[id = current()/want]", [2, 3]),
        ("/a/line[id = '1']", [1]),
        ("line/self::line[id = '1']", [1]),
        ("line[following-sibling::line[id = '2']]", [1, 2]),
        ("line[../line[p:id = current()/want] and id = '1']", [1]),
    ],
)
def test_nodes_are_those_that_a_comparison_finds(
    expression: str, expected: list[int], binding: str
) -> None:
    assert numbers(expression, binding, x="2", number=2) == expected


@pytest.mark.parametrize("path", ["line[id = $x]", "//line[id = $x]"])
def test_what_is_looked_up_is_read_once(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    document = Document(ROOT, Schema((), ()))
    token = Compiler("xslt2", {}).compile(path, {"x"}).token
    top = document.root.getroot()
    assert document.value(token, top, {"x": "7"}) == []

    # None has this text: none is compared.
    monkeypatch.setattr("ctct_lint.schematron.joins.predicates_hold", None)
    monkeypatch.setattr("ctct_lint.schematron.descendants.predicates_hold", None)

    assert document.value(token, top, {"x": "8"}) == []


@pytest.mark.parametrize(
    ("variable", "found"),
    [
        ("//b", "13 2 "),
        ("reverse(//b)", "31 2 "),
        ("(//b, //b)", "1313 22 "),
        ("(//b, 7)[. instance of element()]", "13 2 "),
        ("//none", "  "),
    ],
)
def test_nodes_of_a_variable_are_looked_up_in_its_order(
    book: Rulebook, variable: str, found: str
) -> None:
    select = "string-join($all[@k = current()/@m]/string(@n), '')"
    report = f'<report test="true()">=<value-of select="{select}"/></report>'
    let = f'<let name="all" value="{variable}"/>'
    book.write(f'{let}<pattern><rule context="b">{report}</rule></pattern>')
    text = "<a><b n='1' k='x' m='x'/><b n='2' k='y' m='y'/><b n='3' k='x' m='z'/></a>"

    assert book.messages(text) == [f"={one}" for one in found.split(" ")]


def test_nodes_and_values_of_a_variable_are_compared_one_by_one(book: Rulebook) -> None:
    select = "$all[. = current()/@n]"
    report = f'<report test="{select}">=<value-of select="{select}"/></report>'
    rule = f'<pattern><rule context="b">{report}</rule></pattern>'
    book.write(f'<let name="all" value="(//b/@k, \'v\')"/>{rule}')

    assert book.messages("<a><b n='x' k='x'/><b n='v'/><b n='w'/></a>") == ["=x", "=v"]
