"""Of several elements that may be meant that one is which takes what the children hold.

The children of a row have the same names in each; what they hold tells them apart.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="ledger"><xs:complexType><xs:sequence>
    <xs:element name="head" type="xs:string"/>
    <xs:choice maxOccurs="unbounded">
      <xs:element name="sale" type="Sale"/>
      <xs:element name="loan" type="Loan"/>
      <xs:element name="plan"><xs:complexType><xs:sequence>
        <xs:any namespace="##other" processContents="lax" />
        <xs:element name="step" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:choice></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Sale"><xs:sequence>
    <xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="what" type="xs:string"/>
      <xs:element name="price" minOccurs="0" type="xs:decimal"/>
    </xs:sequence><xs:attribute name="count" type="xs:int"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Loan"><xs:sequence>
    <xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:all>
      <xs:element name="what" type="xs:string"/>
      <xs:element name="until" minOccurs="0" type="xs:date"/>
    </xs:all><xs:attribute name="rate" type="xs:int" use="required"/>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:schema>"""
WHAT = "<what>x</what>"
SALE = f"<sale><line>{WHAT}</line></sale>"
LOAN = f'<loan><line rate="1">{WHAT}</line></loan>'


def told(content: str, schema: Path) -> list[tuple[str, list[str]]]:
    """Return of each diagnostic the message and the titles of the fixes."""
    text = f"<ledger><head/>{content}</ledger>"
    return [
        (d.message, [fix.title for fix in d.fixes]) for d in lint(text, schema=schema)
    ]


@pytest.mark.parametrize("there", ["", SALE, LOAN, SALE + LOAN])
@pytest.mark.parametrize(
    ("line", "wrapper"),
    [
        (f"<line>{WHAT}<price>1</price></line>", "sale"),
        (f'<line count="1">{WHAT}</line>', "sale"),
        (f"<line>{WHAT}</line>", "sale"),
        (f'<line rate="1">{WHAT}</line>', "loan"),
        (f'<line rate="1">{WHAT}<until>2030-01-01</until></line>', "loan"),
        (f'<line xmlns:o="o" rate="1" o:z="1">{WHAT}</line>', "loan"),
    ],
)
def test_wrapper_is_the_one_that_takes_what_the_children_hold(
    there: str, line: str, wrapper: str, schema: Path
) -> None:
    assert told(there + line + line, schema) == [
        (
            f"`line` must stand in `{wrapper}`, not directly in `ledger`",
            [f"wrap these 2 in `<{wrapper}>`"],
        )
    ]


def test_row_may_hold_what_a_wildcard_lets_in(schema: Path) -> None:
    row = '<o:a xmlns:o="o"/><step>s</step>'

    assert told(f"{SALE}<plan>{row}</plan>{row}{SALE}", schema) == [
        (
            "`a` must stand in `plan`, not directly in `ledger`",
            ["wrap these 2 in `<plan>`"],
        )
    ]
