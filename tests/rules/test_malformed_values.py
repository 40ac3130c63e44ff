"""What is advised and written for a value that is not of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import Applicability, lint
from ctct_lint.model.quota import MOST_OF_KIND

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="item"><xs:complexType><xs:attribute name="value">
  <xs:simpleType><xs:restriction base="xs:{}">{}</xs:restriction></xs:simpleType>
  </xs:attribute></xs:complexType></xs:element></xs:schema>"""
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
LEAST_5 = '<xs:minInclusive value="5"/>'


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
        # Of several readings those count that the schema takes.
        (
            ("decimal", '<xs:maxInclusive value="80"/>', "1,234"),
            ["did you mean `1.234`?", "expected a number of at most `80`"],
            [("1.234", UNSAFE)],
        ),
        (
            ("decimal", '<xs:fractionDigits value="2"/>', "1,234"),
            [
                "did you mean `1234`?",
                "expected a number with at most 2 digits behind the point",
            ],
            [("1234", UNSAFE)],
        ),
        (
            ("date", '<xs:minInclusive value="2010-06-01"/>', "04/07/2010"),
            [
                "did you mean `2010-07-04`?",
                "expected a date of at least `2010-06-01`",
            ],
            [("2010-07-04", UNSAFE)],
        ),
        (
            ("boolean", '<xs:pattern value="0|1"/>', "True"),
            ["expected true or false of the form `0|1`"],
            [],
        ),
        (
            ("dateTime", '<xs:pattern value=".*Z"/>', "2010-01-05 10:00:00"),
            ["expected a date and time of the form `.*Z`"],
            [],
        ),
        (
            ("dateTime", '<xs:pattern value=".*Z"/>', "2010-01-05 10:00:00z"),
            ["did you mean `2010-01-05T10:00:00Z`?"],
            [("2010-01-05T10:00:00Z", UNSAFE)],
        ),
        (
            ("dateTime", "", "2010-01-05T10:00:00+15:00"),
            [
                "no zone is farther from UTC than 14:00",
                "expected a date and time such as `2010-11-13T20:03:35.000Z`",
            ],
            [],
        ),
        # Nothing has that ID, so the fix would make it no better.
        (
            ("IDREF", "", "#l1"),
            [
                "did you mean `l1`?",
                (
                    "expected an ID such as `item-1`; it begins with a letter or `_`, "
                    "and holds no blanks or colons"
                ),
            ],
            [],
        ),
        # A number of hours and minutes is no time.
        (("int", "", "25:00"), ["expected a whole number such as `12`"], []),
        # A fix is offered only where the schema takes what it writes.
        (
            ("decimal", '<xs:maxInclusive value="80"/>', "82,5"),
            ["did you mean `82.5`?", "expected a number of at most `80`"],
            [],
        ),
        # What is expected is no example that would not do either.
        (
            ("int", '<xs:minInclusive value="100"/>', "x"),
            ["expected a whole number of at least `100`"],
            [],
        ),
        (
            ("int", f'{LEAST_5}<xs:maxExclusive value="9"/>', "x"),
            ["expected a whole number of at least `5` and less than `9`"],
            [],
        ),
        (
            ("NCName", '<xs:maxLength value="3"/>', "1"),
            ["expected a name of at most 3 characters"],
            [],
        ),
        (
            ("hexBinary", '<xs:length value="1"/>', "g"),
            ["expected bytes in hexadecimal of exactly 1 byte"],
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


def test_readings_are_given_for_those_alone_that_may_be_shown(tmp_path: Path) -> None:
    schema = tmp_path / "list.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a">'
        '<xs:simpleType><xs:list itemType="xs:decimal"/></xs:simpleType>'
        "</xs:element></xs:schema>"
    )
    first, *_, more = lint(f"<a>{'1,5 ' * (MOST_OF_KIND + 1)}</a>", schema=schema)

    assert first.help[0] == "did you mean `1.5`?"
    assert more.message.startswith("901 more CTC215")


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (
            "From100 xs:date",
            "a whole number of at least `100` or a date such as `2010-11-13`",
        ),
        (
            "xs:date xs:int",
            "a date such as `2010-11-13` or a whole number such as `12`",
        ),
        (
            " ".join(["xs:date", "From100", *["xs:gYear"] * 20]),
            (
                "a date such as `2010-11-13` or a whole number such as `12` or a year "
                "such as `2010`"
            ),
        ),
    ],
)
def test_each_type_of_a_union_has_its_own_limits(
    tmp_path: Path, members: str, expected: str
) -> None:
    schema = tmp_path / "union.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:simpleType name="From100"><xs:restriction base="xs:int">'
        '<xs:minInclusive value="100"/></xs:restriction></xs:simpleType>'
        f'<xs:element name="a"><xs:simpleType><xs:union memberTypes="{members}"/>'
        "</xs:simpleType></xs:element></xs:schema>"
    )

    (found,) = lint("<a>x</a>", schema=schema)

    assert found.help == (f"expected {expected}",)
