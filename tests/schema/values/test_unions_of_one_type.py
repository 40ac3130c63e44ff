"""A union may name a type twice: values are told as those of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Sign"><xs:restriction base="xs:token">
    <xs:enumeration value="A"/><xs:enumeration value="B"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Signs"><xs:list itemType="Sign"/></xs:simpleType>
  <xs:element name="a"><xs:simpleType>
    <xs:union memberTypes="{}"/>
  </xs:simpleType></xs:element>
</xs:schema>"""


@pytest.mark.parametrize(
    ("members", "value", "codes"),
    [
        ("Sign Sign", "A", []),
        ("Sign Sign", "A A", ["CTC203"]),
        ("Signs Signs", "A A", []),
        ("Signs Signs", "A C", ["CTC203"]),
        ("Sign Signs Sign", "C", ["CTC203"]),
        ("xs:int xs:int", "A A", ["CTC215"]),
        ("xs:int Sign xs:int", "A A", ["CTC203"]),
    ],
)
def test_values_of_a_union(
    tmp_path: Path, members: str, value: str, codes: list[str]
) -> None:
    schema = tmp_path / "a.xsd"
    schema.write_text(SCHEMA.format(members))

    assert [one.code for one in lint(f"<a>{value}</a>", schema=schema)] == codes
