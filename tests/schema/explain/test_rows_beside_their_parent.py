"""Children behind a parent that ends too early: what they are it does not lack."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="order"><xs:complexType><xs:sequence>
    <xs:element name="customer"><xs:complexType><xs:sequence>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="email" type="xs:string"/>
      <xs:element name="phone" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="total" type="xs:decimal"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
NAME, EMAIL, PHONE = "<name>n</name>", "<email>e</email>", "<phone>p</phone>"


def outside(name: str) -> tuple[str, str]:
    return "CTC206", f"`{name}` must stand in `customer`, not directly in `order`"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"<customer/>{NAME}{EMAIL}{PHONE}", [outside("name")]),
        (f"<customer>{NAME}</customer>{EMAIL}{PHONE}", [outside("email")]),
        (f"<customer>{NAME}{EMAIL}</customer>{PHONE}", [outside("phone")]),
        # This is nowhere.
        (
            f"<customer/>{NAME}{EMAIL}",
            [
                ("CTC207", "`customer` lacks the required element `phone`"),
                outside("name"),
            ],
        ),
    ],
)
def test_what_stands_behind_is_not_also_missing(
    tmp_path: Path, content: str, expected: list[tuple[str, str]]
) -> None:
    schema = tmp_path / "order.xsd"
    schema.write_text(SCHEMA)

    found = lint(f"<order>{content}<total>1</total></order>", schema=schema)

    assert [(d.code, d.message) for d in found] == expected
