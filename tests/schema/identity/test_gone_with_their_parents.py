"""Keys whose parent, or whose type, is the fault: references to them are no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="lines"><xs:complexType><xs:sequence>
    <xs:element name="halts"><xs:complexType><xs:sequence>
      <xs:element name="halt" maxOccurs="9"><xs:complexType>
        <xs:attribute name="id" type="xs:string" use="required"/></xs:complexType>
      </xs:element></xs:sequence></xs:complexType></xs:element>
    <xs:element name="mark" minOccurs="0"><xs:complexType>
      <xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element>
    <xs:element name="stop" maxOccurs="9"><xs:complexType>
      <xs:attribute name="at" type="xs:string"/>
      <xs:attribute name="by" type="xs:IDREF"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:key name="haltId">
    <xs:selector xpath="halts/halt"/><xs:field xpath="@id"/></xs:key>
  <xs:keyref name="atHalt" refer="haltId">
    <xs:selector xpath="stop"/><xs:field xpath="@at"/></xs:keyref>
  </xs:element></xs:schema>"""
HALTS = '<halt id="a"/><halt id="b"/>'
STOPS = '<stop at="a"/><stop at="b"/>'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (STOPS, "`lines` lacks the required element `halts`"),
        (f"{HALTS}{STOPS}", "`halt` must stand in `halts`, not directly in `lines`"),
        (
            f"<halts><row>{HALTS}</row></halts>{STOPS}",
            "`halt` must stand directly in `halts`, with no `row` round it",
        ),
        (
            f'<halts {XSI} xsi:type="Row">{HALTS}</halts>{STOPS}',
            "`Row` is no type that `halts` can have",
        ),
        (
            f'<halts><halt {XSI} xsi:type="X" id="a"/></halts><stop at="a"/>',
            "`X` is no type that `halt` can have",
        ),
        (
            f'<halts>{HALTS}</halts><mark {XSI} xsi:type="X" id="a"/><stop by="a"/>',
            "`X` is no type that `mark` can have",
        ),
    ],
    ids=[
        "missing",
        "wrapper lost",
        "in another",
        "of no type",
        "key of no type",
        "ID of no type",
    ],
)
def test_they_are_one_fault(content: str, message: str, schema: Path) -> None:
    found = lint(f"<lines>{content}</lines>", schema=schema)

    assert [one.message for one in found] == [message]


def test_beside_one_key_of_no_type_another_reference_is_told(schema: Path) -> None:
    halts = f'<halts><halt {XSI} xsi:type="X" id="a"/></halts>'
    found = lint(f"<lines>{halts}{STOPS}</lines>", schema=schema)

    assert [one.message for one in found] == [
        "`X` is no type that `halt` can have",
        "`a` is no value of the key `haltId`",
        "`b` is no value of the key `haltId`",
    ]
