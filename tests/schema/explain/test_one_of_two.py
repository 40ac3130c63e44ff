"""What lacks one of two elements, and what stands in the stead of one: one fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="file"><xs:complexType><xs:sequence>
    <xs:element name="skeleton" minOccurs="0"><xs:complexType><xs:choice>
      <xs:element name="inner"><xs:complexType mixed="true">
        <xs:attribute name="form"/></xs:complexType></xs:element>
      <xs:element name="outer"><xs:complexType>
        <xs:attribute name="href" use="required"/></xs:complexType></xs:element>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="tool" minOccurs="0" maxOccurs="9"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def told(content: str, schema: Path) -> list[tuple[str, str]]:
    text = f"<file>{content}</file>"
    return [(one.code, one.message) for one in lint(text, schema=schema)]


def test_second_of_two_that_stands_elsewhere_is_not_missing_as_well(
    schema: Path,
) -> None:
    assert told('<skeleton/><outer href="a"/>', schema) == [
        ("CTC206", "`outer` must stand in `skeleton`, not directly in `file`")
    ]


@pytest.mark.parametrize(
    ("stranger", "messages"),
    [
        ('<wrong href="a"/>', ["`wrong` is not a known element of `skeleton`"]),
        ('<wrong form="a"/>', ["`wrong` is not a known element of `skeleton`"]),
        (
            "<wrong/>",
            [
                "`skeleton` lacks the required element `inner` or `outer`",
                "`wrong` is not a known element of `skeleton`",
            ],
        ),
        (
            '<wrong odd="a"/>',
            [
                "`skeleton` lacks the required element `inner` or `outer`",
                "`wrong` is not a known element of `skeleton`",
            ],
        ),
    ],
)
def test_stranger_with_the_attributes_of_what_lacks_is_meant_for_that(
    stranger: str, messages: list[str], schema: Path
) -> None:
    found = told(f"<skeleton>{stranger}</skeleton>", schema)

    assert [message for _, message in found] == messages


CHOICES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="file"><xs:complexType><xs:sequence>
    <xs:element name="price" minOccurs="0"><xs:complexType><xs:choice>
      <xs:element name="none"/><xs:element name="sum" maxOccurs="9"/>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="name" minOccurs="0"><xs:complexType><xs:choice>
      <xs:sequence><xs:element name="plain"/>
        <xs:element name="inverted" minOccurs="0"/></xs:sequence>
      <xs:element name="inverted"/>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="pairs" minOccurs="0"><xs:complexType>
      <xs:choice maxOccurs="2"><xs:element name="none"/>
        <xs:element name="sum" maxOccurs="2"/></xs:choice></xs:complexType>
    </xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<price><none/><sum/></price>", "`price` holds `none` or `sum`, not both"),
        ("<price><sum/><none/></price>", "`price` holds `sum` or `none`, not both"),
        (
            "<name><inverted/><plain/></name>",
            "`plain` must stand before `inverted` in `name`",
        ),
        (
            "<pairs><none/><none/><sum/></pairs>",
            "`sum` is one too many here in `pairs`",
        ),
    ],
)
def test_of_two_that_exclude_each_other_one_stays(
    content: str, message: str, schema: Path
) -> None:
    schema.write_text(CHOICES, "utf-8")

    assert told(content, schema) == [("CTC206", message)]


BASKET = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="basket"><xs:complexType><xs:choice maxOccurs="unbounded">
    <xs:element name="apple"/><xs:element name="pear"/>
  </xs:choice></xs:complexType></xs:element></xs:schema>"""
LACKS = ("CTC207", "`basket` lacks the required element `apple` or `pear`")
MISSPELT = ("CTC202", "`aple` is not an element of `basket`")
STRANGE = ("CTC201", "`rope` is not a known element of `basket`")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", [LACKS]),
        ("<pear/><apple/><pear/>", []),
        ("<aple/>", [MISSPELT]),
        ("<aple/><pear/>", [MISSPELT]),
        ("<rope/>", [LACKS, STRANGE]),
        ("<rope/><pear/>", [STRANGE]),
    ],
)
def test_of_a_repeated_choice_one_is_lacking_where_there_is_none(
    content: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "basket.xsd"
    schema.write_text(BASKET, encoding="utf-8")

    told = lint(f"<basket>{content}</basket>", schema=schema)

    assert [(one.code, one.message) for one in told] == found


MAIL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="mail"><xs:complexType><xs:sequence>
    <xs:element name="to" type="xs:string" maxOccurs="9"/>
    <xs:choice><xs:element name="now"/><xs:element name="at" type="xs:string"/>
    </xs:choice><xs:element name="end" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("<at>5</at><to>a</to><to>b</to>", "after `to`"),
        ("<to>a</to><at>5</at><to>b</to><to>c</to>", "after `to`"),
    ],
)
def test_the_second_of_a_choice_in_another_place_is_no_other_fault_than_the_first(
    content: str, where: str, schema: Path
) -> None:
    schema.write_text(MAIL)

    (found,) = lint(f"<mail>{content}</mail>", schema=schema)

    assert (found.code, found.message, found.help) == (
        "CTC206",
        f"`at` must stand {where} in `mail`",
        (f"move it {where}",),
    )
