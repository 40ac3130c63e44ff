"""Types that are made of others in a rare way: of each the right words are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"{}>{}</xs:schema>'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
STEPS = """
  <xs:simpleType name="Small"><xs:restriction base="xs:string">
    <xs:pattern value="[a-z]+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Three"><xs:restriction base="Small">
    <xs:pattern value=".{3}"/></xs:restriction></xs:simpleType>
  <xs:element name="r" type="Three"/>"""
TOKENS = """
  <xs:simpleType name="Two"><xs:restriction base="xs:NMTOKENS">
    <xs:maxLength value="2"/></xs:restriction></xs:simpleType>
  <xs:element name="r" type="Two"/>"""
NOTHING = """
  <xs:element name="r"><xs:complexType>
    <xs:sequence minOccurs="0" maxOccurs="0"><xs:element name="a"/></xs:sequence>
    <xs:attribute name="k" type="xs:int"/>
  </xs:complexType></xs:element>"""
THREE = """
  <xs:element name="r"><xs:complexType>
    <xs:choice minOccurs="3" maxOccurs="unbounded">
      <xs:element name="a"/><xs:element name="b"/></xs:choice>
    <xs:attribute name="k" type="xs:int"/>
  </xs:complexType></xs:element>"""
# Of so many names copies of the choice would take too long.
WIDE = THREE.replace(
    '<xs:element name="b"/>', "".join(f'<xs:element name="n{n}"/>' for n in range(64))
)
UNIONS = """
  <xs:simpleType name="Whole"><xs:restriction base="xs:int"/></xs:simpleType>
  <xs:simpleType name="Inner"><xs:union memberTypes="Whole xs:boolean"/></xs:simpleType>
  <xs:simpleType name="Outer"><xs:union memberTypes="Inner xs:date"/></xs:simpleType>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="a" type="Outer"/><xs:element name="z" type="xs:int"/>
  </xs:sequence></xs:complexType></xs:element>"""
CALLED_ANY = """
  <xs:complexType name="anyType"><xs:sequence><xs:element name="a"/></xs:sequence>
  </xs:complexType>
  <xs:complexType name="Other"><xs:sequence/></xs:complexType>
  <xs:element name="r" type="anyType"/>"""
IDS = """
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="a" type="xs:ID" maxOccurs="9"/>
    <xs:element name="z" type="xs:int" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("parts", "document", "said"),
    [
        # Which of the two forms it does not have.
        (STEPS, "<r>ABC</r>", [("CTC216", "expected the form `[a-z]+`")]),
        (STEPS, "<r>abcd</r>", [("CTC216", "expected the form `.{3}`")]),
        # The length of XSD's own lists is counted in items, too.
        (TOKENS, "<r>a b c</r>", [("CTC217", "expected at most 2 items")]),
        # What may occur no more than 0 times may not be there.
        (
            NOTHING,
            '<r k="x"><a/></r>',
            [
                ("CTC215", "expected a whole number such as `12`"),
                ("CTC201", "remove it, or write the name that was meant"),
            ],
        ),
        (NOTHING, '<r k="1"> </r>', [("CTC211", "write `<r/>`")]),
        # A number of elements that must be there is told beside other faults.
        (
            THREE,
            '<r k="x"><a/><b/></r>',
            [
                ("CTC207", "add `<a>` or add `<b>`"),
                ("CTC215", "expected a whole number such as `12`"),
            ],
        ),
        (THREE, '<r k="1"><a/><b/><b/><a/></r>', []),
        (WIDE, '<r k="x"/>', [("CTC207", None), ("CTC215", None)]),
        (WIDE, '<r k="1"><a/></r>', [("CTC299", None)]),
        # A union in a union has its members, and is none itself.
        (
            UNIONS,
            f'<r {XSI}><a xsi:type="Whole">1</a><z>x</z></r>',
            [("CTC215", "expected a whole number such as `12`")],
        ),
        (
            UNIONS,
            f'<r {XSI}><a xsi:type="Inner">1</a><z>1</z></r>',
            [("CTC223", "expected one of `Whole`, `Outer`, or no `xsi:type`")],
        ),
        # Only XSD's own type is any type.
        (
            CALLED_ANY,
            f'<r {XSI} xsi:type="Other"/>',
            [("CTC223", "expected `anyType`, or no `xsi:type`")],
        ),
        # IDs are also the texts of elements.
        (IDS, "<r><a>x</a><a>y</a></r>", []),
        (
            IDS,
            "<r><a>x</a><a> x </a></r>",
            [("CTC235", "write another ID here or there")],
        ),
        (
            IDS,
            "<r><a>x</a><a>x</a><z>-</z></r>",
            [
                ("CTC235", "write another ID here or there"),
                ("CTC215", "expected a whole number such as `12`"),
            ],
        ),
    ],
)
def test_what_is_said_of_it(
    tmp_path: Path, parts: str, document: str, said: list[tuple[str, str | None]]
) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA.format("", parts))
    found = lint(document, schema=tmp_path / "s.xsd")
    helps = [
        None if help_ is None else "".join(one.help)
        for one, (_, help_) in zip(found, said, strict=False)
    ]
    assert list(zip((one.code for one in found), helps, strict=False)) == said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_references_are_looked_for_whatever_the_encoding_of_the_schema(
    tmp_path: Path, encoding: str
) -> None:
    schema = f'<?xml version="1.0" encoding="{encoding}"?>' + SCHEMA.format(
        "",
        '<xs:element name="r"><xs:complexType><xs:attribute name="to" type="xs:IDREF"/>'
        "</xs:complexType></xs:element>",
    )
    (tmp_path / "s.xsd").write_bytes(schema.encode(encoding))
    found = lint('<r to="x"/>', schema=tmp_path / "s.xsd")
    assert [(one.code, one.range.start.column) for one in found] == [("CTC236", 7)]


OTHERS = """
  <xs:import namespace="urn:o" schemaLocation="o.xsd"/>
  <xs:complexType name="Base"><xs:sequence><xs:element name="a"/></xs:sequence>
  </xs:complexType>
  <xs:complexType name="More"><xs:complexContent><xs:extension base="Base">
    <xs:sequence><xs:element ref="o:x"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="e" type="Base" maxOccurs="9"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="s"><xs:complexType><xs:sequence>
    <xs:element name="w"><xs:complexType>
      <xs:sequence><xs:element name="a"/><xs:element name="b"/></xs:sequence>
      <xs:attribute ref="o:h" use="required"/><xs:attribute name="k" use="required"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>"""
IN_OTHER = """
  <xs:element name="x"/><xs:attribute name="h" type="xs:string"/>"""


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """Write a schema with an element and an attribute of another namespace."""
    path = tmp_path / "s.xsd"
    path.write_text(SCHEMA.format(' xmlns:o="urn:o"', OTHERS))
    other = SCHEMA.format(' targetNamespace="urn:o"', IN_OTHER)
    (tmp_path / "o.xsd").write_text(other)
    return path


@pytest.mark.parametrize("before", ["", "<e/>"])
def test_what_lacks_has_its_prefix_whatever_was_said_before(
    others: Path, before: str
) -> None:
    """An element that names another type is not said to be what its name is."""
    document = f'<r xmlns:o="urn:o" {XSI}>{before}<e xsi:type="More"><a/></e></r>'
    *_, found = lint(document, schema=others)
    assert found.message == "`e` lacks the required element `x`"
    assert found.help == ("add `<o:x>`",)


def test_a_start_tag_that_was_lost_has_no_attribute_without_a_prefix(
    others: Path,
) -> None:
    """Which prefix an attribute of another namespace would need nobody knows."""
    document = '<s xmlns:o="urn:o"><a/><b/></w></s>'
    (found,) = lint(document, schema=others)
    assert (found.code, found.help) == ("CTC103", ('begin it with `<w k="…">`',))
    (fix,) = found.fixes
    edits = edits_of([ChosenFix(found, fix)])
    assert apply_edits(document, edits) == document.replace("<a/>", "<w><a/>")
