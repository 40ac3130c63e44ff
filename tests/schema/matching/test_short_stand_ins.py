"""Empty elements of two letters where another one of two letters is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="dl"><xs:complexType><xs:sequence maxOccurs="unbounded">
    <xs:element name="dt"/><xs:element name="dd"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def said(tmp_path: Path, inside: str) -> list[tuple[str, str, str]]:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    found = lint(f"<dl>{inside}</dl>", schema=tmp_path / "s.xsd")
    return [(one.code, one.message, " + ".join(one.help)) for one in found]


@pytest.mark.parametrize("pairs", ["", "<dt/><dd/>"])
@pytest.mark.parametrize("name", ["df", "fd"])
def test_one_letter_is_another_one(tmp_path: Path, pairs: str, name: str) -> None:
    assert said(tmp_path, f"{pairs}<dt/><{name}/>{pairs}") == [
        (
            "CTC201",
            f"`{name}` is not a known element of `dl`",
            "did you mean `dd`, which is missing here?",
        )
    ]


@pytest.mark.parametrize("name", ["xy", "q"])
def test_another_name_is_no_slip(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, f"<dt/><{name}/>") == [
        ("CTC207", "`dl` lacks the required element `dd`", "add `<dd>`"),
        (
            "CTC201",
            f"`{name}` is not a known element of `dl`",
            "remove it, or write the name that was meant",
        ),
    ]
