"""A text between the elements of a list that are texts: it has lost its tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element name="item" minOccurs="0" maxOccurs="{}">{}</xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
OF = "<xs:complexType{}>{}</xs:complexType>"
PART = '<xs:sequence><xs:element name="part" minOccurs="0"/></xs:sequence>'
WORD = '<xs:simpleType><xs:restriction base="xs:{}"/></xs:simpleType>'
NEEDED = '<xs:attribute name="no" use="required"/>'


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        (WORD.format("string"), ["wrap it in `<item>`"]),
        (OF.format(' mixed="true"', PART), ["wrap it in `<item>`"]),
        # An item holds no such text.
        (WORD.format("int"), []),
        (OF.format("", PART), []),
        # The tag would need more than a text tells.
        (OF.format(' mixed="true"', PART + NEEDED), []),
    ],
)
def test_a_text_is_an_item_if_it_can_be(
    tmp_path: Path, item: str, titles: list[str]
) -> None:
    (tmp_path / "list.xsd").write_text(SCHEMA.format("unbounded", item))

    (found,) = lint("<list>word</list>", schema=tmp_path / "list.xsd")

    assert found.message == "text `word` stands between the elements of `list`"
    assert [fix.title for fix in found.fixes] == titles


def test_there_may_be_no_more_items(tmp_path: Path) -> None:
    (tmp_path / "list.xsd").write_text(SCHEMA.format("1", WORD.format("string")))

    (found,) = lint("<list><item>a</item>b</list>", schema=tmp_path / "list.xsd")

    assert found.help == ("remove the text",)
    assert [fix.title for fix in found.fixes] == ["remove the text"]
