"""A pattern with more ways through a value than libxml2 tries stops nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="d"><xs:complexType><xs:sequence>
    <xs:element name="v" maxOccurs="unbounded"><xs:simpleType>
      <xs:restriction base="xs:string">
        <xs:pattern value="(a+)+b|(a|aa)*c|([a-z]*)*9"/>
      </xs:restriction>
    </xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def test_what_else_is_wrong_is_said(schema: Path) -> None:
    found = lint(f"<d><v>{'a' * 50}</v><v>x</v></d>", schema=schema)

    assert [(one.code, one.range.start.offset) for one in found] == [
        ("CTC299", 4),
        ("CTC216", 63),
    ]
