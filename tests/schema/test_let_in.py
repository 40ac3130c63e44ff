"""An element that is never closed, in which anything may stand, ends where it can."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element ref="value" maxOccurs="9"/>
    <xs:element ref="note" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="value" type="xs:anyType"/>
  <xs:element name="note"><xs:complexType><xs:sequence>
    <xs:element ref="value" minOccurs="0"/>
    <xs:any minOccurs="0" maxOccurs="9" processContents="lax"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def told(content: str, schema: Path) -> list[tuple[int, str]]:
    text = f'<list xmlns="urn:t">{content}</list>'
    start = text.index(">") + 1
    return [
        (one.range.start.offset - start, one.message)
        for one in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    ("content", "at", "name"),
    [
        ("<value>1<value>2</value>", 1, "value"),
        ("<value>1</value><value>2<note/>", 17, "value"),
        ("<value>1</value><value>2<note><value/></note>", 17, "value"),
        # The `note` itself names it; what no open element names may stand there.
        ("<value/><note><value/>", 9, "note"),
        ("<value><list><value/></list>", 1, "value"),
    ],
)
def test_what_is_let_in_as_anything_ends_what_has_no_end(
    content: str, at: int, name: str, schema: Path
) -> None:
    assert told(content, schema) == [(at, f"`{name}` is never closed")]


def test_what_is_let_in_stays_where_the_end_tags_say_so(schema: Path) -> None:
    assert told("<value>1<value>2</value></value>", schema) == []
    assert told("<value><note><value/><list></note></value>", schema)[0] == (
        22,
        "`list` is never closed",
    )
