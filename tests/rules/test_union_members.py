"""The help about a value of a union tells what all of its types take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path


def simple(name: str, base: str, *facets: str) -> str:
    """Return a simple type with facets such as `maxLength 2`."""
    pairs = (facet.split(" ") for facet in facets)
    inside = "".join(f'<xs:{kind} value="{value}"/>' for kind, value in pairs)
    restriction = f'<xs:restriction base="xs:{base}">{inside}</xs:restriction>'
    return f'<xs:simpleType name="{name}">{restriction}</xs:simpleType>'


TYPES = "".join(
    (
        simple("A", "string", "pattern A+"),
        simple("B", "string", "pattern B+", "pattern b+"),
        simple("Same", "string", "pattern A+"),
        simple("Percent", "string", "pattern [0-9]+%"),
        simple("Ten", "int", "maxInclusive 10"),
        simple("Low", "int", "maxInclusive 5"),
        simple("High", "int", "minExclusive 99", "maxExclusive 200"),
        simple("Late", "date", "minInclusive 2010-01-01"),
        simple("Two", "string", "minLength 1", "maxLength 2"),
        simple("Byte", "hexBinary", "length 1"),
        simple("Word", "string", "enumeration big", "enumeration small"),
        simple("Cut", "decimal", "totalDigits 3", "fractionDigits 1"),
        *(
            simple(f"N{number}", "int", f"maxInclusive {number}")
            for number in range(20)
        ),
    )
)


def said(tmp_path: Path, members: str, value: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic of a value of a union the message and the help."""
    path = tmp_path / "r.xsd"
    path.write_text(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{TYPES}'
        f'<xs:element name="r"><xs:simpleType><xs:union memberTypes="{members}"/>'
        "</xs:simpleType></xs:element></xs:schema>"
    )
    found = lint(f"<r>{value}</r>", schema=path)
    return [(one.message, *one.help) for one in found]


FORM = "does not have the form of `r`"
RANGE = "is out of the range of `r`"


@pytest.mark.parametrize(
    ("members", "value", "message", "advice"),
    [
        (
            "Percent Ten",
            "11",
            FORM,
            "the form `[0-9]+%`, or a whole number of at most `10`",
        ),
        (
            "Percent Ten",
            "x",
            FORM,
            "the form `[0-9]+%`, or a whole number of at most `10`",
        ),
        ("Low High", "50", RANGE, "at most `5`, or more than `99` and less than `200`"),
        ("Low Late", "50", RANGE, "at most `5`, or a date of at least `2010-01-01`"),
        ("Low xs:date", "50", RANGE, "at most `5`, or a date such as `2010-11-13`"),
        ("A B", "C", FORM, "the form `A+`, `B+` or `b+`"),
        ("A Same", "C", FORM, "the form `A+`"),
        ("A xs:byte", "300", FORM, "the form `A+`, or a whole number of at most `127`"),
        ("A xs:byte", "x", FORM, "the form `A+`, or a whole number such as `12`"),
        ("A xs:NCName", "1", FORM, "the form `A+`, or a name such as `item-1`"),
        ("A xs:ENTITY", "1", FORM, "the form `A+`, or a value of the type ENTITY"),
        (
            "A xs:NMTOKENS",
            "$",
            FORM,
            "the form `A+`, or a list separated by blanks such as `a b`",
        ),
        (
            "A Two",
            "xyz",
            FORM,
            "the form `A+`, or at least 1 character and at most 2 characters",
        ),
        (
            "A Byte",
            "xyz",
            FORM,
            "the form `A+`, or bytes in hexadecimal of exactly 1 byte",
        ),
        (
            "A Cut",
            "x",
            FORM,
            (
                "the form `A+`, or a number with at most 3 digits and at most 1 "
                "digit behind the point"
            ),
        ),
        (
            "A xs:int Word",
            "1.5",
            FORM,
            ("the form `A+`, a whole number such as `12`, or one of `big`, `small`"),
        ),
        (
            "xs:byte xs:date",
            "300",
            RANGE,
            "at most `127`, or a date such as `2010-11-13`",
        ),
        (
            "Two A",
            "xyz",
            "is too long for `r`",
            "at most 2 characters, or the form `A+`",
        ),
        (
            "Cut A",
            "1.25",
            "has too many digits behind the point for `r`",
            "at most 1 digit behind the point, or the form `A+`",
        ),
        (
            "A Ten xs:date Two Byte xs:boolean Word",
            "xyz",
            FORM,
            (
                "the form `A+`, a whole number of at most `10`, a date such as "
                "`2010-11-13`, at least 1 character and at most 2 characters, one "
                "of `big`, `small`, or 2 more"
            ),
        ),
    ],
)
def test_all_that_the_types_take_is_told(
    tmp_path: Path, members: str, value: str, message: str, advice: str
) -> None:
    assert said(tmp_path, members, value) == [
        (f"`{value}` {message}", f"expected {advice}")
    ]


def test_of_very_many_types_the_nearest_is_told(tmp_path: Path) -> None:
    members = " ".join(("A", *(f"N{number}" for number in range(20))))

    (found,) = said(tmp_path, members, "x")

    assert found == (f"`x` {FORM}", "expected the form `A+`")
