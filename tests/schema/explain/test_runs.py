"""HTML that stands with text between elements, and in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="step"><xs:complexType mixed="{mixed}"><xs:sequence>
    <xs:element name="i" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
RUN = [("CTC211", "text `well.` stands between the elements of `step`")]
UNKNOWN = [("CTC201", "`b` is not a known element of `step`")]


@pytest.mark.parametrize(("mixed", "found"), [("false", RUN), ("true", UNKNOWN)])
def test_a_text_is_at_fault_only_where_none_may_stand(
    mixed: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "step.xsd"
    schema.write_text(SCHEMA.format(mixed=mixed))

    told = lint("<step><b>well</b>.</step>", schema=schema)

    assert [(one.code, one.message) for one in told] == found
