"""Values beside what is listed: lists in unions, other dates, blanks that count."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Applicability, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="box"><xs:complexType><xs:sequence>
    <xs:element name="name" type="Name" minOccurs="0"/>
    <xs:element name="code" type="Code" minOccurs="0"/>
    <xs:element name="plain" type="Plain" minOccurs="0"/>
  </xs:sequence>
    <xs:attribute name="either" type="Either"/>
    <xs:attribute name="day" type="Day"/>
    <xs:attribute name="size" type="Size"/>
    <xs:attribute name="code" type="Code"/>
    <xs:attribute name="mixed" type="Mixed"/>
  </xs:complexType></xs:element>
  <xs:simpleType name="Numbers"><xs:list itemType="xs:int"/></xs:simpleType>
  <xs:simpleType name="Flags"><xs:list itemType="xs:boolean"/></xs:simpleType>
  <xs:simpleType name="Either"><xs:union memberTypes="Numbers Flags"/></xs:simpleType>
  <xs:simpleType name="Mixed"><xs:union memberTypes="xs:date Numbers"/></xs:simpleType>
  <xs:simpleType name="Day"><xs:restriction base="xs:date">
    <xs:enumeration value="2011-03-14"/><xs:enumeration value="2011-03-15"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Size"><xs:restriction base="xs:decimal">
    <xs:enumeration value="20"/><xs:enumeration value="2.5"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Name"><xs:restriction base="xs:string">
    <xs:enumeration value="big one"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Code"><xs:restriction base="xs:string">
    <xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Plain"><xs:restriction base="Code">
    <xs:whiteSpace value="collapse"/></xs:restriction></xs:simpleType>
</xs:schema>"""
WHOLE = "expected a whole number such as `12`"
LIST = "expected a list separated by blanks such as `a b`"


def told(tmp_path: Path, document: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, the message, the help, and what is made."""
    (tmp_path / "s.xsd").write_text(SCHEMA)
    return [
        (
            one.code,
            one.message,
            "; ".join(one.help),
            *(
                apply_edits(document, edits_of([ChosenFix(one, fix)]))
                for fix in one.fixes
            ),
        )
        for one in lint(document, schema=tmp_path / "s.xsd")
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Most items are right in the list that is meant.
        ("1 2 x", [("`x` in `either` is not a whole number", WHOLE)]),
        (
            "true false x",
            [
                (
                    "`x` in `either` is not true or false",
                    "expected true or false such as `true`",
                )
            ],
        ),
        (
            "1;2",
            [
                (
                    "`1;2` in `either` is not a list separated by blanks",
                    f"did you mean `1 2`?; {LIST}",
                    '<box either="1 2"/>',
                )
            ],
        ),
        # Nothing tells which one is meant.
        ("x", [("`x` in `either` is not a list separated by blanks", LIST)]),
    ],
)
def test_of_a_union_of_lists_the_item_is_told(
    tmp_path: Path, value: str, expected: list[tuple[str, ...]]
) -> None:
    found = told(tmp_path, f'<box either="{value}"/>')

    assert [(code, *rest) for code, *rest in found] == [
        ("CTC215", *one) for one in expected
    ]


def test_a_union_of_a_list_and_another_type_names_both(tmp_path: Path) -> None:
    ((_, message, help_),) = told(tmp_path, '<box mixed="x"/>')

    assert message == "`x` in `mixed` is not a date or a list separated by blanks"
    assert help_ == f"expected a date such as `2010-11-13` or {LIST[9:]}"


@pytest.mark.parametrize(
    ("attribute", "help_"),
    [
        ('day="2011-03-16"', "expected one of `2011-03-14`, `2011-03-15`"),
        ('day="2011-03-14Z"', "expected one of `2011-03-14`, `2011-03-15`"),
        ('size="200"', "expected one of `20`, `2.5`"),
    ],
)
def test_another_date_or_number_is_no_slip_of_one_that_is_listed(
    tmp_path: Path, attribute: str, help_: str
) -> None:
    name, value = attribute[:-1].split('="')

    assert told(tmp_path, f"<box {attribute}/>") == [
        ("CTC203", f"`{value}` is not a valid `{name}` of `box`", help_)
    ]


def test_what_is_no_number_may_be_meant_as_one_that_is_listed(tmp_path: Path) -> None:
    ((_, _, help_, mended),) = told(tmp_path, '<box size="2,5"/>')

    assert help_ == "did you mean `2.5`?; expected one of `20`, `2.5`"
    assert mended == '<box size="2.5"/>'


@pytest.mark.parametrize(
    ("document", "value", "owner", "mended"),
    [
        (
            "<box><name> big one</name></box>",
            "big one",
            "name",
            "<box><name>big one</name></box>",
        ),
        (
            "<box><code>\n  AB\n</code></box>",
            "AB",
            "code",
            "<box><code>AB</code></box>",
        ),
        ('<box code="AB "/>', "AB", "code", '<box code="AB"/>'),
    ],
)
def test_white_space_that_counts_is_told_as_what_is_wrong(
    tmp_path: Path, document: str, value: str, owner: str, mended: str
) -> None:
    assert told(tmp_path, document) == [
        (
            "CTC243",
            f"`{value}` in `{owner}` has white space round it",
            "take it away: it counts as part of the value here",
            mended,
        )
    ]
    (fix,) = lint(document, schema=tmp_path / "s.xsd")[0].fixes
    assert fix.applicability is Applicability.SAFE


@pytest.mark.parametrize(
    ("document", "code"),
    [
        # The value is wrong as well, or white space does not count.
        ("<box><name> big  one </name></box>", "CTC203"),
        ("<box><code> ab </code></box>", "CTC216"),
        ("<box><plain> ab </plain></box>", "CTC216"),
    ],
)
def test_a_value_that_is_wrong_itself_is_told_as_that(
    tmp_path: Path, document: str, code: str
) -> None:
    assert [one[0] for one in told(tmp_path, document)] == [code]
