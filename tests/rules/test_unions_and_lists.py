"""Values of unions and lists: the help tells of all that there may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="item"><xs:complexType>
    <xs:attribute name="size"><xs:simpleType>
      <xs:union memberTypes="xs:decimal Word"/></xs:simpleType></xs:attribute>
    <xs:attribute name="most"><xs:simpleType>
      <xs:union memberTypes="xs:int Endless"/></xs:simpleType></xs:attribute>
    <xs:attribute name="why" type="Why"/>
    <xs:attribute name="short"><xs:simpleType>
      <xs:union memberTypes="Word Short"/></xs:simpleType></xs:attribute>
    <xs:attribute name="part"><xs:simpleType>
      <xs:union memberTypes="Word Part"/></xs:simpleType></xs:attribute>
    <xs:attribute name="cut"><xs:simpleType>
      <xs:union memberTypes="Endless Cut"/></xs:simpleType></xs:attribute>
    <xs:attribute name="one"><xs:simpleType><xs:restriction><xs:simpleType>
      <xs:union memberTypes="xs:int Word"/></xs:simpleType>
      <xs:enumeration value="1"/><xs:enumeration value="big"/></xs:restriction>
      </xs:simpleType></xs:attribute>
    <xs:attribute name="inner"><xs:simpleType>
      <xs:union memberTypes="Word Why"/></xs:simpleType></xs:attribute>
    <xs:attribute name="outer"><xs:simpleType>
      <xs:union memberTypes="Word"><xs:simpleType><xs:list itemType="Part"/>
      </xs:simpleType></xs:union></xs:simpleType></xs:attribute>
    <xs:attribute name="words"><xs:simpleType>
      <xs:list itemType="Word"/></xs:simpleType></xs:attribute>
    <xs:attribute name="two"><xs:simpleType><xs:restriction><xs:simpleType>
      <xs:list itemType="Word"/></xs:simpleType><xs:maxLength value="2"/>
      </xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="numbers"><xs:simpleType>
      <xs:list itemType="xs:double"/></xs:simpleType></xs:attribute>
  </xs:complexType></xs:element>
  <xs:simpleType name="Word"><xs:restriction base="xs:string">
    <xs:enumeration value="big"/><xs:enumeration value="small"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Endless"><xs:restriction base="xs:string">
    <xs:enumeration value="unbounded"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Why"><xs:union memberTypes="Word"><xs:simpleType>
    <xs:restriction base="xs:string"><xs:pattern value="other:[a-z]+"/>
    </xs:restriction></xs:simpleType></xs:union></xs:simpleType>
  <xs:simpleType name="Short"><xs:restriction base="xs:string">
    <xs:maxLength value="2"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Part"><xs:restriction base="xs:decimal">
    <xs:maxInclusive value="1"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Cut"><xs:restriction base="xs:decimal">
    <xs:fractionDigits value="1"/></xs:restriction></xs:simpleType>
</xs:schema>"""
LIST = "expected a list separated by blanks such as `a b`"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "item.xsd"
    path.write_text(SCHEMA)
    return path


def said(schema: Path, attribute: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, the help, and what the fixes write."""
    return [
        (one.code, *one.help, *(fix.edits[0].new_text for fix in one.fixes))
        for one in lint(f"<item {attribute}/>", schema=schema)
    ]


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        # What is listed is not all that there may be.
        (
            'size="12pt"',
            ("CTC203", "expected one of `big`, `small`, or a number such as `1.5`"),
        ),
        # The only value that is listed need not be meant.
        (
            'most="two"',
            ("CTC203", "expected `unbounded`, or a whole number such as `12`"),
        ),
        (
            'most="unbound"',
            (
                "CTC203",
                "did you mean `unbounded`?",
                "expected `unbounded`, or a whole number such as `12`",
                "unbounded",
            ),
        ),
        (
            'why="none"',
            ("CTC216", "expected the form `other:[a-z]+`, or one of `big`, `small`"),
        ),
        (
            'short="none"',
            ("CTC217", "expected at most 2 characters, or one of `big`, `small`"),
        ),
        ('part="2"', ("CTC218", "expected at most `1`, or one of `big`, `small`")),
        (
            'cut="1.25"',
            ("CTC225", "expected at most 1 digit behind the point, or `unbounded`"),
        ),
        # One that restricts a union has but what it lists, as far as it does.
        ('one="2"', ("CTC203", "expected one of `1`, `big`")),
        # A union in a union is one of all their types; a list
        # has no name.
        (
            'inner="none"',
            ("CTC216", "expected the form `other:[a-z]+`, or one of `big`, `small`"),
        ),
        ('outer="none"', ("CTC203", "expected one of `big`, `small`")),
    ],
)
def test_all_that_a_union_may_be_is_told(
    schema: Path, attribute: str, expected: tuple[str, ...]
) -> None:
    assert said(schema, attribute) == [expected]


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        (
            'words="big,small"',
            [("CTC215", "did you mean `big small`?", LIST, "big small")],
        ),
        (
            'numbers="1.5, 2.5; 3"',
            [("CTC215", "did you mean `1.5 2.5 3`?", LIST, "1.5 2.5 3")],
        ),
        # A wrong item stays one.
        (
            'words="big,huge"',
            [("CTC203", "expected one of `big`, `small`")],
        ),
        ('two="big,small,big"', [("CTC203", "expected one of `big`, `small`")]),
        # Each is a number with a comma rather than two.
        (
            'numbers="1,5 2,5"',
            [
                (
                    "CTC215",
                    f"did you mean `{one}`?",
                    "expected a number such as `1.5`",
                    one,
                )
                for one in ("1.5", "2.5")
            ],
        ),
    ],
)
def test_other_signs_than_blanks_in_a_list(
    schema: Path, attribute: str, expected: list[tuple[str, ...]]
) -> None:
    assert said(schema, attribute) == expected
