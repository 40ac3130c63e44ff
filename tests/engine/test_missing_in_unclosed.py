"""What is missing in an element that is never closed is told if that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from tests.said import underlined

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="head"><xs:complexType><xs:sequence>
      <xs:element name="a"/><xs:element name="b"/><xs:element name="c"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="heap" minOccurs="0"><xs:complexType><xs:all>
      <xs:element name="a"/><xs:element name="b"/>
    </xs:all></xs:complexType></xs:element>
    <xs:element name="end"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
HEAD = "<head><a/><b/><c/></head>"
UNCLOSED, LACKS = ("CTC102", "head"), ("CTC207", "head")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        # A child that is there stands behind it, so it lacks wherever the end is.
        ("<r><head><a/><c/><end/></r>", [UNCLOSED, LACKS]),
        ("<r><head><c/><end/></r>", [UNCLOSED, LACKS]),
        # It may stand behind what is there, or have been lost together with the end.
        ("<r><head><a/><b/><end/></r>", [UNCLOSED]),
        ("<r><head><a/><end/></r>", [UNCLOSED]),
        ("<r><head><end/></r>", [UNCLOSED]),
        # Some lacks before another child, some behind it.
        ("<r><head><b/><end/></r>", [UNCLOSED]),
        # Another child may be what lacks.
        ("<r><head><a/><x/><c/><end/></r>", [UNCLOSED, ("CTC201", "x")]),
        ("<r><head><a/>b<c/><end/></r>", [UNCLOSED, ("CTC211", "b")]),
        # In any order nothing stands behind it.
        (f"<r>{HEAD}<heap><b/><end/></r>", [("CTC102", "heap")]),
        # Of one that is cut off the rest may follow.
        ("<r><head><a/><c/>", [("CTC104", ">")]),
    ],
)
def test_what_lacks_before_a_child_is_missing(
    document: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "r.xsd"
    schema.write_text(SCHEMA, "utf-8")

    found = lint(document, schema=schema)

    assert [(one.code, underlined(document, one)) for one in found] == expected
