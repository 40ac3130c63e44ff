"""Elements in a wrong parent, and the one near by that the fix moves them into."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="log"><xs:complexType><xs:sequence>
    <xs:element name="head" minOccurs="0"><xs:complexType><xs:all>
      <xs:element name="title" minOccurs="0"/><xs:element name="maker" minOccurs="0"/>
    </xs:all></xs:complexType></xs:element>
    <xs:element name="track" minOccurs="0" maxOccurs="9"><xs:complexType><xs:sequence>
      <xs:element name="spot" minOccurs="0" maxOccurs="9"><xs:complexType><xs:sequence>
        <xs:element name="high" minOccurs="0"/></xs:sequence>
        <xs:attribute name="lat" use="required"/></xs:complexType></xs:element>
      <xs:element name="close" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="end" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
SPOT = '<spot lat="1">'


def moved(schema: Path, content: str) -> list[str]:
    """Return what the fixes of the only diagnostic make of a content."""
    schema.write_text(SCHEMA)
    text = f"<log>{content}</log>"
    (one,) = lint(text, schema=schema)
    assert one.code == "CTC206"
    return [
        apply_edits(text, edits_of([ChosenFix(one, fix)]))[5:-6] for fix in one.fixes
    ]


@pytest.mark.parametrize(
    ("content", "mended"),
    [
        # Into one around it, where that has a place for it.
        ("<head><title/><end/></head>", "<head><title/></head><end/>"),
        ("<track><close/><end/></track>", "<track><close/></track><end/>"),
        (
            '<track><spot lat="1"><track><close/></track></spot></track>',
            '<track><spot lat="1"/></track><track><close/></track>',
        ),
        # Behind its like, whose order tells something.
        (
            f"<track>{SPOT}<high/>{SPOT}<high/></spot></spot>{SPOT}</spot></track>",
            f"<track>{SPOT}<high/></spot>{SPOT}<high/></spot>{SPOT}</spot></track>",
        ),
        # Into one beside its parent.
        (
            '<head/><track><spot lat="1"/><title/></track>',
            '<head><title/></head><track><spot lat="1"/></track>',
        ),
    ],
)
def test_it_is_moved_into_the_one_that_may_hold_it(
    content: str, mended: str, schema: Path
) -> None:
    (found,) = moved(schema, content)
    assert found.replace("></spot>", "/>") == mended.replace("></spot>", "/>")


@pytest.mark.parametrize(
    "content",
    [
        # No element near by may hold it.
        "<track><close/></track><track><close/><maker/></track>",
        # It may be there in place of what its parent is for.
        f"<track>{SPOT}<end/></spot></track>",
    ],
)
def test_there_is_no_fix_without_such_an_element(content: str, schema: Path) -> None:
    assert moved(schema, content) == []
