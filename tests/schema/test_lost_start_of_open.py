"""An element in which anything may stand, of which only the end tag is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
  <xs:element name="letter"><xs:complexType><xs:sequence>
    <xs:element name="head" minOccurs="0"/>
    <xs:element name="body"><xs:complexType><xs:sequence>
      <xs:any minOccurs="0" maxOccurs="9" processContents="lax"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:any namespace="##other" minOccurs="0" maxOccurs="9" processContents="lax"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
PAID = '<b:paid xmlns:b="urn:b"/>'


def text_of(content: str) -> str:
    return f'<letter xmlns="urn:t">{content}</letter>'


@pytest.mark.parametrize(
    ("before", "inside"),
    [("", PAID), ("<head/>", PAID), ("<head/>", PAID + "\n" + PAID)],
)
def test_it_began_with_what_the_parent_lets_in_as_anything(
    before: str, inside: str, schema: Path
) -> None:
    text = text_of(f"{before}{inside}</body>")
    (found,) = lint(text, schema=schema)
    ((edit,),) = (fix.edits for fix in found.fixes)
    start, end = edit.range.start.offset, edit.range.end.offset

    assert (found.code, found.message) == ("CTC103", "`</body>` closes no open element")
    assert found.range.start.offset == text.index("/body") + 1
    mended = text[:start] + edit.new_text + text[end:]
    assert mended == text_of(f"{before}<body>{inside}</body>")


def test_what_follows_it_is_let_in_by_the_parent(schema: Path) -> None:
    assert lint(text_of(f"<body>{PAID}</body>{PAID}"), schema=schema) == []
