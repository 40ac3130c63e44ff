"""What a missing child would hold stands on its parent, with the attributes as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from tests.said import written_by_fixes

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="money"><xs:simpleContent><xs:extension base="xs:decimal">
    <xs:attribute name="unit" use="required"/><xs:attribute name="as"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="sum" minOccurs="0"><xs:complexType><xs:choice>
      <xs:element name="told" type="money"/>
      <xs:element name="made"><xs:complexType><xs:sequence>
        <xs:element name="x"/></xs:sequence></xs:complexType></xs:element>
    </xs:choice><xs:attribute name="id"/></xs:complexType></xs:element>
    <xs:element name="both" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="low" type="money"/><xs:element name="mid"/>
      <xs:element name="high" type="money"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="line" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="sku" type="xs:string"/><xs:element name="count" type="xs:int"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '<sum unit="EUR">10</sum>',
            [("CTC211", "10", "", '<told unit="EUR">', "</told>")],
        ),
        (
            '<sum unit="&lt;&quot;" id="1" as="x">10</sum>',
            [
                (
                    "CTC211",
                    "10",
                    "",
                    "",
                    '<told unit="&lt;&quot;" as="x">',
                    "</told>",
                )
            ],
        ),
        # The attribute that it needs is nowhere, or has another name.
        ("<sum>10</sum>", [("CTC211", "10")]),
        ('<sum money="EUR">10</sum>', [("CTC209", "money", ""), ("CTC211", "10")]),
        # The text is none of it, or it may be that of either.
        ('<sum unit="EUR">ten</sum>', [("CTC209", "unit", ""), ("CTC211", "ten")]),
        (
            '<both unit="EUR">1<mid/>2</both>',
            [
                ("CTC209", "unit", ""),
                ("CTC211", "1", "<low>1</low>"),
                ("CTC211", "2", "<high>2</high>"),
            ],
        ),
    ],
)
def test_a_text_takes_its_attributes_along(
    content: str, expected: list[tuple[str, ...]], tmp_path: Path
) -> None:
    assert told(content, tmp_path) == expected


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ('<line sku="a" count="1"/>', ["CTC209", "CTC209"]),
        ('<line Sku="a"><count>1</count></line>', ["CTC209"]),
        ('<line sku="a"/>', ["CTC207", "CTC209"]),
        ('<line sku="" count="1"/>', ["CTC207", "CTC209", "CTC209"]),
        ('<line sku="a"><sku>b</sku><count>1</count></line>', ["CTC209"]),
    ],
)
def test_a_child_that_is_an_attribute_is_not_missing_besides(
    content: str, codes: list[str], tmp_path: Path
) -> None:
    assert [code for code, *_ in told(content, tmp_path)] == codes


def told(content: str, folder: Path) -> list[tuple[str, ...]]:
    """Return the code of each diagnostic, what it is about, and what fixes write."""
    schema, text = folder / "r.xsd", f"<r>{content}</r>"
    schema.write_text(SCHEMA, "utf-8")
    return written_by_fixes(text, lint(text, schema=schema))
