"""A slip in a tag where anything may stand, whatever its name is close to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:element name="build"><xs:complexType><xs:sequence>
    <xs:element name="resource" type="xs:string" minOccurs="0"/>
    <xs:element name="plugin" maxOccurs="9"><xs:complexType><xs:sequence>
      <xs:element name="id" type="xs:string"/>
      <xs:element name="settings" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:any maxOccurs="unbounded" processContents="skip"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""
DOCUMENT = """\
<build>
  <plugin>
    <id>a</id>
    <settings>
      <resorce>17</resorce>
    </settings>
  </plugin>
</build>
"""

SLIPS = [
    ("</settings>", "", ["4:6 CTC102 `settings` is never closed"]),
    (
        "</settings>",
        "</setings>",
        ["6:7 CTC101 `</setings>` does not close `<settings>`"],
    ),
    (
        "<settings>",
        "<Settings>",
        ["6:7 CTC101 `</settings>` does not close `<Settings>`"],
    ),
    ("<settings>", "</settings>", ["4:7 CTC103 `</settings>` closes no open element"]),
    (
        "<settings>",
        "<settings/>",
        ["4:14 CTC113 `/` ends `settings` before its content"],
    ),
    ("</resorce>", "<resorce>", ["5:8 CTC102 `resorce` is never closed"]),
    ("<resorce>", "</resorce>", ["5:9 CTC103 `</resorce>` closes no open element"]),
    ("<resorce>", "", ["5:11 CTC103 `</resorce>` closes no open element"]),
    (
        "<resorce>17</resorce>",
        "<level>17<level>",
        ["5:8 CTC102 `level` is never closed"],
    ),
    (
        "<resorce>17</resorce>",
        "<level17</level>",
        ["5:8 CTC105 the start tag of `level` has no `>`"],
    ),
    (
        "<resorce>17</resorce>",
        "<level>1</level><levelup and down</level>",
        ["5:24 CTC105 the start tag of `level` has no `>`"],
    ),
    # The `<` is one too many.
    (
        "<resorce>17</resorce>",
        "<level>1 <b>2</b><level3</level>",
        ["5:24 CTC106 `<` begins no tag here and is not escaped"],
    ),
    # All it holds is before it, and nothing follows.
    (
        "<resorce>17</resorce>",
        "<level><up/><level>",
        ["5:8 CTC102 `level` is never closed"],
    ),
    # The next line stands below it, not in its text.
    (
        "<resorce>17</resorce>",
        "<level>17\n      <height>8</height>",
        ["5:8 CTC102 `level` is never closed"],
    ),
    # What holds text and is followed by text may be one element in another.
    (
        "<resorce>17</resorce>",
        "<level>17<level>18",
        ["5:8 CTC102 `level` is never closed", "5:17 CTC102 `level` is never closed"],
    ),
    (
        "<resorce>17</resorce>",
        "<level><!----><level>",
        ["5:8 CTC102 `level` is never closed", "5:22 CTC102 `level` is never closed"],
    ),
]


@pytest.mark.parametrize(("tag", "slip", "said"), SLIPS)
def test_one_slip_is_one_fault(
    schema: Path, tag: str, slip: str, said: list[str]
) -> None:
    found = lint(DOCUMENT.replace(tag, slip), schema=schema)

    assert [
        f"{d.range.start.line + 1}:{d.range.start.character + 1} {d.code} {d.message}"
        for d in found
    ] == said


def test_the_document_is_valid(schema: Path) -> None:
    assert lint(DOCUMENT, schema=schema) == []


def test_an_end_tag_of_another_name_may_be_its_own(schema: Path) -> None:
    found = lint("<build>\n<plu>gin>\n<id>a</id>\n</plugin>\n</build>", schema=schema)

    assert [f"{d.code} {d.message}" for d in found] == [
        "CTC211 text `gin>` stands between the elements of `plugin`",
        "CTC101 `</plugin>` does not close `<plu>`",
    ]


def test_a_root_that_nobody_knows_ends_with_the_text(schema: Path) -> None:
    found = lint("<level>17\n<height>8</height>", schema=schema)

    assert [f"{d.code} {d.message}" for d in found] == [
        "CTC220 `level` is no root element of this vocabulary",
        "CTC104 the document ends here while 1 element is open",
    ]
