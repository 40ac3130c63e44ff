"""What is advised and written for a value that is not of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import Applicability, lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="item"><xs:complexType><xs:attribute name="value">
  <xs:simpleType><xs:restriction base="xs:{}">{}</xs:restriction></xs:simpleType>
  </xs:attribute></xs:complexType></xs:element></xs:schema>"""
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


@pytest.mark.parametrize(
    ("given", "help_", "fixes"),
    [
        (
            ("boolean", "", "True"),
            ["did you mean `true`?", "expected true or false such as `true`"],
            [("true", SAFE)],
        ),
        (
            ("decimal", "", "82,5"),
            ["did you mean `82.5`?", "expected a number such as `1.5`"],
            [("82.5", UNSAFE)],
        ),
        (
            ("decimal", "", "1,234"),
            [
                "write which is meant: `1.234` or `1234`",
                "expected a number such as `1.5`",
            ],
            [],
        ),
        (
            ("date", "", "1990-02-30"),
            ["February 1990 has 28 days", "expected a date such as `2010-11-13`"],
            [],
        ),
        (
            ("date", "", "soon"),
            ["expected a date such as `2010-11-13`"],
            [],
        ),
        # A fix is offered only where the schema takes what it writes.
        (
            ("decimal", '<xs:maxInclusive value="80"/>', "82,5"),
            ["did you mean `82.5`?", "expected a number such as `1.5`"],
            [],
        ),
    ],
)
def test_what_is_meant_is_advised(
    tmp_path: Path,
    given: tuple[str, str, str],
    help_: list[str],
    fixes: list[tuple[str, Applicability]],
) -> None:
    type_, facets, value = given
    schema = tmp_path / "item.xsd"
    schema.write_text(SCHEMA.format(type_, facets))

    (found,) = lint(f'<item value="{value}"/>', schema=schema)

    assert found.code == "CTC215"
    assert list(found.help) == help_
    written = [(fix.edits[0].new_text, fix.applicability) for fix in found.fixes]
    assert written == fixes
