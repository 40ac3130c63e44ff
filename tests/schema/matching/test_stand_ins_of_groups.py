"""Strangers where one of the group of an abstract element lacks: that is one fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

XSD = "http://www.w3.org/2001/XMLSchema"
SCHEMA = f"""<xs:schema xmlns:xs="{XSD}">
  <xs:complexType name="Shape"><xs:sequence>
    <xs:element name="id" type="xs:int"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Circle"><xs:complexContent><xs:extension base="Shape">
    <xs:sequence><xs:element name="radius" type="xs:int"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="shape" abstract="true" type="Shape"/>
  <xs:element name="circle" substitutionGroup="shape" type="Circle"/>
  <xs:element name="square" substitutionGroup="shape" type="Shape"/>
  <xs:element name="ghost" abstract="true" type="Shape"/>
  <xs:element name="drawing"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element ref="shape" maxOccurs="unbounded"/>
    <xs:element name="end" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="house"><xs:complexType><xs:sequence>
    <xs:element ref="ghost"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
STRANGE = "`{}` is not a known element of `drawing`"
EITHER = "expected one of `circle`, `square`"
LACKS = "`drawing` lacks the required element `circle` or `square`"


def told(folder: Path, document: str) -> list[tuple[str, ...]]:
    schema = folder / "shapes.xsd"
    schema.write_text(SCHEMA)
    return [(one.message, *one.help[:1]) for one in lint(document, schema=schema)]


@pytest.mark.parametrize(
    "stranger",
    [
        "<hexagon/>",
        "<hexagon>six</hexagon>",
        "<hexagon><id>1</id><edge>4</edge><side>6</side></hexagon>",
        '<hexagon edge="4"><a/><b/></hexagon>',
        # It may be any of the group.
        "<hexagon><id>1</id></hexagon>",
    ],
)
@pytest.mark.parametrize("behind", ["", "<end>x</end>"])
def test_it_is_told_once_with_the_names_of_the_group(
    tmp_path: Path, stranger: str, behind: str
) -> None:
    document = f"<drawing><name>x</name>{stranger}{behind}</drawing>"

    assert told(tmp_path, document) == [(STRANGE.format("hexagon"), EITHER)]


def test_one_that_holds_what_one_member_would_is_that_member(tmp_path: Path) -> None:
    disc = "<disc><id>1</id><radius>2</radius></disc>"
    document = f"<drawing><name>x</name>{disc}</drawing>"

    ((message, advice),) = told(tmp_path, document)

    assert message == STRANGE.format("disc")
    assert advice == "did you mean `circle`, which is missing here?"


def test_beside_a_member_it_is_only_a_stranger(tmp_path: Path) -> None:
    circle = "<circle><id>1</id><radius>2</radius></circle>"

    ((message, advice),) = told(
        tmp_path, f"<drawing><name>x</name>{circle}<hexagon/></drawing>"
    )

    assert message == STRANGE.format("hexagon")
    assert advice.startswith("remove it")


def test_two_strangers_are_two(tmp_path: Path) -> None:
    found = told(tmp_path, "<drawing><name>x</name><cube/><cone/></drawing>")

    messages = [one[0] for one in found]
    assert messages == [LACKS, STRANGE.format("cube"), STRANGE.format("cone")]


def test_a_group_of_nothing_is_lacking_all_the_same(tmp_path: Path) -> None:
    codes = [one[0] for one in told(tmp_path, "<house><spook/></house>")]

    assert codes == [
        "`house` lacks the required element `ghost`",
        "`spook` is not a known element of `house`",
    ]
