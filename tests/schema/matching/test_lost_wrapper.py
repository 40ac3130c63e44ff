"""A wrapper that has lost its tags round children which may stand elsewhere, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.schema.matching import matcher

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="channel"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string"/>
    <xs:element name="link" type="xs:anyURI" minOccurs="0"/>
    <xs:element name="item" minOccurs="0" maxOccurs="unbounded" type="Item"/>
    <xs:element name="extra" minOccurs="0" type="Item"/>
    <xs:element name="any" minOccurs="0"><xs:complexType>
      <xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element name="title" type="xs:string"/>
        <xs:element name="link" type="xs:anyURI"/>
      </xs:choice></xs:complexType></xs:element>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="book"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string"/>
    <xs:sequence maxOccurs="unbounded">
      <xs:element name="key" type="xs:string" minOccurs="2" maxOccurs="3"/>
    </xs:sequence>
    <xs:element name="item" minOccurs="0" maxOccurs="unbounded" type="Item"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Item"><xs:sequence>
    <xs:element name="title" type="xs:string"/>
    <xs:element name="link" type="xs:anyURI"/>
    <xs:element name="guid" type="xs:integer" minOccurs="0"/>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:schema>"""
ONE = "<title>One</title><link>http://x/1</link>"
TWO = "<title>Two</title><link>http://x/2</link>"


def told(content: str, schema: Path) -> list[tuple[str, int, str, list[str]]]:
    """Return of each diagnostic the code, its offset, the message, the fixes."""
    text = f"<channel>{content}</channel>"
    return [
        (d.code, d.range.start.offset, d.message, [fix.title for fix in d.fixes])
        for d in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    ("before", "row", "after"),
    [
        (f"{ONE}<item>{TWO}</item>", TWO, ""),
        (f"{ONE}", TWO, f"<item>{TWO}</item>"),
        # The note could be that of the channel.
        (f"{ONE}<item>{TWO}</item>", f"{TWO}<guid>7</guid><note/>", ""),
        (f"{ONE}<item>{TWO}</item>", f"{TWO}<guid>7</guid>", ""),
        (f"{ONE}<item>{TWO}</item>", TWO, f"<item>{ONE}</item>"),
    ],
)
def test_one_of_several_that_has_lost_its_tags_is_one_fault(
    before: str, row: str, after: str, schema: Path
) -> None:
    number = len(etree.fromstring(f"<row>{row}</row>"))

    assert told(before + row + after, schema) == [
        (
            "CTC206",
            len(f"<channel>{before}<"),
            "`title` must stand in `item`, not directly in `channel`",
            [f"wrap these {number} in `<item>`"],
        )
    ]


def test_where_none_is_there_each_that_would_do_is_named(schema: Path) -> None:
    assert told(ONE + TWO, schema) == [
        (
            "CTC206",
            len(f"<channel>{ONE}<"),
            "`title` must stand in `item` or `extra`, not directly in `channel`",
            ["wrap these 2 in `<item>`", "wrap these 2 in `<extra>`"],
        )
    ]


def test_it_is_so_where_only_what_follows_tells_the_place_of_a_child(
    schema: Path,
) -> None:
    text = f"<book><title/>{'<key/>' * 4}{TWO}<item>{ONE}</item></book>"

    assert [d.message for d in lint(text, schema=schema)] == [
        "`title` must stand in `item`, not directly in `book`"
    ]


def test_what_the_row_holds_is_looked_at_as_in_its_wrapper(schema: Path) -> None:
    content = f"{ONE}<item>{TWO}</item>{TWO}<guid>x</guid>"

    assert [(code, message) for code, _, message, _ in told(content, schema)] == [
        ("CTC206", "`title` must stand in `item`, not directly in `channel`"),
        ("CTC215", "`x` in `guid` is not a whole number"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        # The row is not whole; what is more, two rows are.
        f"{ONE}<item>{TWO}</item><title>a</title><title>b</title>",
        f"{ONE}<item>{TWO}</item>{ONE}{TWO}",
    ],
)
def test_without_a_wrapper_that_makes_all_right_each_is_told(
    content: str, schema: Path
) -> None:
    assert len(told(content, schema)) > 1


def test_of_very_many_children_none_has_lost_its_wrapper(schema: Path) -> None:
    content = f"{ONE}{f'<item>{TWO}</item>' * 200}{TWO}"

    assert [message for _, _, message, _ in told(content, schema)] == [
        "duplicate `title` and `link` in `channel`"
    ]


def test_in_very_many_parents_none_is_looked_for(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, "_MOST_AGAIN", 0)

    (found,) = told(f"{ONE}<item>{TWO}</item>{TWO}", schema)

    assert found[0] == "CTC205"
