"""A child alone behind the elements of its parent that it may have stood in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Shelf"><xs:sequence>
    <xs:element name="book" type="xs:string" minOccurs="0" maxOccurs="5"/>
  </xs:sequence></xs:complexType>
  <xs:element name="room"><xs:complexType><xs:sequence>
    <xs:element name="left" type="Shelf"/>
    <xs:element name="right" type="Shelf"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize("held", ["", "<book>a</book>"])
def test_where_it_may_be_of_two_neither_is_chosen(held: str, schema: Path) -> None:
    shelves = f"<left>{held}</left><right>{held}</right>"

    (found,) = lint(f"<room>{shelves}<book>b</book></room>", schema=schema)

    assert (found.code, found.help) == ("CTC206", ("move it into `left` or `right`",))
    assert found.fixes == ()
