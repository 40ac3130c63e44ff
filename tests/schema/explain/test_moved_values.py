"""Texts that are meant as attributes, and attributes that are meant as the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="log"><xs:complexType><xs:sequence>
    <xs:element name="to" minOccurs="0" maxOccurs="9"><xs:complexType>
      <xs:attribute name="ref" type="xs:NMTOKEN" use="required"/>
      <xs:attribute name="on" type="xs:date"/></xs:complexType></xs:element>
    <xs:element name="range" minOccurs="0"><xs:complexType>
      <xs:attribute name="low" use="required"/>
      <xs:attribute name="high" use="required"/></xs:complexType></xs:element>
    <xs:element name="time" minOccurs="0"><xs:complexType>
      <xs:attribute name="value"/><xs:attribute name="note"/>
    </xs:complexType></xs:element>
    <xs:element name="day" minOccurs="0"><xs:complexType>
      <xs:attribute name="is" type="xs:date"/><xs:attribute name="note"/>
    </xs:complexType></xs:element>
    <xs:element name="mode" minOccurs="0"><xs:complexType>
      <xs:attribute name="is" fixed="on"/></xs:complexType></xs:element>
    <xs:element name="stop" minOccurs="0"><xs:complexType>
      <xs:attribute name="why"/></xs:complexType></xs:element>
    <xs:element name="any" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:any minOccurs="0"/></xs:sequence>
      <xs:attribute name="value"/></xs:complexType></xs:element>
    <xs:element name="property" minOccurs="0" maxOccurs="9"><xs:complexType>
      <xs:simpleContent><xs:extension base="xs:string">
      <xs:attribute name="name"/></xs:extension></xs:simpleContent>
    </xs:complexType></xs:element>
    <xs:element name="size" minOccurs="0" type="xs:int"/>
    <xs:element name="free" minOccurs="0"><xs:complexType><xs:simpleContent>
      <xs:extension base="xs:int">
      <xs:anyAttribute namespace="##other" processContents="lax"/>
      </xs:extension></xs:simpleContent></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def told(content: str, schema: Path) -> list[tuple[str, str]]:
    """Return the code and the message of each diagnostic."""
    found = lint(f"<log>{content}</log>", schema=schema)
    return [(one.code, one.message) for one in found]


def mended(content: str, schema: Path) -> str:
    """Return the content with the first fix of its only diagnostic made."""
    text = f"<log>{content}</log>"
    (found,) = lint(text, schema=schema)
    for edit in sorted(found.fixes[0].edits, reverse=True):
        start, end = (at.offset for at in edit.range)
        text = text[:start] + edit.new_text + text[end:]
    return text.removeprefix("<log>").removesuffix("</log>")


@pytest.mark.parametrize(
    ("content", "right"),
    [
        # It is the one that lacks.
        ("<to>Out</to>", '<to ref="Out"></to>'),
        ("<to>\n  Out\n</to>", '<to ref="Out"></to>'),
        ("<to on='2020-01-02'>Out</to>", "<to ref=\"Out\" on='2020-01-02'></to>"),
        # Its name says it, or the text.
        (
            "<time>a &lt; &quot;b&quot;</time>",
            '<time value="a &lt; &quot;b&quot;"></time>',
        ),
        ("<day>2020-01-02</day>", '<day is="2020-01-02"></day>'),
        ("<mode>on</mode>", '<mode is="on"></mode>'),
    ],
)
def test_text_becomes_the_attribute(content: str, right: str, schema: Path) -> None:
    assert mended(content, schema) == right


def test_it_is_told_what_to_write(schema: Path) -> None:
    (found,) = lint("<log><to>Out</to></log>", schema=schema)

    assert found.code == "CTC211"
    assert found.message == "text `Out` stands in `to`, which holds no text"
    assert found.help == ('write it in the start tag: `ref="Out"`',)
    assert [fix.title for fix in found.fixes] == ["make it the attribute `ref`"]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        # It would be wrong as that.
        ("<to>a b</to>", ["CTC208", "CTC211"]),
        # There are two.
        ("<range>5</range>", ["CTC208", "CTC211"]),
        # Nothing tells that it is this one, or it is there.
        ("<stop>now</stop>", ["CTC211"]),
        ("<day>tomorrow</day>", ["CTC211"]),
        ("<day is='2020-01-02'>2020-01-02</day>", ["CTC211"]),
        # An element stands there, too.
        ("<time>now<b/></time>", ["CTC211", "CTC201"]),
        ("<any>a</any>", ["CTC211"]),
    ],
)
def test_other_text_is_to_be_removed(
    content: str, codes: list[str], schema: Path
) -> None:
    found = lint(f"<log>{content}</log>", schema=schema)

    assert sorted(one.code for one in found) == sorted(codes)
    (text,) = (one for one in found if one.code == "CTC211")
    assert [fix.title for fix in text.fixes] == ["remove the text"]


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            '<property name="a" value="b &amp; c"/>',
            '<property name="a">b &amp; c</property>',
        ),
        ('<size value="3"></size>', "<size>3</size>"),
        ('<size value="3">\n</size>', "<size>3\n</size>"),
        # A wildcard takes others alone.
        ('<free value="3"/>', "<free>3</free>"),
        (
            '<free value="3" o:by="a" xmlns:o="urn:o"/>',
            '<free o:by="a" xmlns:o="urn:o">3</free>',
        ),
    ],
)
def test_attribute_becomes_the_text(content: str, right: str, schema: Path) -> None:
    assert mended(content, schema) == right


def test_it_is_told_that_it_is_the_text(schema: Path) -> None:
    (found,) = lint('<log><size value="3"/></log>', schema=schema)

    assert (found.code, found.message) == ("CTC209", "`size` has no attribute `value`")
    assert found.help == ("write it as the text of `size`",)
    assert [fix.title for fix in found.fixes] == ["make it the text of `size`"]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        # There is a text, or it would be wrong as that.
        ('<property value="b">c</property>', ["CTC209"]),
        ('<size value="b"/>', ["CTC209", "CTC214"]),
        ('<size value=""/>', ["CTC209", "CTC214"]),
        # There are two, or it is of another namespace.
        ('<property value="b" text="c"/>', ["CTC209", "CTC209"]),
        ('<property o:value="b" xmlns:o="urn:o"/>', ["CTC209"]),
        ('<free o:value="3" xmlns:o="urn:o"/>', ["CTC214"]),
    ],
)
def test_other_attribute_is_to_be_removed(
    content: str, codes: list[str], schema: Path
) -> None:
    found = lint(f"<log>{content}</log>", schema=schema)

    assert sorted(one.code for one in found) == codes
    for one in found:
        if one.code == "CTC209":
            assert [fix.title for fix in one.fixes] == ["remove it"]
