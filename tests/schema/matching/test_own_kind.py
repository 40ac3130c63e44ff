"""An element in another one of its own kind: one fault, whatever the two hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="bank"><xs:complexType><xs:sequence>
    <xs:element name="deal" type="Deal" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Deal"><xs:sequence>
    <xs:element name="no" type="xs:int"/>
    <xs:element name="payer" type="Person" minOccurs="0"/>
    <xs:element name="account" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="id"><xs:complexType><xs:sequence>
        <xs:element name="iban" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="on" minOccurs="0"><xs:complexType><xs:choice>
      <xs:element name="on" type="xs:date"/>
      <xs:element name="at" type="xs:dateTime"/>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="part" type="Part" minOccurs="0" maxOccurs="9"/>
    <xs:element name="any" type="xs:anyType" minOccurs="0"/>
    <xs:element name="text" type="xs:string" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="ref"/></xs:complexType>
  <xs:complexType name="Part"><xs:sequence>
    <xs:element name="part" type="Part" minOccurs="0" maxOccurs="9"/>
  </xs:sequence><xs:attribute name="of" use="required"/></xs:complexType>
  <xs:complexType name="Person"><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="id" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="card" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:schema>"""
DEAL = "<no>1</no><text>t</text>"


def told(content: str, schema: Path) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Return of each diagnostic the message, the help and the titles of the fixes."""
    text = f"<bank>{content}</bank>"
    return [
        (d.message, d.help, [fix.title for fix in d.fixes])
        for d in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    "content",
    [
        f"<deal>{DEAL}<deal>{DEAL}</deal></deal>",
        f"<deal><no>1</no><deal>{DEAL}</deal><text>t</text></deal>",
        f'<deal>{DEAL}<deal ref="a"><no>2</no><text>t</text></deal></deal>',
    ],
)
def test_whole_one_in_another_belongs_into_their_parent(
    content: str, schema: Path
) -> None:
    assert told(content, schema) == [
        (
            "`deal` does not belong in `deal`",
            ("move it into `bank`",),
            ["move it into `bank`"],
        )
    ]


@pytest.mark.parametrize(
    "content",
    [
        f"<deal><deal>{DEAL}</deal></deal>",
        "<deal><no>1</no><deal><text>t</text></deal></deal>",
        "<deal><no>1</no><text>t</text><deal><text>t</text></deal></deal>",
    ],
)
def test_tags_that_are_there_twice_are_taken_away(content: str, schema: Path) -> None:
    assert told(content, schema) == [
        (
            "`deal` stands in another `deal`",
            ("take away the tags of one of them, not what it holds",),
            ["remove its tags"],
        )
    ]


def test_element_is_not_needless_round_another_one_of_the_same_name(
    schema: Path,
) -> None:
    account = "<account><id><iban>DE1</iban></id></account>"
    payer = f"<payer><name>n</name>{account}</payer>"

    assert told(f"<deal><no>1</no>{payer}<text>t</text></deal>", schema) == [
        (
            "`account` does not belong in `payer`",
            ("move it into `deal`",),
            ["move it into `deal`"],
        )
    ]


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<on><on>2020-01-01</on></on>", "`x` in `no` is not a whole number"),
        ("<any><any><any/></any></any>", "`x` in `no` is not a whole number"),
        (
            '<part><part of="a"/></part>',
            "`part` lacks the required attribute `of`",
        ),
    ],
)
def test_what_may_hold_its_like_is_right_whatever_else_is_wrong(
    inside: str, message: str, schema: Path
) -> None:
    number = "1" if "of" in message else "x"
    content = f"<deal><no>{number}</no>{inside}<text/></deal>"

    assert [found for found, *_ in told(content, schema)] == [message]


def test_misspelt_one_round_its_like_is_misspelt(schema: Path) -> None:
    content = "<deal><no>1</no><ON><on>2020-01-01</on></ON><text/></deal>"

    assert [found for found, *_ in told(content, schema)] == [
        "`ON` differs from `on` in case"
    ]


PICTURE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="picture" type="Shapes"/>
  <xs:element name="group" type="Shapes"/>
  <xs:complexType name="Shapes"><xs:sequence>
    <xs:element name="title" type="xs:string" minOccurs="0"/>
    <xs:element ref="group" minOccurs="0"/>
  </xs:sequence><xs:attribute name="size"/></xs:complexType></xs:schema>"""


def test_root_in_its_like_is_not_taken_for_what_holds_the_same(tmp_path: Path) -> None:
    schema = tmp_path / "picture.xsd"
    schema.write_text(PICTURE, "utf-8")
    content = "<title>a</title><group><title>b</title></group>"
    text = f'<picture size="1"><picture size="1">{content}</picture></picture>'

    (found,) = lint(text, schema=schema)

    assert found.message == "`picture` stands in another `picture`"
    assert [fix.title for fix in found.fixes] == ["remove its tags"]
