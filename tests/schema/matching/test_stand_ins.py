"""Strangers where one element lacks: by its place, its name or its value it is that."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="pages"><xs:complexType><xs:choice maxOccurs="9">
    <xs:element name="row"><xs:complexType><xs:sequence>
      <xs:element name="line" maxOccurs="2"/><xs:element name="end"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="list"><xs:complexType><xs:sequence>
      <xs:element name="item" minOccurs="3" maxOccurs="9" type="xs:string"/>
      <xs:element name="end"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="heap"><xs:complexType><xs:all>
      <xs:element name="name" type="xs:string"/><xs:element name="day" type="xs:date"/>
      <xs:element name="mark" minOccurs="0"/>
    </xs:all></xs:complexType></xs:element>
  </xs:choice></xs:complexType></xs:element></xs:schema>"""
TITLE, DAY = "<name>a</name>", "<day>2011-03-14</day>"


def told(schema: Path, content: str) -> list[str]:
    """Return the help of what is strange, and else the message."""
    schema.write_text(SCHEMA)
    return [
        one.help[0] if one.help[0].endswith("is missing here?") else one.message
        for one in lint(f"<pages>{content}</pages>", schema=schema)
    ]


def meant(name: str) -> list[str]:
    return [f"did you mean `{name}`, which is missing here?"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        # One letter is another, or its content tells, in the place of what lacks.
        ("<row><lime/><end/></row>", "line"),
        ("<row><text>a</text><end/></row>", "line"),
        # Others of its kind may stand between it and where one lacks.
        ("<list><li>a</li><item/><item/><end/></list>", "item"),
        ("<list><item/><li>a</li><item/><end/></list>", "item"),
        # In any order it is the name or the value that tells.
        (f"<heap><nome>a</nome>{DAY}</heap>", "name"),
        (f"<heap>{TITLE}<dag>2011-03-14</dag></heap>", "day"),
        (f"<heap><sent>2011-03-14</sent>{TITLE}</heap>", "day"),
    ],
)
def test_the_stranger_is_what_lacks(content: str, name: str, schema: Path) -> None:
    assert told(schema, content) == meant(name)


@pytest.mark.parametrize(
    ("content", "lacking", "strange"),
    [
        # Nothing tells.
        ("<row><x/><end/></row>", "`row` lacks the required element `line`", "x"),
        (
            f"<heap><x>a</x>{DAY}</heap>",
            "`heap` lacks the required element `name`",
            "x",
        ),
        (f"<heap><x/>{TITLE}</heap>", "`heap` lacks the required element `day`", "x"),
        # There is more than one that lacks.
        (
            "<heap><sent>2011-03-14</sent></heap>",
            "`heap` lacks the required elements `name` and `day`",
            "sent",
        ),
    ],
)
def test_else_both_are_told(
    content: str, lacking: str, strange: str, schema: Path
) -> None:
    parent = content[1 : content.index(">")]

    assert told(schema, content) == [
        lacking,
        f"`{strange}` is not a known element of `{parent}`",
    ]


def test_two_strangers_are_not_both_what_lacks(schema: Path) -> None:
    content = f"<heap><sent>2011-03-14</sent><x/>{TITLE}</heap>"

    assert told(schema, content) == [
        "`heap` lacks the required element `day`",
        "`sent` is not a known element of `heap`",
        "`x` is not a known element of `heap`",
    ]
