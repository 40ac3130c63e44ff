"""Names under wildcards that are nearly those of global elements and attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import written_by_fixes

from ctct_lint import lint
from ctct_lint.schema.names import XSI

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:import namespace="urn:o" schemaLocation="other.xsd"/>
  <xs:import namespace="urn:third" schemaLocation="third.xsd"/>
  <xs:element name="course"><xs:complexType><xs:sequence>
    <xs:element name="item" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence>
        <xs:element name="title" type="xs:string" minOccurs="0"/>
        <xs:any namespace="##other" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence><xs:attribute name="id"/>
      <xs:anyAttribute namespace="##other"/></xs:complexType></xs:element>
    <xs:element name="loose" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
      </xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/>
    </xs:complexType></xs:element>
    <xs:element name="free" minOccurs="0"><xs:complexType>
      <xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element name="title" type="xs:string"/>
        <xs:any namespace="urn:o"/></xs:choice></xs:complexType></xs:element>
    <xs:element name="unseen" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:any namespace="urn:o" processContents="skip" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:simpleType name="Own"><xs:restriction base="xs:int"/></xs:simpleType>
</xs:schema>"""
OTHER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:o" elementFormDefault="qualified">
  <xs:element name="score" type="xs:int"/>
  <xs:element name="place" type="xs:string"/>
  <xs:element name="shape" abstract="true"/>
  <xs:attribute name="kind"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="test"/></xs:restriction></xs:simpleType></xs:attribute>
</xs:schema>"""
THIRD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:third"><xs:element name="place" type="xs:string"/>
</xs:schema>"""


@pytest.fixture(autouse=True)
def imported(tmp_path: Path) -> None:
    """Write what the schema imports beside it."""
    (tmp_path / "other.xsd").write_text(OTHER, "utf-8")
    (tmp_path / "third.xsd").write_text(THIRD, "utf-8")


def told(content: str, schema: Path, uri: str = "urn:o") -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, what it points at, and what its fixes write.

    `o` is the prefix of a namespace.
    """
    text = f'<course xmlns="urn:t" xmlns:o="{uri}">{content}</course>'
    return written_by_fixes(text, lint(text, schema=schema))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<item><o:score>7</o:score></item>", []),
        (
            "<item><o:scoer>7</o:scoer></item>",
            [("CTC202", "o:scoer", "o:score", "o:score")],
        ),
        (
            "<item><o:Score>7</o:Score></item>",
            [("CTC204", "o:Score", "o:score", "o:score")],
        ),
        # Under its right name it is judged.
        (
            "<item><o:scoer>x</o:scoer></item>",
            [("CTC202", "o:scoer", "o:score", "o:score"), ("CTC215", "x")],
        ),
        ("<item><score>7</score></item>", [("CTC213", "score", "o:score", "o:score")]),
        (
            "<item><title/><score>7</score><o:score>8</o:score></item>",
            [("CTC213", "score", "o:score", "o:score")],
        ),
        (
            "<free><title/><score>7</score></free>",
            [("CTC213", "score", "o:score", "o:score")],
        ),
        # Two namespaces have it, or none that is let in; nobody is abstract.
        ("<item><place/></item>", [("CTC201", "place", "")]),
        ("<free><place/></free>", [("CTC213", "place", "o:place")]),
        ("<unseen><place/></unseen>", [("CTC201", "place", "")]),
        ("<item><o:shap/></item>", [("CTC201", "o:shap", "")]),
        ("<item><o:other/></item>", [("CTC201", "o:other", "")]),
        # What a type is named of may have any name.
        (
            f'<item><o:scoer xmlns:i="{XSI}" i:type="Own">7</o:scoer></item>',
            [],
        ),
        ("<loose><o:scoer/></loose>", []),
        (
            "<loose><score>7</score></loose>",
            [("CTC213", "score", "o:score", "o:score")],
        ),
    ],
)
def test_children(content: str, expected: list[tuple[str, ...]], schema: Path) -> None:
    assert told(content, schema) == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('o:kind="test"', []),
        ('o:kidn="test"', [("CTC210", "o:kidn", "o:kind")]),
        (
            'o:kidn="trial"',
            [("CTC210", "o:kidn", "o:kind"), ("CTC203", "trial", "test")],
        ),
        ('kind="test"', [("CTC231", "kind", "o:kind")]),
        # One is there already, or the name is no global one.
        ('o:kind="test" kind="test"', [("CTC209", "kind", "")]),
        ('o:other="test"', [("CTC209", "o:other", "")]),
        ('o:id="7"', [("CTC231", "o:id", "id")]),
    ],
)
def test_attributes(
    attributes: str, expected: list[tuple[str, ...]], schema: Path
) -> None:
    assert told(f"<item {attributes}/>", schema) == expected


def test_attribute_that_only_a_lax_wildcard_lets_in_lacks_its_prefix(
    schema: Path,
) -> None:
    assert told('<loose o:kidn="1"/>', schema) == []
    assert told('<loose kind="test"/>', schema) == [("CTC231", "kind", "o:kind")]


def test_a_wrong_namespace_is_one_fault_however_much_has_it(schema: Path) -> None:
    content = (
        '<item o:kind="test"><o:score>7</o:score></item>'
        '<item o:kind="test"><o:score>8</o:score></item>'
    )

    assert told(content, schema, "urn:o:2") == [("CTC212", "urn:o:2", "urn:o")]
    assert told('<item o:kind="test"/>', schema, "urn:o:2") == [
        ("CTC212", "urn:o:2", "urn:o")
    ]


@pytest.mark.parametrize(("number", "expected"), [(199, True), (200, False)])
def test_of_very_many_strange_names_the_last_are_not_compared(
    number: int, expected: bool, schema: Path
) -> None:
    strange = "".join(f"<o:n{n}/>" for n in range(number))

    found = told(f"<item>{strange}<o:scoer>7</o:scoer></item>", schema)

    assert (("CTC202", "o:scoer", "o:score", "o:score") in found) is expected
