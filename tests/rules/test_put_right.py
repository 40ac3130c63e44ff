"""Elements that lack the one round them, and have a wrong name or namespace besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {about}>
  <xs:element name="menu"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string"/>
    <xs:element name="items"><xs:complexType><xs:sequence>
      <xs:element name="item" type="xs:int" maxOccurs="9"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
QUALIFIED = 'targetNamespace="urn:t" elementFormDefault="qualified"'


@pytest.mark.parametrize(
    ("about", "items", "title", "mended"),
    [
        ("", "<Item>1</Item>", "wrap it in `<items>`, as `item`", "<item>1</item>"),
        (
            "",
            '<item xmlns="urn:x">1</item>',
            "wrap it in `<items>`, with no namespace",
            '<item xmlns="">1</item>',
        ),
        (
            QUALIFIED,
            '<item xmlns="urn:x">1</item>',
            "wrap it in `<items>`, with the namespace `urn:t`",
            '<item xmlns="urn:t">1</item>',
        ),
        (
            QUALIFIED,
            '<Item>1</Item><item xmlns="urn:x">1</item>',
            "wrap these 2 in `<items>`, as `item`, with the namespace `urn:t`",
            '<item>1</item><item xmlns="urn:t">1</item>',
        ),
    ],
)
def test_the_fix_puts_it_right_as_well(
    about: str, items: str, title: str, mended: str, tmp_path: Path
) -> None:
    schema = tmp_path / "s.xsd"
    schema.write_text(SCHEMA.format(about=about))
    space = ' xmlns="urn:t"' if about else ""
    start = f"<menu{space}><title>t</title>"
    document = f"{start}{items}</menu>"

    (found,) = lint(document, schema=schema)
    (fix,) = found.fixes

    assert found.help == (title,)
    assert fix.title == title
    made = apply_edits(document, edits_of([ChosenFix(found, fix)]))
    assert made == f"{start}<items>{mended}</items></menu>"
    assert lint(made, schema=schema) == []
