"""A word behind a value without quotes: one of it, or an attribute of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Field"><xs:attribute name="label"/></xs:complexType>
  <xs:element name="form"><xs:complexType><xs:sequence>
    <xs:element name="field" type="Field" maxOccurs="9"/>
    <xs:element name="free" minOccurs="0"><xs:complexType>
      <xs:attribute name="label"/><xs:anyAttribute processContents="lax"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Text"><xs:complexContent><xs:extension base="Field">
    <xs:attribute name="small" type="xs:boolean"/>
  </xs:extension></xs:complexContent></xs:complexType></xs:schema>"""


def two(word: str) -> list[str]:
    """Return what is said of a value without quotes, and of an attribute behind it."""
    return [
        "CTC111 the value `First` has no quotes",
        f"CTC112 the attribute `{word}` has no value",
    ]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (
            "<field label=First name/>",
            ["CTC111 the value `First name` has no quotes"],
        ),
        # A type that is derived from its own has it.
        ("<field label=First small/>", two("small")),
        ("<field/><free label=First name/>", two("name")),
    ],
)
def test_one_slip_is_one_fault(inside: str, said: list[str], schema: Path) -> None:
    found = lint(f"<form>{inside}</form>", schema=schema)

    assert [f"{one.code} {one.message}" for one in found] == said
