"""An element that is never closed ends where it has as many children as it may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

ANY = "".join(f'<xs:element ref="{name}"/>' for name in ("i", "row", "pair", "open"))
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="math"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">{ANY}</xs:choice></xs:complexType>
  </xs:element>
  <xs:element name="i" type="xs:string"/>
  <xs:element name="row"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">{ANY}</xs:choice></xs:complexType>
  </xs:element>
  <xs:element name="pair"><xs:complexType>
    <xs:choice minOccurs="2" maxOccurs="2">{ANY}</xs:choice></xs:complexType>
  </xs:element>
  <xs:element name="open"><xs:complexType><xs:sequence>
    <xs:element ref="i"/><xs:any minOccurs="0" processContents="skip"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="other"><xs:complexType><xs:sequence>
    <xs:element name="pair"><xs:complexType><xs:simpleContent>
      <xs:extension base="xs:string"><xs:attribute name="unit"/></xs:extension>
    </xs:simpleContent></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def told(content: str, schema: Path) -> list[tuple[str, str]]:
    """Return of each diagnostic the message, and the text with its only fix."""
    text, found = f"<math>{content}</math>", []
    for one in lint(text, schema=schema):
        ((edit,),) = (fix.edits for fix in one.fixes)
        start, end = edit.range.start.offset, edit.range.end.offset
        found.append((one.message, text[:start] + edit.new_text + text[end:]))
    return found


@pytest.mark.parametrize(
    ("content", "name", "mended"),
    [
        (
            "<row><pair><i>a</i><i>b</i><row/></row>",
            "pair",
            "<row><pair><i>a</i><i>b</i></pair><row/></row>",
        ),
        (
            "<pair><i>a</i><i/><i>c</i><i>d</i>",
            "pair",
            "<pair><i>a</i><i/></pair><i>c</i><i>d</i>",
        ),
        # What stands in its children is none of them.
        (
            "<pair><row><i>a</i><i>b</i></row><i>c</i><i>d</i>",
            "pair",
            "<pair><row><i>a</i><i>b</i></row><i>c</i></pair><i>d</i>",
        ),
        (
            "<pair><pair><i>a</i><i>b</i></pair><i>c</i><i>d</i>",
            "pair",
            "<pair><pair><i>a</i><i>b</i></pair><i>c</i></pair><i>d</i>",
        ),
        ("<pair><i>a</i><i>b</i>", "pair", "<pair><i>a</i><i>b</i></pair>"),
    ],
)
def test_it_ends_where_it_is_full(
    content: str, name: str, mended: str, schema: Path
) -> None:
    assert told(content, schema) == [
        (f"`{name}` is never closed", f"<math>{mended}</math>")
    ]


def test_one_with_an_end_tag_has_one_child_too_many(schema: Path) -> None:
    found = told("<pair><i>a</i><i>b</i><i>c</i></pair>", schema)

    assert [message for message, _ in found] == ["`pair` may hold at most 2 `i`"]


def test_one_in_which_anything_may_stand_is_never_full(schema: Path) -> None:
    content = "<open><i>a</i><i>b</i>"

    assert told(content, schema) == [
        ("`open` is never closed", f"<math>{content}</open></math>")
    ]
