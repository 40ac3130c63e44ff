"""What elements near a parent lack, asked of each wide element once."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.matching.near import Near
from ctct_lint.schema.schema import Schema

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="shop"><xs:complexType><xs:choice maxOccurs="unbounded">
    <xs:element name="part" type="Part"/>
    <xs:element name="owner" type="xs:string"/>
    <xs:element name="place" type="xs:string"/>
  </xs:choice></xs:complexType></xs:element>
  <xs:complexType name="Part"><xs:sequence>
    <xs:element name="name" type="xs:string"/>
  </xs:sequence></xs:complexType>
</xs:schema>"""


def shop(parts: int) -> etree._Element:
    return etree.fromstring(f"<shop>{'<part/>' * parts}<owner/></shop>")


@pytest.mark.parametrize("parts", [1, 8, 900])
def test_an_element_lacks_what_it_may_hold_and_does_not(
    compiled: Schema, parts: int
) -> None:
    root = shop(parts)

    near = Near(compiled)

    assert [near.lacking(part) for part in root] == [{"place": root}] * (parts + 1)


def test_all_children_of_a_wide_element_ask_the_schema_once(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    held_by = compiled.held_by
    monkeypatch.setattr(
        Schema, "held_by", lambda _, d: asked.append(d.name) or held_by(d)
    )
    root = shop(900)

    near = Near(compiled)
    for part in root:
        near.lacking(part)

    assert asked == ["shop"]
