"""References to IDs that are not there for a reason which is told anyway: one fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace"
    schemaLocation="xml.xsd"/>
  <xs:element name="book"><xs:complexType><xs:sequence>
    <xs:element name="see" minOccurs="0" maxOccurs="9"><xs:complexType>
      <xs:attribute name="to" type="xs:IDREF"/></xs:complexType></xs:element>
    <xs:element name="part" maxOccurs="9"><xs:complexType><xs:sequence>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="text" type="xs:string"/></xs:sequence>
      <xs:attribute name="id" type="xs:ID"/>
      <xs:attribute ref="xml:id"/></xs:complexType></xs:element>
    <xs:element name="plain" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="line"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
XML = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="id" type="xs:ID"/></xs:schema>"""
INSIDE = "<name>n</name><text>t</text>"
OTHER = f'<part id="b">{INSIDE}</part>'
TWICE = f'<part xml:id="x">{INSIDE}</part>'
LACKS = ("CTC236", "no element of this document has the ID `a`")
NO_NAME = ("CTC119", "`xml:id` needs a name of its own, not `-1`")


@pytest.fixture
def schema(schema: Path) -> Path:
    """Put what the schema imports beside it."""
    (schema.parent / "xml.xsd").write_text(XML, "utf-8")
    return schema


def told(content: str, schema: Path) -> list[tuple[str, str]]:
    text = f"<book>{content}</book>"
    return [(one.code, one.message) for one in lint(text, schema=schema)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f'<see to="a"/><part xml:id="-1">{INSIDE}</part>{OTHER}',
            [NO_NAME],
        ),
        (
            f'<see to="a"/>{INSIDE}{OTHER}',
            [("CTC206", "`name` must stand in `part`, not directly in `book`")],
        ),
        ('<see to="a"/>', [("CTC207", "`book` lacks the required element `part`")]),
    ],
    ids=["no name", "wrapper lost", "missing"],
)
def test_reference_to_what_is_told_anyway_is_no_other_fault(
    content: str, expected: list[tuple[str, str]], schema: Path
) -> None:
    assert told(content, schema) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f'<see to="a"/><see to="c"/><part xml:id="-1">{INSIDE}</part>',
            [LACKS, ("CTC236", LACKS[1].replace("a`", "c`")), NO_NAME],
        ),
        (
            f'<see to="a"/>{TWICE}{TWICE}',
            [LACKS, ("CTC119", "another element has the `xml:id` `x` already")],
        ),
        (
            f'<see to="a"/>{OTHER}<line/>',
            [
                LACKS,
                ("CTC206", "`line` must stand in `plain`, not directly in `book`"),
            ],
        ),
    ],
    ids=["two references", "two of a name", "no ID lost"],
)
def test_reference_to_more_than_what_is_lost_is_told(
    content: str, expected: list[tuple[str, str]], schema: Path
) -> None:
    assert told(content, schema) == expected
