"""A pattern with more ways through a value than libxml2 tries stops nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.schema.values import judge

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="d"><xs:complexType><xs:sequence>
    <xs:element name="v" type="V" maxOccurs="unbounded"/>
    <xs:element name="l" minOccurs="0"><xs:simpleType><xs:list itemType="V"/>
    </xs:simpleType></xs:element>
    <xs:element name="w" minOccurs="0"><xs:complexType>
      <xs:attribute name="a" type="V"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:simpleType name="V"><xs:restriction base="xs:string">
    <xs:pattern value="(a+)+b|(a|aa)*c|([a-z]*)*9"/>
  </xs:restriction></xs:simpleType>
</xs:schema>"""


UNKNOWN = "a" * 50


@pytest.fixture(autouse=True)
def _one_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one value of a type tried for so long: it takes a third of a second."""
    monkeypatch.setattr(judge, "_MOST_TRIED", 1)


def test_what_else_is_wrong_is_said(schema: Path) -> None:
    found = lint(f"<d><v>{UNKNOWN}</v><v>x</v></d>", schema=schema)

    assert [(one.code, one.range.start.offset, one.severity) for one in found] == [
        ("CTC242", 6, Severity.WARNING),
        ("CTC216", 63, Severity.ERROR),
    ]
    assert found[0].help == (
        "expected the form `(a+)+b|(a|aa)*c|([a-z]*)*9`",
        "in the schema, write a pattern that can read a value in one way only",
    )


def test_each_value_is_told_that_is_not_judged(schema: Path) -> None:
    values = [f"{UNKNOWN}{letter}" for letter in "ad"]
    elements = "".join(f"<v>{value}</v>" for value in values)
    found = lint(f'<d>{elements}<w a="{UNKNOWN}"/></d>', schema=schema)

    assert [one.code for one in found] == ["CTC242"] * 3
    places = [one.range.start.offset for one in found]
    assert places == [6 + 58 * number for number in range(2)] + [125]


def test_a_type_made_of_such_a_one_is_not_judged_either(schema: Path) -> None:
    document = f"<d><v>ab</v><l>{UNKNOWN} {UNKNOWN}</l></d>"

    assert [one.code for one in lint(document, schema=schema)] == ["CTC242"]


def test_where_nothing_is_known_of_the_schema_the_element_is_named(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UserSchema, "compiled", lambda *_: None)
    (found,) = lint(f"<d><v>{UNKNOWN}</v></d>", schema=schema)

    assert (found.code, found.range.start.offset) == ("CTC242", 4)
    assert (
        found.message == "the content of `v` is not judged: its pattern takes too long"
    )
    assert found.help == (
        "in the schema, write a pattern that can read a value in one way only",
    )


def test_short_values_are_judged_whatever_was_given_up_before(schema: Path) -> None:
    linter = Linter(XsdProfile("d", str(schema)))
    long = "".join(f"<v>{UNKNOWN}{letter}</v>" for letter in "ad")

    def codes(values: str) -> list[str]:
        found = linter.lint_text(f"<d>{values}</d>", Settings()).diagnostics
        return [one.code for one in found]

    assert codes(f"{long}<v>ab</v><v>x</v>") == ["CTC242", "CTC242", "CTC216"]
    assert codes("<v>y</v>") == ["CTC216"]
    # In another document long ones are tried again.
    assert codes(f"<v>{'B' * 60}</v>") == ["CTC216"]
