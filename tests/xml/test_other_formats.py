"""Broken tags of another format, in elements that let anything in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="feed">
    <xs:complexType><xs:sequence>
      <xs:element name="title" type="xs:string"/>
      <xs:element name="item" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType><xs:sequence>
          <xs:element name="id" type="xs:string" minOccurs="0"/>
          <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
        </xs:sequence></xs:complexType>
      </xs:element>
    </xs:sequence></xs:complexType>
  </xs:element>
</xs:schema>
"""
CREATOR = "<d:by>Joe</d:by>"
RIGHT = f'<feed xmlns:d="u:d"><title/><item><id>1</id>{CREATOR}</item></feed>'


@pytest.mark.parametrize(
    ("old", "new", "code", "title"),
    [
        (CREATOR, "Joe</d:by>", "CTC103", "insert `<d:by>`"),
        (f"</id>{CREATOR}", CREATOR, "CTC102", "add the end tag"),
    ],
)
def test_tag_that_is_lost(
    old: str, new: str, code: str, title: str, schema: Path
) -> None:
    broken = RIGHT.replace(old, new)

    (found,) = lint(broken, schema=schema)

    (fix,) = found.fixes
    assert (found.code, fix.title) == (code, title)
    assert apply_edits(broken, edits_of([ChosenFix(found, fix)])) == RIGHT


@pytest.mark.parametrize("markup", ["a<b>c</b>", "a<x:b>c</x:b>"])
def test_what_is_no_element_of_the_parent(markup: str, schema: Path) -> None:
    broken = RIGHT.replace(f"1</id>{CREATOR}", markup)

    codes = [found.code for found in lint(broken, schema=schema)]

    assert "CTC102" in codes
    assert codes != ["CTC102"]
