"""What few schemas have: told by its own words all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>'
LIST = """
  <xs:simpleType name="Numbers"><xs:list itemType="xs:int"/></xs:simpleType>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="i" maxOccurs="9"><xs:complexType>
      <xs:attribute name="k" type="Numbers"/>
      <xs:anyAttribute processContents="lax"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
    <xs:unique name="u"><xs:selector xpath="{}"/><xs:field xpath="{}"/></xs:unique>
  </xs:element>"""
GROUPS = """
  <xs:element name="h"/><xs:element name="m" abstract="true" substitutionGroup="h"/>
  <xs:element name="n" substitutionGroup="h"/>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:sequence/><xs:element ref="h"/><xs:element name="b"/>
  </xs:sequence></xs:complexType></xs:element>"""
VALUES = """
  <xs:simpleType name="Short"><xs:restriction>
    <xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType>
    <xs:maxLength value="2"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Color"><xs:restriction base="xs:string">
    <xs:enumeration value="crimson"/><xs:enumeration value="emerald"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Either"><xs:union memberTypes="Color xs:int"/></xs:simpleType>
  <xs:element name="r"><xs:complexType>
    <xs:attribute name="short" type="Short"/><xs:attribute name="either" type="Either"/>
  </xs:complexType></xs:element>"""
NEVER = """
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="a"/><xs:choice/>
  </xs:sequence></xs:complexType></xs:element>"""
LAX = """
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:any processContents="lax" maxOccurs="9"/>
  </xs:sequence><xs:attribute name="n" type="xs:int"/></xs:complexType>
    <xs:unique name="u"><xs:selector xpath="*"/><xs:field xpath="x"/></xs:unique>
  </xs:element>"""
NOT = """
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:any notNamespace="urn:x" processContents="skip"/><xs:element name="a"/>
  </xs:sequence></xs:complexType></xs:element>"""
IDS = '<xs:element name="r" type="xs:ID"/>'


@pytest.mark.parametrize(
    ("parts", "document", "said"),
    [
        (
            LIST.format("i", "@k"),
            '<r><i k="1 2"/><i k="1  2"/></r>',
            [("CTC232", "1  2")],
        ),
        (
            LIST.format(".//i", "@k"),
            '<r><i k="3"/><i k="3"/></r>',
            [("CTC232", "3")],
        ),
        (
            LIST.format(".//.", "@k"),
            '<r><i k="3"/><i k="3"/></r>',
            [("CTC232", "3")],
        ),
        # An attribute that is let in and not known has no value to compare.
        (
            LIST.format("i", "@z"),
            '<r><i z="3"/><i z="3" k="x"/></r>',
            [("CTC215", "x")],
        ),
        (GROUPS, "<r><n/><x/></r>", [("CTC207", "r"), ("CTC201", "x")]),
        (GROUPS, "<r><n/></r>", [("CTC207", "r")]),
        (GROUPS, "<r><n/><b/><b/></r>", [("CTC205", "b")]),
        (VALUES, '<r short="1 2 3"/>', [("CTC217", "1 2 3")]),
        (VALUES, '<r either="crimsom"/>', [("CTC203", "crimsom")]),
        (NEVER, "<r><a/></r>", [("CTC207", "r")]),
        (NEVER, "<r><b/></r>", [("CTC207", "r")]),
        (LAX, '<r n="k"><q><x>1</x></q></r>', [("CTC215", "k"), ("CTC240", "x")]),
        (NOT, "<r><q/><b/></r>", [("CTC207", "r"), ("CTC201", "b")]),
        (NOT, "<r><q/><a>", [("CTC104", ">")]),
        (IDS, "<r><x/>a</r>", [("CTC201", "x")]),
        (
            IDS,
            "<r><r>a</r><x/><y/></r>",
            [("CTC201", "r"), ("CTC201", "x"), ("CTC201", "y")],
        ),
        (IDS.replace("ID", "token"), "<r><x/>a</r>", [("CTC501", "<x/>")]),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, parts: str, document: str, said: list[tuple[str, str]]
) -> None:
    schema = tmp_path / "r.xsd"
    schema.write_text(SCHEMA.format(parts), "utf-8")

    found = [
        (d.code, document[d.range.start.offset : d.range.end.offset])
        for d in lint(document, schema=schema)
    ]

    assert found == said


TAMPERED = """
  <xs:element name="r"><xs:complexType><xs:attribute name="tpye"/></xs:complexType>
  </xs:element>
  <xs:element name="i" type="xs:int" nillable="true" fixed="1"/>
  <xs:element name="m" fixed="a"><xs:complexType mixed="true"><xs:sequence>
    <xs:element name="x" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>"""
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (f'<r {XSI} xsi:foo=""/>', [("CTC209", "xsi:foo", "")]),
        (f'<r {XSI} xsi:tpye="r"/>', [("CTC210", "xsi:tpye", "xsi:type")]),
        (f'<i {XSI} xsi:nill="1">1</i>', [("CTC210", "xsi:nill", "xsi:nil")]),
        (f'<i {XSI} xsi:schemaLocation="a b">1</i>', []),
        (f'<i {XSI} xsi:nil="true"/>', [("CTC222", "xsi:nil", "")]),
        (f'<i {XSI} xsi:nil="false">1</i>', []),
        ("<m>b</m>", [("CTC226", "b", "a")]),
        ("<m><x/></m>", [("CTC226", "x", "")]),
        ("<m>a</m>", []),
        # libxml2 compares the characters of a fixed value, XSD the number.
        ("<i>01</i>", []),
        ("<i>2</i>", [("CTC226", "2", "1")]),
    ],
)
def test_what_is_fixed_and_what_every_element_may_have(
    tmp_path: Path, document: str, said: list[tuple[str, str, str]]
) -> None:
    schema = tmp_path / "r.xsd"
    schema.write_text(SCHEMA.format(TAMPERED), "utf-8")

    found = [
        (
            d.code,
            document[d.range.start.offset : d.range.end.offset],
            d.fixes[0].edits[0].new_text if d.fixes else "",
        )
        for d in lint(document, schema=schema)
    ]

    assert found == said


@pytest.mark.parametrize(
    ("document", "message", "help_"),
    [
        (
            "<any>x</any>",
            "text `x` stands in place of the elements of `any`",
            "write the element that this place is for",
        ),
        (
            "<none> </none>",
            "`none` must hold nothing, not even blanks",
            "write `<none/>`",
        ),
    ],
)
def test_the_help_says_what_to_write(
    tmp_path: Path, document: str, message: str, help_: str
) -> None:
    schema = tmp_path / "r.xsd"
    any_, none = (
        f'<xs:element name="{name}"><xs:complexType>{inside}</xs:complexType>'
        "</xs:element>"
        for name, inside in {
            "any": '<xs:sequence><xs:any processContents="skip"/></xs:sequence>',
            "none": "<xs:sequence/>",
        }.items()
    )
    schema.write_text(SCHEMA.format(any_ + none), "utf-8")

    assert [(d.message, *d.help) for d in lint(document, schema=schema)] == [
        (message, help_)
    ]
