"""How far tags are from the left says which of two of the same name has no end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.schema.repairing.unknown_model import model_of
from ctct_lint.xml.repair.repair import repair
from tests.rulebook import mended

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Part"><xs:sequence>
    <xs:element name="p" type="xs:string" maxOccurs="9"/>
    <xs:element name="part" type="Part" minOccurs="0" maxOccurs="9"/>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:element name="book"><xs:complexType><xs:sequence>
    <xs:element name="part" type="Part" maxOccurs="9"/>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
    <xs:element name="end" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
BOOK = """\
<book>
  <part>
    <p>1</p>
    <part>
      <p>1.1</p>
      <part>
        <p>1.1.1</p>
      </part>
    </part>
    <part>
      <p>1.2</p>
    </part>
  </part>
  <part>
    <p>2</p>
  </part>
</book>
"""
LINES = BOOK.splitlines(keepends=True)
# The lines of end tags, with those of their start tags, from 0.
ENDS = [(7, 5), (8, 3), (11, 9), (12, 1), (15, 13)]


def without(line: int) -> str:
    return "".join(LINES[:line] + LINES[line + 1 :])


@pytest.mark.parametrize(("end", "start"), ENDS)
def test_a_lost_end_is_that_of_the_tag_above_it(
    end: int, start: int, schema: Path
) -> None:
    text = without(end)

    (found,) = lint(text, schema=schema)
    (made,) = found.fixes

    assert (found.code, found.range.start.line) == ("CTC102", start)
    assert "".join(mended(text, made).split()) == "".join(BOOK.split())


@pytest.mark.parametrize("sign", ["\r", "\r\n"])
@pytest.mark.parametrize(("end", "start"), ENDS)
def test_other_signs_end_lines_too(
    end: int, start: int, sign: str, schema: Path
) -> None:
    (found,) = lint(without(end).replace("\n", sign), schema=schema)

    assert (found.code, found.range.start.line) == ("CTC102", start)


@pytest.mark.parametrize(("end", "start"), ENDS)
@pytest.mark.parametrize("line", [4, 10])
def test_so_it_is_where_more_is_wrong_inside(
    line: int, end: int, start: int, schema: Path
) -> None:
    text = without(end).replace(LINES[line], LINES[line].replace("</p>", ""))

    found = [(one.code, one.range.start.line) for one in lint(text, schema=schema)]

    lines = sorted((start, line - (line > end)))
    assert found == [("CTC102", one) for one in lines]


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ("\n  <note>n</note>", "<note>"),
        ("\n    <note>n</note>", "</book>"),
        ("\n<note>n</note>", "</book>"),
        ("<note>n</note>", "</book>"),
        ("\n  <end/>", "<end>"),
    ],
)
def test_an_element_ends_before_what_stands_below_it(
    tag: str, place: str, schema: Path
) -> None:
    text = f"<book>\n  <part>\n    <p>1</p>{tag}\n</book>"

    (found,) = lint(text, schema=schema)

    assert found.help == (f"close it with `</part>` before `{place}`",)


def test_of_two_it_is_below_the_outer_one(schema: Path) -> None:
    inner = "<part>\n      <p>2</p>\n  <note>n</note>"
    found = lint(f"<book>\n  <part>\n    <p>1</p>\n    {inner}\n</book>", schema=schema)

    assert [one.help for one in found] == [
        ("close it with `</part>` before `<note>`",),
        ("close it with `</part>` before `<note>`",),
    ]


def test_where_no_end_is_lost_margins_say_nothing(schema: Path) -> None:
    text = BOOK.replace("    <part>\n      <p>1.2", "<part>\n      <p>1.2")

    assert lint(text, schema=schema) == []


def test_tags_on_one_line_have_no_margins(schema: Path) -> None:
    text = "<book><part><p>1</p>\n<part><p>2</p>\n</part></book>"

    (found,) = lint(text, schema=schema)

    assert (found.code, found.range.start.line) == ("CTC102", 0)


def test_no_other_element_is_taken_apart(schema: Path) -> None:
    text = "<book>\n<part>\n<p>1</p>\n<q>\n <part>\n  <p>2</p>\n</part>\n</q>\n</book>"

    found = lint(text, schema=schema)

    assert [(one.code, one.range.start.line) for one in found] == [
        ("CTC102", 1),
        ("CTC206", 3),
    ]


def test_what_was_closed_before_is_not_closed_again(schema: Path) -> None:
    found = lint("<book>\n<q><part>\n  <q>\n</q>\n</book>", schema=schema)

    assert [(one.code, one.range.start.line) for one in found] == [
        ("CTC102", 1),
        ("CTC102", 1),
        ("CTC201", 2),
    ]


def test_what_begins_right_behind_its_like_leaves_xml() -> None:
    text = "<book>\n<part>\n <part>\n<part>\n <p>1</p>\n</part>\n</book>"

    assert etree.fromstring(repair(text, model_of(text)).text).tag == "book"


def test_very_many_of_a_name_in_each_other_have_no_margins() -> None:
    text = f"<a>{'<b><c/>' * 9}\n<b/></a>"

    found = repair(text, model_of(text))

    assert found.text == f"<a>{'<b><c/>' * 9}\n<b/>{'</b>' * 9}</a>"
