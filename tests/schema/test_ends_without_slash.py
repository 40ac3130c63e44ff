"""An end tag without its slash: what is written right, one fault, and mended so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from tests.rulebook import mended

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Text" mixed="true"><xs:sequence>
    <xs:element name="em" type="Text" minOccurs="0" maxOccurs="9"/>
    <xs:any namespace="##other" minOccurs="0" maxOccurs="9" processContents="lax"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Named"><xs:all>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="parent" minOccurs="0"><xs:complexType><xs:all>
      <xs:element name="name" type="xs:string"/>
    </xs:all></xs:complexType></xs:element>
    <xs:element name="lines" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="line" type="xs:string" maxOccurs="9"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="about" type="Text" minOccurs="0"/>
  </xs:all></xs:complexType>
  <xs:element name="plan" type="Named"/></xs:schema>"""
PLANS = [
    "<lines><line>a<line>|<line>b</line></lines>",
    "<lines><line>a<line>| <line>b</line></lines>",
    "<parent><name>p</name><parent>|",
    "<about>Use a <em>large<em>| pan.</about>",
    '<about>Use <h:b xmlns:h="urn:h">two</h:b><b:i xmlns:b="urn:b">now<b:i>|.</about>',
]


@pytest.mark.parametrize("written", PLANS)
def test_it_is_one_fault_that_is_mended(written: str, schema: Path) -> None:
    before, _, behind = written.partition("|")
    last = before.rindex("<")
    text = f"<plan>{before}{behind}<name>n</name></plan>"
    right = f"<plan>{before[:last]}</{before[last + 1 :]}{behind}<name>n</name></plan>"

    (found,) = lint(text, schema=schema)
    (made,) = found.fixes

    assert lint(right, schema=schema) == []
    assert found.code == "CTC102"
    assert mended(text, made) == right


ROWS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="rows"><xs:complexType><xs:sequence>
    <xs:element name="row" maxOccurs="9"><xs:complexType><xs:sequence>
      <xs:element name="text" type="xs:string" maxOccurs="9"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="text" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
TEXT = "\n<text>a</text>\n"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        # Where several may stand, the second one begins.
        (f"<row>{TEXT}<row>{TEXT}", ["0 CTC102", "2 CTC102"]),
        # What begins right behind its like is written twice.
        (f"<row><row>{TEXT}</row>", ["0 CTC102"]),
        ("<row><row>\n<text>a</txet>\n</row>", ["0 CTC102", "1 CTC101"]),
    ],
)
def test_what_begins_another_is_no_end(
    inside: str, said: list[str], tmp_path: Path
) -> None:
    schema = tmp_path / "rows.xsd"
    schema.write_text(ROWS)

    found = lint(f"<rows>{inside}</rows>", schema=schema)

    assert [f"{one.range.start.line} {one.code}" for one in found] == said
