"""Start tags that have the name of another element, where the end tag has the right."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from tests.said import written_by_fixes

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="setup"><xs:complexType><xs:sequence>
    <xs:element name="head" type="xs:string" minOccurs="0"/>
    <xs:element name="info" minOccurs="0"><xs:complexType><xs:all>
      <xs:element name="by" type="xs:string"/><xs:element name="on" type="xs:string"/>
      <xs:element name="at" type="xs:string" minOccurs="0"/>
    </xs:all></xs:complexType></xs:element>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="param"><xs:complexType><xs:sequence>
        <xs:element name="key" type="xs:string"/>
        <xs:element name="value" type="xs:string"/>
        <xs:element name="note" type="xs:string" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="pair"><xs:complexType><xs:sequence>
        <xs:element name="key" type="xs:string"/>
        <xs:element name="other" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="word" type="xs:string"/>
      <xs:element name="term"><xs:complexType><xs:simpleContent>
        <xs:extension base="xs:string"><xs:attribute name="id"/></xs:extension>
      </xs:simpleContent></xs:complexType></xs:element>
      <xs:element name="open"><xs:complexType><xs:sequence>
        <xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:choice></xs:sequence></xs:complexType></xs:element></xs:schema>"""
KEY, VALUE = "<key>a</key>", "<value>1</value>"
PARAM = f"<param>{KEY}{VALUE}</param>"


def told(schema: Path, content: str) -> list[tuple[str, ...]]:
    """Return what is said of a document with its fixes."""
    schema.write_text(SCHEMA)
    text = f"<setup>{content}</setup>"
    return written_by_fixes(text, lint(text, schema=schema))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        # What stands before or behind takes no such element beside it.
        (f"<param>{KEY}<key>1</value></param>", "value"),
        (f"<param><value>a</key>{VALUE}</param>", "key"),
        # It holds what that may not hold: an element, the last element, a text.
        (f"<word>{KEY}{VALUE}</param>{PARAM}", "param"),
        (f"<pair>{KEY}{VALUE}</param><pair>{KEY}<other/></pair>", "param"),
        (f"{PARAM}<param>a</word><word>b</word>", "word"),
        # So has it an attribute.
        ('<word id="1">a</term><term>b</term><word>c</word>', "term"),
        # The parent holds none, or no second one; or the name is of its first child.
        (f"<head>a</head><note>a</word>{PARAM}", "word"),
        ("<info><at>a</by><on>b</on><at>c</at></info>", "by"),
        (f"<head>a</head><head>{KEY}{VALUE}</param>", "param"),
        (f"<key>{KEY}{VALUE}</param>{PARAM}", "param"),
        # Right behind the tag of its parent it has the name of that.
        (f"<param><param>a</key>{VALUE}</param>", "key"),
        (f"<param>\n<param>a</key>{VALUE}</param>{PARAM}", "key"),
        # So it may be for the end tag of its parent that lacks a slash.
        (f"<param>{KEY}<param>1</value></param>", "value"),
    ],
)
def test_the_end_tag_has_the_right_name(content: str, name: str, schema: Path) -> None:
    [(code, at, *written), *others] = told(schema, content)
    assert (code, at, written) == ("CTC101", name, [name])
    assert not [one for one in others if one[0] != "CTC207"]


@pytest.mark.parametrize(
    ("content", "wrong", "right"),
    [
        # It fits by the name of its start tag, or by both names.
        (f"<param>{KEY}<value>1</key></param>", "key", "value"),
        (f"<param><key>a</value>{VALUE}</param>", "value", "key"),
        (f"<param>{KEY}{VALUE}</pair>{PARAM}", "pair", "param"),
        ("<word>a</term><term>b</term>", "term", "word"),
        ('<term id="1">a</word><word>b</word>', "word", "term"),
        ("<open><foo><bar/></word></open>", "word", "foo"),
        # What speaks for one name does not, where something speaks for the other.
        ('<word id="1">a</param><word>b</word>', "param", "word"),
        # There is no such element in the parent, or one is open.
        (f"<head>a</by>{PARAM}", "by", "head"),
        (f"<param>{KEY}<note>a</param></param>", "param", "note"),
    ],
)
def test_the_start_tag_has_the_right_name(
    content: str, wrong: str, right: str, schema: Path
) -> None:
    assert ("CTC101", wrong, right) in told(schema, content)


def test_a_start_tag_that_has_no_place_keeps_what_another_cannot_hold(
    schema: Path,
) -> None:
    opened = f"<param>{KEY}{VALUE}<note>u</note>"
    found = told(schema, f"{opened}<param>{KEY}{VALUE}</note>n</note></param>")
    assert found == [("CTC102", "param", "</param>"), ("CTC103", "note", "")]


def test_names_with_a_prefix_are_told_alike(schema: Path) -> None:
    inner = '<xs:element name="{}" type="xs:string"/>'.format
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"'
        ' elementFormDefault="qualified"><xs:element name="e"><xs:complexType><xs:all>'
        f"{inner('id')}{inner('title')}{inner('on')}"
        "</xs:all></xs:complexType></xs:element></xs:schema>"
    )
    rest = "<a:title>t</a:title><a:id>2013</a:on></a:e>"
    text = f'<a:e xmlns:a="urn:a"><a:id>1</a:id>{rest}'
    found = written_by_fixes(text, lint(text, schema=schema))
    assert found == [("CTC101", "a:on", "a:on")]


def test_a_start_tag_whose_own_end_follows_keeps_its_name(schema: Path) -> None:
    pair = f"<pair>{KEY}</value><other/></pair>"
    assert told(schema, pair) == [("CTC103", "value", "")]


def test_a_start_tag_that_is_written_twice_is_that(schema: Path) -> None:
    doubled = f"<param><param>{KEY}{VALUE}</param>"
    assert told(schema, doubled) == [("CTC102", "param", "")]


def test_of_very_many_start_tags_none_is_taken_for_another(schema: Path) -> None:
    wrong = f"<word>{KEY}{VALUE}</param>" * 1_100
    [one, *_] = told(schema, f"{wrong}{PARAM}<word>a</word>")
    assert one == ("CTC101", "param", "param")
