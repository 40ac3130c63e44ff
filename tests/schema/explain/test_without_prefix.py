"""Attributes of `xsi` that have lost their prefix, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import written_by_fixes

from ctct_lint import lint
from ctct_lint.schema.names import XSI

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:choice maxOccurs="9">
    <xs:element name="pay" type="Pay"/>
    <xs:element name="form" type="Form"/>
    <xs:element name="sum" type="xs:int" nillable="true"/>
    <xs:element name="must" type="xs:int"/>
    <xs:element name="named"><xs:complexType><xs:attribute name="type"/>
    </xs:complexType></xs:element>
    <xs:element name="open"/>
    <xs:element name="any" type="xs:anySimpleType" default="none"/>
  </xs:choice></xs:complexType></xs:element>
  <xs:complexType name="Pay"/>
  <xs:complexType name="Card"><xs:complexContent><xs:extension base="Pay">
    <xs:sequence><xs:element name="number" type="xs:int"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Form" abstract="true"/>
  <xs:complexType name="Paper"><xs:complexContent><xs:extension base="Form"/>
  </xs:complexContent></xs:complexType></xs:schema>"""


def told(content: str, schema: Path) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, what it points at, and what fixes write."""
    text = f'<r xmlns:i="{XSI}">{content}</r>'
    return written_by_fixes(text, lint(text, schema=schema))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # The content is that of the type.
        (
            '<pay type="Card"><number>7</number></pay>',
            [("CTC231", "type", "i:type")],
        ),
        (
            '<pay type="Card"><number>x</number></pay>',
            [("CTC231", "type", "i:type"), ("CTC215", "x")],
        ),
        ('<form type="Paper"/>', [("CTC231", "type", "i:type")]),
        # A type that it cannot have, one that is none, and an attribute of its own.
        ('<pay type="Paper"/>', [("CTC231", "type", "i:type")]),
        ('<pay type="Nothing"/>', [("CTC209", "type", "")]),
        ('<named type="Card"/>', []),
        ('<named i:type="Card" type="Card"/>', [("CTC223", "Card")]),
        (
            '<pay i:type="Card" type="Card"/>',
            [("CTC207", "pay"), ("CTC209", "type", "")],
        ),
        ('<open type="Card"/>', []),
        ('<open><x type="Card" nil="true"/></open>', []),
        ('<sum nil="true"/>', [("CTC231", "nil", "i:nil")]),
        ('<sum nil="false">7</sum>', [("CTC231", "nil", "i:nil")]),
        ('<must nil="true"/>', [("CTC214", "must"), ("CTC209", "nil", "")]),
        (
            '<pay schemaLocation="a b"/>',
            [("CTC231", "schemaLocation", "i:schemaLocation")],
        ),
    ],
)
def test_what_says_the_same_lacks_a_prefix(
    content: str, expected: list[tuple[str, ...]], schema: Path
) -> None:
    assert told(content, schema) == expected


def test_a_type_whose_prefix_is_not_declared_is_known_by_its_name(schema: Path) -> None:
    found = told('<pay i:type="p:Card"><number>7</number></pay>', schema)

    assert found == [("CTC131", "p:Card")]


def test_a_default_that_the_named_type_refuses_is_no_value(schema: Path) -> None:
    xsd = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'

    assert told(f'<any {xsd} i:type="xs:int"/>', schema) == [("CTC214", "any")]
    assert told(f'<any {xsd} i:type="xs:string"/><any/>', schema) == []
