"""An element that needs attributes, of which only the end tag is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element name="see" minOccurs="0"><xs:complexType>
      <xs:attribute name="to" type="xs:IDREF"/></xs:complexType></xs:element>
    <xs:element name="item" minOccurs="0"><xs:complexType>
      <xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence>
      <xs:attribute name="id" type="xs:ID" use="required"/>
      <xs:attribute name="kind" use="required"/>
      <xs:attribute name="note"/></xs:complexType></xs:element>
    <xs:element name="more" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="item" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="name" type="xs:string"/></xs:sequence>
        <xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType>
      </xs:element></xs:sequence></xs:complexType></xs:element>
    <xs:element name="bare" minOccurs="0"><xs:complexType>
      <xs:sequence><xs:element name="line" type="xs:string"/></xs:sequence>
      <xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element>
    <xs:element name="code" minOccurs="0"><xs:complexType>
      <xs:sequence><xs:element name="digit" type="xs:string"/></xs:sequence>
      <xs:attribute name="of" use="required"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  </xs:element></xs:schema>"""


def told(content: str, schema: Path) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, message and help, and what its fix writes."""
    return [
        (
            one.code,
            one.message,
            *one.help,
            *(edit.new_text for fix in one.fixes for edit in fix.edits),
        )
        for one in lint(f"<list>{content}</list>", schema=schema)
    ]


@pytest.mark.parametrize(
    ("content", "name", "tag", "written"),
    [
        # What the attributes were nobody knows: they lack once the tag is there.
        ("<digit>7</digit></code>", "code", '<code of="…">', "<code>"),
        # Of the two kinds of `item` only one needs its `kind`.
        ("<name>a</name></item>", "item", '<item id="…">', "<item>"),
        ("<line>a</line></bare>", "bare", "<bare>", "<bare>"),
    ],
)
def test_it_begins_with_the_attributes_that_it_needs(
    content: str, name: str, tag: str, written: str, schema: Path
) -> None:
    message = f"`</{name}>` closes no open element"

    assert told(content, schema) == [
        ("CTC103", message, f"begin it with `{tag}`", written)
    ]


def test_what_refers_to_the_id_of_its_start_tag_is_no_other_fault(schema: Path) -> None:
    (found,) = told('<see to="a"/><line>a</line></bare>', schema)

    assert found[0] == "CTC103"


def test_a_reference_to_nowhere_beside_an_end_tag_too_many_is_told(
    schema: Path,
) -> None:
    found = told('<see to="a"/></line><bare id="b"><line>a</line></bare>', schema)

    assert [code for code, *_ in found] == ["CTC236", "CTC103"]


SIGNED = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:t" xmlns:s="urn:s" elementFormDefault="qualified">
  <xs:import namespace="urn:s" schemaLocation="sign.xsd"/>
  <xs:element name="letter"><xs:complexType><xs:sequence>
    <xs:element name="body"/><xs:element ref="s:sign"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
SIGN = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:s" xmlns="urn:s" elementFormDefault="qualified">
  <xs:element name="sign"><xs:complexType><xs:sequence>
    <xs:element name="by" type="xs:string"/></xs:sequence></xs:complexType>
  </xs:element></xs:schema>"""


def test_what_is_wrong_elsewhere_is_told_as_well(schema: Path) -> None:
    found = told("<name>a</name></item><more><name>b</name></more>", schema)

    assert [code for code, *_ in found] == ["CTC103", "CTC206"]


@pytest.mark.parametrize(
    ("declared", "name", "tag"),
    [
        ('xmlns="urn:t"', "sign", '<sign xmlns="urn:s">'),
        ('xmlns="urn:t" xmlns:s="urn:s"', "s:sign", "<s:sign>"),
    ],
)
def test_it_declares_its_namespace_if_that_is_another_one(
    declared: str, name: str, tag: str, schema: Path
) -> None:
    schema.write_text(SIGNED, "utf-8")
    (schema.parent / "sign.xsd").write_text(SIGN, "utf-8")
    by = name.replace("sign", "by")
    text = f"<letter {declared}><body/><{by}>me</{by}></{name}></letter>"

    (found,) = lint(text, schema=schema)

    assert found.help == (f"begin it with `{tag}`",)
    ((edit,),) = (fix.edits for fix in found.fixes)
    at = edit.range.start.offset
    assert lint(text[:at] + edit.new_text + text[at:], schema=schema) == []


def test_a_wrapper_that_is_lost_declares_its_namespace(schema: Path) -> None:
    schema.write_text(SIGNED, "utf-8")
    (schema.parent / "sign.xsd").write_text(SIGN, "utf-8")
    text = '<letter xmlns="urn:t"><body/><by xmlns="urn:s">me</by></letter>'

    (found,) = lint(text, schema=schema)

    assert found.help == ('wrap it in `<sign xmlns="urn:s">`',)


@pytest.mark.parametrize(
    ("content", "tag"),
    [
        ("<s:by>me</s:by></s:sign>", '<s:sign xmlns:s="urn:s">'),
    ],
)
def test_it_declares_the_prefixes_of_what_stands_in_it(
    content: str, tag: str, schema: Path
) -> None:
    schema.write_text(SIGNED, "utf-8")
    (schema.parent / "sign.xsd").write_text(SIGN, "utf-8")
    text = f'<letter xmlns="urn:t"><body xmlns:x="urn:x"/>{content}</letter>'

    found = lint(text, schema=schema)[0]

    assert found.help == (f"begin it with `{tag}`",)
    assert [fix.title for fix in found.fixes] == [f"insert `{tag}`"]


@pytest.mark.parametrize(
    "content",
    [
        # It is used elsewhere as well.
        "<s:body/><s:by>me</s:by></s:sign>",
        "<body/><s:by>me</s:by></s:sign><s:body/>",
        # What it stands for is not known.
        "<body/><by z:kind='a' xmlns='urn:s'>me</by></sign>",
    ],
)
def test_a_prefix_of_others_is_a_fault_of_its_own(content: str, schema: Path) -> None:
    schema.write_text(SIGNED, "utf-8")
    (schema.parent / "sign.xsd").write_text(SIGN, "utf-8")
    found = lint(f'<letter xmlns="urn:t">{content}</letter>', schema=schema)

    assert {"CTC103", "CTC131"} <= {one.code for one in found}


REPLY = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:r"
    targetNamespace="urn:r" elementFormDefault="qualified">
  <xs:element name="reply"><xs:complexType><xs:sequence>
    <xs:element ref="part" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="part"><xs:complexType><xs:sequence>
    <xs:element name="text" type="xs:string"/></xs:sequence>
    <xs:attribute name="of" type="xs:QName"/></xs:complexType></xs:element>
</xs:schema>"""


@pytest.mark.parametrize(
    ("content", "tag"),
    [
        # One that is known to stand in others cannot be the whole document.
        ("<part><text>a</text></part></reply>", '<reply xmlns="urn:r">'),
        (
            "<r:part><r:text>a</r:text></r:part></r:reply>",
            '<r:reply xmlns:r="urn:r">',
        ),
        # What prefixes in values stand for was said there, too.
        ('<part of="q:a"><text>a</text></part></reply>', '<reply xmlns="urn:r">'),
    ],
)
def test_a_root_begins_with_its_declarations(
    content: str, tag: str, schema: Path
) -> None:
    schema.write_text(REPLY, "utf-8")
    (found,) = lint(content, schema=schema)

    assert found.code == "CTC103"
    assert found.help == (f"begin it with `{tag}`",)
    text = content
    for edit in sorted(found.fixes[0].edits, reverse=True):
        at = edit.range.start.offset
        text = text[:at] + edit.new_text + text[at:]
    assert text == tag + content
