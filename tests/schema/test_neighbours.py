"""Where an element belongs is said by what stands right, not by what is misplaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

PAGE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="page"><xs:complexType><xs:sequence>
    <xs:element name="a" type="xs:string"/>
    <xs:element name="b" type="xs:string"/>
    <xs:element name="c" type="xs:string"/>
    <xs:element name="d" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("bacd", [("a", "move it before `b`")]),
        ("acbd", [("b", "move it before `c`")]),
        ("cdab", [("a", "move them there")]),
        ("dabc", [("d", "move it after `c`")]),
        ("adbc", [("d", "move it after `c`")]),
        ("cabd", [("c", "move it after `b`")]),
    ],
)
def test_neighbour_stands_right(
    order: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "page.xsd"
    schema.write_text(PAGE, encoding="utf-8")
    text = f"<page>{''.join(f'<{name}>x</{name}>' for name in order)}</page>"

    told = lint(text, schema=schema)

    assert [
        (text[d.range.start.offset : d.range.end.offset], fix.title)
        for d in told
        for fix in d.fixes
    ] == found
