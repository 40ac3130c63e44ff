"""Of several names that are close the closest one is meant, and a text that lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="facets"><xs:complexType><xs:choice maxOccurs="9">
    <xs:element name="row" type="Row"/><xs:element name="any" type="Any"/>
    <xs:element name="note" type="Facet"/>
  </xs:choice></xs:complexType></xs:element>
  <xs:complexType name="Row"><xs:sequence>
    <xs:element name="length" type="Facet" minOccurs="0"/>
    <xs:element name="minLength" type="Facet" minOccurs="0"/>
    <xs:element name="maxLength" type="Facet" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Any"><xs:choice maxOccurs="9">
    <xs:element name="minExclusive" type="Facet"/>
    <xs:element name="minInclusive" type="Facet"/>
    <xs:element name="maxInclusive" type="Facet"/>
  </xs:choice></xs:complexType>
  <xs:complexType name="Facet"><xs:sequence>
    <xs:element name="about" minOccurs="0"/></xs:sequence>
    <xs:attribute name="value" type="xs:int" use="required"/>
    <xs:attribute name="fixed" type="xs:boolean"/></xs:complexType>
</xs:schema>"""


def told(schema: Path, content: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, the help, and what the first fix writes."""
    schema.write_text(SCHEMA)
    return [
        (one.code, *one.help, *(fix.edits[0].new_text for fix in one.fixes[:1]))
        for one in lint(f"<facets>{content}</facets>", schema=schema)
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '<row><maxlength value="1"/></row>',
            ("CTC204", "write `maxLength`", "maxLength"),
        ),
        (
            '<row><minLenght value="1"/></row>',
            ("CTC202", "did you mean `minLength`?", "minLength"),
        ),
        (
            '<any><maxInclusiv value="1"/></any>',
            ("CTC202", "did you mean `maxInclusive`?", "maxInclusive"),
        ),
        (
            '<any><minInclusiv value="1"/><minExclusive value="1"/></any>',
            ("CTC202", "did you mean `minInclusive`?", "minInclusive"),
        ),
    ],
)
def test_the_closest_name_is_meant(
    content: str, expected: tuple[str, ...], schema: Path
) -> None:
    assert told(schema, content) == [expected]


def test_a_text_is_the_only_attribute_that_lacks(schema: Path) -> None:
    help_ = 'write it in the start tag: `value="3"`'

    assert told(schema, "<note> 3 </note>") == [("CTC211", help_, ' value="3"')]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        # It is not right for that, or nothing lacks, or something else stands there.
        ("<note>three</note>", ["CTC208", "CTC211"]),
        ('<note value="3">4</note>', ["CTC211"]),
        ("<note>3<about/></note>", ["CTC208", "CTC211"]),
    ],
)
def test_another_text_is_to_be_removed(
    content: str, codes: list[str], schema: Path
) -> None:
    assert [code for code, *_ in told(schema, content)] == codes


TAX = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="tax"><xs:complexType><xs:sequence>
    <xs:element name="taxableAmount" type="xs:decimal" minOccurs="0"/>
    <xs:element name="taxAmount" type="xs:decimal"/></xs:sequence></xs:complexType>
  </xs:element></xs:schema>"""


def test_a_name_in_another_case_is_that_name_whatever_lacks(schema: Path) -> None:
    schema.write_text(TAX)
    found = lint("<tax><taxableamount>9</taxableamount></tax>", schema=schema)

    assert [(one.code, one.help) for one in found] == [
        ("CTC207", ("add `<taxAmount>`",)),
        ("CTC204", ("write `taxableAmount`",)),
    ]
