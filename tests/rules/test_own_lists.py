"""Items of XSD's own lists are told one by one, as those of a schema's own are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType>
    <xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="words" type="xs:NMTOKENS"/>
    <xs:attribute name="own"><xs:simpleType><xs:list itemType="xs:NMTOKEN"/>
      </xs:simpleType></xs:attribute>
    <xs:attribute name="refs" type="xs:IDREFS"/>
    <xs:attribute name="three"><xs:simpleType><xs:restriction base="xs:NMTOKENS">
      <xs:length value="3"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="form"><xs:simpleType><xs:restriction base="xs:NMTOKENS">
      <xs:pattern value="[ab ]+"/></xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="pair"><xs:simpleType><xs:restriction base="xs:NMTOKENS">
      <xs:enumeration value="a b"/><xs:enumeration value="c d"/></xs:restriction>
      </xs:simpleType></xs:attribute>
    <xs:attribute name="either"><xs:simpleType>
      <xs:union memberTypes="xs:int xs:NMTOKENS"/></xs:simpleType></xs:attribute>
    <xs:attribute name="listed"><xs:simpleType><xs:union memberTypes="xs:NMTOKENS">
      <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="+1"/>
      </xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:attribute>
  </xs:complexType></xs:element>
</xs:schema>"""
WORD = "expected one word such as `item-1`; it holds letters, digits and `-._:` alone"
ID = (
    "expected an ID such as `item-1`; "
    "it begins with a letter or `_`, and holds no blanks or colons"
)
LIST = "expected a list separated by blanks such as `a b`"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "r.xsd"
    path.write_text(SCHEMA)
    return path


def said(schema: Path, attribute: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic what it underlines, its message and its help."""
    text = f'<r id="a" {attribute}/>'
    return [
        (
            text[one.range.start.character : one.range.end.character],
            one.message,
            *one.help,
        )
        for one in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('words="aaa b$ ccc"', [("b$", "`b$` in `words` is not one word", WORD)]),
        ('own="aaa b$ ccc"', [("b$", "`b$` in `own` is not one word", WORD)]),
        ('words="b$"', [("b$", "`b$` in `words` is not one word", WORD)]),
        (
            'words="a$ b c$"',
            [
                ("a$", "`a$` in `words` is not one word", WORD),
                ("c$", "`c$` in `words` is not one word", WORD),
            ],
        ),
        ('refs="a 1x a"', [("1x", "`1x` in `refs` is not an ID", ID)]),
        (
            'refs="a #a"',
            [("#a", "`#a` in `refs` is not an ID", "did you mean `a`?", ID)],
        ),
        ('three="a b$ c"', [("b$", "`b$` in `three` is not one word", WORD)]),
        ('form="a b$"', [("b$", "`b$` in `form` is not one word", WORD)]),
        ('either="a b$ c"', [("b$", "`b$` in `either` is not one word", WORD)]),
    ],
)
def test_a_wrong_item_is_told_alone(
    schema: Path, attribute: str, expected: list[tuple[str, ...]]
) -> None:
    assert said(schema, attribute) == expected


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        (
            'three="a b"',
            [
                (
                    "a b",
                    "`a b` is not as long as it must be for `three`",
                    "expected exactly 3 items",
                )
            ],
        ),
        (
            'form="a c"',
            [
                (
                    "a c",
                    "`a c` does not have the form of `form`",
                    "expected the form `[ab ]+`",
                )
            ],
        ),
        (
            'pair="a b$"',
            [
                (
                    "a b$",
                    "`a b$` is not a valid `pair` of `r`",
                    "did you mean `a b`?",
                    "expected one of `a b`, `c d`",
                )
            ],
        ),
        (
            'listed="?x"',
            [
                (
                    "?x",
                    "`?x` is not a valid `listed` of `r`",
                    "expected `+1`, or a list of words such as `item-1 item-2`",
                )
            ],
        ),
        (
            'either="a$ b$"',
            [
                (
                    "a$ b$",
                    (
                        "`a$ b$` in `either` is not a whole number "
                        "or a list separated by blanks"
                    ),
                    (
                        "expected a whole number such as `12` "
                        "or a list separated by blanks such as `a b`"
                    ),
                )
            ],
        ),
    ],
)
def test_what_is_wrong_with_all_of_a_list_is_told_of_it(
    schema: Path, attribute: str, expected: list[tuple[str, ...]]
) -> None:
    assert said(schema, attribute) == expected


@pytest.mark.parametrize("name", ["words", "own"])
@pytest.mark.parametrize(
    ("value", "wrong", "meant"),
    [
        ("a b,c d", "b,c", "b c"),
        ("a,b,c", "a,b,c", "a b c"),
        ("a,b c,d", "a,b c,d", "a b c d"),
        ("a b, c d", "a b, c d", "a b c d"),
        (" a  b;c ", "b;c", "b c"),
    ],
)
def test_other_signs_than_blanks_are_told_where_they_stand(
    schema: Path, name: str, value: str, wrong: str, meant: str
) -> None:
    assert said(schema, f'{name}="{value}"') == [
        (
            wrong,
            f"`{wrong}` in `{name}` is not a list separated by blanks",
            f"did you mean `{meant}`?",
            LIST,
        )
    ]


def test_one_item_that_would_be_too_few_is_no_list_by_itself(schema: Path) -> None:
    (found,) = said(schema, 'three="a b,c"')

    assert found[0] == "a b,c"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("NMTOKENS", "`a` is a list of words such as `item-1 item-2`"),
        ("IDREFS", "`a` is a list of IDs such as `item-1 item-2`"),
    ],
)
def test_a_list_that_lacks_is_told_as_one(
    tmp_path: Path, name: str, advice: str
) -> None:
    path = tmp_path / "r.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">'
        f'<xs:complexType><xs:attribute name="a" type="xs:{name}" use="required"/>'
        "</xs:complexType></xs:element></xs:schema>"
    )

    (found,) = lint("<r/>", schema=path)

    assert advice in found.help
