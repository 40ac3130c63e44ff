"""What XSD 1.1 alone can say: xmlschema judges by it, the faults have own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.compiling.compile import compile_schema
from ctct_lint.schema.sources.sources import Sources
from ctct_lint.schema.sources.xsd import read_schema, versions_of
from ctct_lint.schema.storing.plain import from_lines, to_lines

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
Said = list[tuple[str, str]]
ALTERNATIVES = """
<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="b" type="B" maxOccurs="9">
    <xs:alternative test="@kind = 'n'" type="N"/>
    <xs:alternative test="@kind = 'never'" type="xs:error"/>
    <xs:alternative test="xs:int(@kind) gt 1" type="M"/>
  </xs:element>
  <xs:element name="e" type="xs:string" minOccurs="0">
    <xs:alternative test="@kind" type="xs:string"/><xs:alternative type="xs:error"/>
  </xs:element>
</xs:sequence></xs:complexType></xs:element>
<xs:complexType name="B"><xs:sequence/><xs:attribute name="kind"/></xs:complexType>
<xs:complexType name="N"><xs:complexContent><xs:extension base="B">
  <xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence>
  <xs:attribute name="q" use="required"/></xs:extension></xs:complexContent>
</xs:complexType>
<xs:complexType name="M"><xs:complexContent><xs:extension base="B">
  <xs:sequence><xs:element name="m"/></xs:sequence></xs:extension></xs:complexContent>
</xs:complexType>"""
NUMBERS = """
<xs:element name="r"><xs:complexType><xs:all>
  <xs:element name="a" type="xs:int" maxOccurs="2"/>
  <xs:element name="b" minOccurs="2" maxOccurs="unbounded"/>
</xs:all></xs:complexType></xs:element>"""
NAMES = """
<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="a" type="xs:int" minOccurs="0"/>
  <xs:any notQName="z {}" processContents="lax" minOccurs="0" maxOccurs="9"/>
</xs:sequence><xs:anyAttribute notQName="k ##defined" processContents="lax"/>
</xs:complexType></xs:element><xs:attribute name="g"/>"""
TYPES = """
<xs:element name="r"><xs:complexType>
  <xs:attribute name="zone" type="Zone"/><xs:attribute name="none" type="None"/>
  <xs:attribute name="stamp" type="xs:dateTimeStamp"/>
  <xs:attribute name="years" type="xs:yearMonthDuration"/>
  <xs:attribute name="days" type="xs:dayTimeDuration"/>
  <xs:attribute name="any" type="xs:anyAtomicType"/>
  <xs:attribute name="free" type="Free"/>
</xs:complexType></xs:element>
<xs:simpleType name="Zone"><xs:restriction base="xs:time">
  <xs:explicitTimezone value="required"/><xs:pattern value="1.*"/>
</xs:restriction></xs:simpleType>
<xs:simpleType name="None"><xs:restriction base="xs:date">
  <xs:explicitTimezone value="prohibited"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Free"><xs:restriction base="xs:date">
  <xs:explicitTimezone value="optional"/></xs:restriction></xs:simpleType>"""


def opened(mode: str, namespace: str) -> str:
    return f"""<xs:element name="r"><xs:complexType>
  <xs:openContent mode="{mode}">
    <xs:any namespace="{namespace}" processContents="lax"/></xs:openContent>
  <xs:sequence><xs:element name="a" type="xs:int"/>
    <xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence>
</xs:complexType></xs:element><xs:element name="g" type="xs:int"/>"""


def written(folder: Path, body: str) -> Path:
    path = folder / "r.xsd"
    path.write_text(f"{HEAD}{body}</xs:schema>", "utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "document", "expected"),
    [
        (ALTERNATIVES, '<r><b kind="n" q=""><n>1</n></b><b/></r>', []),
        (
            ALTERNATIVES,
            '<r><b kind="n"><n>x</n></b><b><n>1</n></b></r>',
            [("CTC208", "b"), ("CTC215", "x"), ("CTC201", "n")],
        ),
        (ALTERNATIVES, '<r><b kind="2"><m/></b></r>', []),
        (ALTERNATIVES, '<r><b kind="2"/></r>', [("CTC207", "b")]),
        (ALTERNATIVES, '<r><b kind="x"><m/></b></r>', [("CTC201", "m")]),
        (ALTERNATIVES, '<r><b kind="never"/></r>', [("CTC241", "b")]),
        (ALTERNATIVES, "<r><b/><e/></r>", [("CTC241", "e")]),
        (NUMBERS, "<r><a>1</a><b/><a>2</a><b/><b/></r>", []),
        (
            NUMBERS,
            "<r><a>1</a><a>2</a><a>3</a><b/></r>",
            [("CTC207", "r"), ("CTC205", "a")],
        ),
        (NAMES.format(""), '<r j=""><y/></r>', []),
        (NAMES.format(""), '<r k=""><z/></r>', [("CTC209", "k"), ("CTC201", "z")]),
        (NAMES.format(""), "<r><a>x</a><r/></r>", [("CTC215", "x")]),
        (
            NAMES.format("##defined"),
            '<r g=""><r/></r>',
            [("CTC209", "g"), ("CTC201", "r")],
        ),
        (
            NAMES.format("##definedSibling"),
            "<r><a>x</a><y/><a>1</a></r>",
            [("CTC205", "a")],
        ),
        (
            TYPES,
            '<r zone="10:00:00Z" none="2020-01-01" stamp="2020-01-01T00:00:00-05:00"/>',
            [],
        ),
        (TYPES, '<r years="P1Y" days="P1DT1M" any="" free="2020-01-01Z"/>', []),
        (TYPES, '<r zone="10:00:00"/>', [("CTC216", "10:00:00")]),
        (TYPES, '<r zone="20:00:00Z"/>', [("CTC216", "20:00:00Z")]),
        (TYPES, '<r none="2020-01-01+01:00"/>', [("CTC216", "2020-01-01+01:00")]),
        (TYPES, '<r none="2020-01-01-01:00"/>', [("CTC216", "2020-01-01-01:00")]),
        (
            TYPES,
            '<r stamp="2020-01-01T00:00:00"/>',
            [("CTC216", "2020-01-01T00:00:00")],
        ),
        (TYPES, '<r years="P1D"/>', [("CTC216", "P1D")]),
        (TYPES, '<r days="P1M"/>', [("CTC216", "P1M")]),
        (TYPES, '<r days="1"/>', [("CTC215", "1")]),
        (opened("interleave", "##any"), "<r><z/><a>1</a><z/></r>", []),
        # What is let in is no fault beside one.
        (
            opened("interleave", "##any"),
            "<r><z/><a>x</a><a>2</a></r>",
            [("CTC215", "x")],
        ),
        (opened("interleave", "##any"), "<r><b>1</b><a>x</a></r>", [("CTC215", "x")]),
        (opened("interleave", "##any"), "<r><z/></r>", [("CTC207", "r")]),
        (opened("interleave", "##any"), "<r><g>x</g><a>1</a></r>", [("CTC215", "x")]),
        (opened("interleave", "##other"), "<r><z/><a>1</a></r>", [("CTC201", "z")]),
        (opened("suffix", "##any"), "<r><a>x</a><z/><y/></r>", [("CTC215", "x")]),
        (opened("suffix", "##any"), "<r><z/><a>1</a></r>", [("CTC201", "z")]),
        (opened("suffix", "##any"), "<r><z/></r>", [("CTC207", "r")]),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, body: str, document: str, expected: Said
) -> None:
    schema = written(tmp_path, body)

    assert [
        (d.code, document[d.range.start.offset : d.range.end.offset])
        for d in lint(document, schema=schema)
    ] == expected


@pytest.mark.parametrize(
    "body", [ALTERNATIVES, NUMBERS, NAMES.format("##defined"), opened("suffix", "u")]
)
def test_all_of_it_can_be_kept(tmp_path: Path, body: str) -> None:

    sources = Sources(str(written(tmp_path, body)))
    made = compile_schema(read_schema(sources, versions_of(sources)[-1]))
    kept = from_lines(to_lines(made)).components

    assert tuple(kept.elements) == made.elements
    assert tuple(kept.complex_types) == made.complex_types


COMPARING = """
<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="b" type="B" maxOccurs="9">
    <xs:alternative test="compare(@n, 'a') lt 0" type="N"/></xs:element></xs:sequence>
  <xs:attribute name="t" type="T"/><xs:attribute name="u"/>
  <xs:assert test="not(compare(@u, 'a') gt 0)"/>
</xs:complexType></xs:element>
<xs:complexType name="B"><xs:attribute name="n"/></xs:complexType>
<xs:complexType name="N"><xs:complexContent><xs:extension base="B">
  <xs:attribute name="q" use="required"/></xs:extension></xs:complexContent>
</xs:complexType>
<xs:simpleType name="T"><xs:restriction base="xs:string">
  <xs:assertion test="compare($value, 'a') lt 0"/></xs:restriction></xs:simpleType>"""


def test_texts_are_compared_by_code_points_whatever_the_locale_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a locale where the alphabet goes backwards.
    monkeypatch.setattr("locale.setlocale", lambda *_: "xx_XX.UTF-8")
    monkeypatch.setattr("locale.strcoll", lambda one, two: (one < two) - (two < one))
    schema = str(written(tmp_path, COMPARING))

    found = lint('<r t="Z" u="Z"><b n="Z"/><b n="b"/></r>', schema=schema)
    assert [d.code for d in found] == ["CTC208"]


@pytest.mark.parametrize(
    ("of_schema", "of_path"),
    [
        ("", ' xpathDefaultNamespace="##targetNamespace"'),
        ("", ' xpathDefaultNamespace="urn:t"'),
        (' xpathDefaultNamespace="##targetNamespace"', ""),
        (' xmlns="urn:t" xpathDefaultNamespace="##defaultNamespace"', ""),
    ],
)
def test_a_name_without_a_prefix_may_be_in_a_namespace_in_the_paths_of_keys(
    tmp_path: Path, of_schema: str, of_path: str
) -> None:
    """Of elements, but not of attributes."""
    schema = tmp_path / "s.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"'
        f' elementFormDefault="qualified"{of_schema}><xs:element name="r">'
        '<xs:complexType><xs:sequence><xs:element name="i" maxOccurs="9">'
        '<xs:complexType><xs:attribute name="k"/><xs:assert test="true()"/>'
        "</xs:complexType></xs:element></xs:sequence></xs:complexType><xs:unique "
        f'name="u"><xs:selector xpath="i|*/i"{of_path}/><xs:field xpath="@k"/>'
        "</xs:unique></xs:element></xs:schema>"
    )
    document = '<r xmlns="urn:t"><i k="1"/><i k="1"/>{}</r>'
    repeated = "`1` stands twice, but `u` must be unique"
    strange = "`z` is not a known element of `r`"

    def said(text: str) -> list[str]:
        return [found.message for found in lint(text, schema=schema)]

    assert said(document.format("")) == [repeated]
    assert said(document.format("<z/>")) == [repeated, strange]
