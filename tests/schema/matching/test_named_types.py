"""Children that only a type named by `xsi:type` has: they are no strangers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.storing.plain import from_lines, to_lines

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:zoo" targetNamespace="urn:zoo" elementFormDefault="qualified">
  <xs:complexType name="Animal" abstract="true"><xs:sequence>
    <xs:element name="name"/></xs:sequence>
    <xs:attribute name="tag" use="required"/></xs:complexType>
  <xs:complexType name="Dog"><xs:complexContent><xs:extension base="Animal">
    <xs:sequence><xs:element name="breed"/></xs:sequence>
    </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Bird"><xs:complexContent><xs:extension base="Animal">
    <xs:sequence><xs:element name="span"/></xs:sequence>
    </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Parrot"><xs:complexContent><xs:extension base="Bird">
    <xs:sequence><xs:element name="word"/></xs:sequence>
    </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Food"><xs:sequence>
    <xs:element name="kind"/></xs:sequence></xs:complexType>
  <xs:complexType name="Meat"><xs:complexContent><xs:extension base="Food">
    <xs:sequence><xs:element name="from"/></xs:sequence>
    </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Fish"><xs:complexContent><xs:extension base="Food">
    <xs:sequence><xs:element name="sea"/></xs:sequence>
    </xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="zoo"><xs:complexType><xs:sequence>
    <xs:element name="animal" type="Animal" maxOccurs="unbounded"/>
    <xs:element name="food" type="Food" minOccurs="0"/>
    <xs:element name="more" type="Food" minOccurs="0" block="extension"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
XSI = "http://www.w3.org/2001/XMLSchema-instance"
BIRD = '<animal xsi:type="Bird" tag="b"><name/><span/></animal>'
DOG = '<animal xsi:type="Dog" tag="d"><name/><breed/></animal>'


def told(content: str, schema: Path) -> list[tuple[str, ...]]:
    """Return of each diagnostic the message, the help, and the titles of its fixes."""
    document = f'<zoo xmlns="urn:zoo" xmlns:xsi="{XSI}">{content}</zoo>'
    return [
        (one.message, "; ".join(one.help), *(fix.title for fix in one.fixes))
        for one in lint(document, schema=schema)
    ]


def must_stand(what: str, where: str) -> str:
    return f"`{what}` must stand in `{where}`, not directly in `zoo`"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Of two types that have it, that of the element is meant which lacks it.
        (
            f'{BIRD}<animal xsi:type="Parrot" tag="p"><name/><word/></animal><span/>',
            (must_stand("span", "animal"), "move it into `animal`"),
        ),
        (
            f'{BIRD}<animal xsi:type="Dog" tag="d"><name/></animal><breed/>',
            (must_stand("breed", "animal"), *["move it into `animal`"] * 2),
        ),
        (
            f"{DOG}<name/><span/>",
            (
                must_stand("name", "animal"),
                'wrap these 2 in `<animal xsi:type="Bird" tag="…">`',
            ),
        ),
        (
            f"{DOG}<kind/><from/>",
            (
                must_stand("kind", "food"),
                *['wrap these 2 in `<food xsi:type="Meat">`'] * 2,
            ),
        ),
        # It is what its type is derived from that holds this, so no type is named.
        (
            f"{DOG}<kind/>",
            (
                "`kind` must stand in `food` or `more`, not directly in `zoo`",
                "wrap it in `<food>` or `<more>`",
                "wrap it in `<food>`",
                "wrap it in `<more>`",
            ),
        ),
    ],
)
def test_what_has_left_its_parent_or_lost_it_is_told_once(
    schema: Path, content: str, expected: tuple[str, ...]
) -> None:
    assert told(content, schema) == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("anmial", ("`anmial` is not an element of `zoo`", "did you mean `animal`?")),
        (
            "kin",
            (
                "`kin` is not a known element of `zoo`",
                "did you mean `animal`, which holds such elements?",
            ),
        ),
    ],
)
def test_another_name_is_that_of_what_has_a_type_with_all_it_holds(
    schema: Path, name: str, expected: tuple[str, ...]
) -> None:
    named = DOG.replace("animal", name)

    assert told(f"{BIRD}{named}", schema) == [(*expected, "rename it to `animal`")]


def test_a_kept_schema_knows_the_types_that_only_documents_name(
    compiled: Schema,
) -> None:
    kept = from_lines(to_lines(compiled.components))
    schema = Schema(kept.components, survey=kept.survey)
    zoo = schema.root("{urn:zoo}zoo")
    assert zoo is not None
    animal, food, more = schema.held_by(zoo).values()

    assert [
        [schema.components.complex_types[one.complex_type or 0].name for one in found]
        for found in map(schema.variants, (zoo, animal, food, more))
    ] == [
        [],
        ["{urn:zoo}Dog", "{urn:zoo}Bird", "{urn:zoo}Parrot"],
        ["{urn:zoo}Meat", "{urn:zoo}Fish"],
        [],
    ]


STRANGE = "`animal` holds what is not of the type `Bird`"
ABSTRACT = "the type `Animal` of `animal` is abstract: `xsi:type` must name one"


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('xsi:type="Bird"', (STRANGE, "did you mean `Dog`?", "write `Dog`")),
        (
            'xsi:type="Food"',
            (
                "`animal` cannot have the type `Food`",
                "did you mean `Dog`?",
                "write `Dog`",
            ),
        ),
        (
            'xsi:type="Cat"',
            (
                "`Cat` is no type that `animal` can have",
                "did you mean `Dog`?",
                "write `Dog`",
            ),
        ),
        ('xsi:type="Animal"', (ABSTRACT, "expected `Dog`", "write `Dog`")),
        ("", (ABSTRACT, "expected `Dog`", 'write `xsi:type="Dog"`')),
    ],
)
def test_the_type_is_the_one_that_has_all_that_an_element_holds(
    schema: Path, attribute: str, expected: tuple[str, ...]
) -> None:
    document = f'<animal {attribute} tag="d"><name/><breed/></animal>'

    assert told(document, schema) == [expected]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        # A `Dog` needs a name first, and no other children.
        (
            "<breed/>",
            [
                "`animal` lacks the required elements `name` and `span`",
                "`breed` is not a known element of `animal`",
            ],
        ),
        # Nothing in it is strange to a `Bird`.
        ("<name/>", ["`animal` lacks the required element `span`"]),
        ("", ["`animal` lacks the required elements `name` and `span`"]),
    ],
)
def test_what_is_wrong_by_other_types_as_well_is_judged_by_its_own(
    schema: Path, inside: str, expected: list[str]
) -> None:
    document = f'<animal xsi:type="Bird" tag="d">{inside}</animal>'

    assert [message for message, *_ in told(document, schema)] == expected


def test_without_the_prefix_the_type_is_only_named(schema: Path) -> None:
    document = '<zoo xmlns="urn:zoo"><animal tag="d"><name/><breed/></animal></zoo>'
    (found,) = lint(document, schema=schema)

    assert (found.message, found.help, found.fixes) == (
        ABSTRACT,
        ("expected `Dog`",),
        (),
    )
