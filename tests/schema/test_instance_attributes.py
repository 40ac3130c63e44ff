"""`xsi:nil` in other spellings is one fault, and `xml:` stands in all words."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace"
    schemaLocation="http://www.w3.org/2001/xml.xsd"/>
  <xs:element name="visit"><xs:complexType><xs:sequence>
    <xs:element name="day" type="xs:date" nillable="true"/>
    <xs:element name="note" minOccurs="0" nillable="true"><xs:complexType>
      <xs:sequence><xs:element name="line" maxOccurs="9"/></xs:sequence>
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/>
    <xs:attribute name="kind"/>
  </xs:complexType></xs:element></xs:schema>"""


def told(tmp_path: Path, inside: str, attributes: str = "") -> list[tuple[str, ...]]:
    """Return of each diagnostic the message, the help, and what its fixes write."""
    (tmp_path / "s.xsd").write_text(SCHEMA)
    document = f"<visit {XSI} {attributes}>{inside}</visit>"
    return [
        (
            one.message,
            "; ".join(one.help),
            *(edit.new_text for fix in one.fixes for edit in fix.edits),
        )
        for one in lint(document, schema=tmp_path / "s.xsd")
    ]


EMPTY = "`day` must not be empty"
MEANT = "did you mean `xsi:nil`?"
TRUE = "expected true or false such as `true`"


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        (
            'xsi:nil="yes"',
            (
                "`yes` in `xsi:nil` is not true or false",
                f"did you mean `true`?; {TRUE}",
                "true",
            ),
        ),
        ('xsi:nil="maybe"', ("`maybe` in `xsi:nil` is not true or false", TRUE)),
        (
            'xsi:nil=""',
            (
                "the attribute `xsi:nil` must not be empty",
                "expected one of `true`, `false`",
            ),
        ),
        ('xsi:Nil="true"', ("`day` has no attribute `xsi:Nil`", MEANT, "xsi:nil")),
        ('xsi:null="true"', ("`day` has no attribute `xsi:null`", MEANT, "xsi:nil")),
        ('xsi:isNil="true"', ("`day` has no attribute `xsi:isNil`", MEANT, "xsi:nil")),
        # That it has a value is said, and that is what lacks.
        ('xsi:nil="false"', (EMPTY, "write its value")),
    ],
)
def test_an_empty_element_that_says_so_otherwise_does_not_lack_its_value(
    tmp_path: Path, attribute: str, expected: tuple[str, ...]
) -> None:
    assert told(tmp_path, f"<day {attribute}/>") == [expected]


def test_what_has_content_is_judged_by_it(tmp_path: Path) -> None:
    note = '<day>2011-03-14</day><note xsi:nil="no"><lime/></note>'

    assert [message for message, *_ in told(tmp_path, note)] == [
        "`no` in `xsi:nil` is not true or false",
        "`lime` is not a known element of `note`",
    ]


def test_one_more_attribute_of_another_name_is_unknown(tmp_path: Path) -> None:
    ((message, _, *_),) = told(tmp_path, '<day xsi:nil="true" xsi:null="true"/>')

    assert message == "`day` has no attribute `xsi:null`"


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (
            'xml:lang="e n"',
            (
                "`e n` in `xml:lang` is not the tag of a language",
                "expected the tag of a language such as `en-US`",
            ),
        ),
        (
            'xml:space="kept"',
            (
                "`kept` is not a valid `xml:space` of `visit`",
                "expected one of `default`, `preserve`",
            ),
        ),
        (
            'xml:base="b"',
            (
                "`visit` has no attribute `xml:base`",
                "expected one of `xml:lang`, `xml:space`, `kind`",
                "",
            ),
        ),
    ],
)
def test_attributes_of_xml_have_their_prefix_in_what_is_said(
    tmp_path: Path, attributes: str, expected: tuple[str, ...]
) -> None:
    assert told(tmp_path, "<day>2011-03-14</day>", attributes) == [expected]


ZOO = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Pet" abstract="true"><xs:sequence/></xs:complexType>
  <xs:complexType name="Dog"><xs:complexContent><xs:extension base="Pet">
    <xs:sequence><xs:element name="breed" type="xs:string"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="Meal"><xs:sequence/></xs:complexType>
  <xs:complexType name="Meat"><xs:complexContent><xs:extension base="Meal">
    <xs:sequence><xs:element name="of"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="meal" type="Meal"/><xs:element name="pet" type="Pet"/>
  <xs:element name="fact"/>
</xs:schema>"""
XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
NO_TYP = ("`pet` has no attribute `xsi:typ`", "did you mean `xsi:type`?", "xsi:type")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        # What it holds is judged by the type that is meant.
        (f'<pet {XSI} xsi:typ="Dog"><breed/></pet>', [NO_TYP]),
        (
            f'<pet {XSI} xsi:typ="Dog"><bred/></pet>',
            [
                NO_TYP,
                (
                    "`bred` is not an element of `pet`",
                    "did you mean `breed`?",
                    "breed",
                ),
            ],
        ),
        # libxml2, which knows nothing of it, is not asked.
        (
            f'<meal {XSI} xsi:typ="Meat"><of/></meal>',
            [tuple(text.replace("`pet`", "`meal`") for text in NO_TYP)],
        ),
        (
            f'<pet {XSI} xsi:typ="Cat"/>',
            [
                (
                    "the type `Pet` of `pet` is abstract: `xsi:type` must name one",
                    "expected `Dog`",
                )
            ],
        ),
        (
            f'<fact {XSI} {XS} xsi:type="xs:interger">1</fact>',
            [
                (
                    "`xs:interger` is no type that `fact` can have",
                    "did you mean `xs:integer`?",
                    "xs:integer",
                )
            ],
        ),
        (
            f'<fact {XSI} {XS} xsi:type="date">1</fact>',
            [
                (
                    "`date` is no type that `fact` can have",
                    "did you mean `xs:date`?",
                    "xs:date",
                ),
                ("`1` in `fact` is not a date", "expected a date such as `2010-11-13`"),
            ],
        ),
    ],
)
def test_the_type_is_known_by_a_misspelt_attribute_and_those_of_xsd_by_their_names(
    tmp_path: Path, document: str, expected: list[tuple[str, ...]]
) -> None:
    (tmp_path / "s.xsd").write_text(ZOO)

    assert [
        (one.message, *one.help, *(e.new_text for f in one.fixes for e in f.edits))
        for one in lint(document, schema=tmp_path / "s.xsd")
    ] == expected


ALMOST = XSI.replace("Schema-i", "Shcema-i")
WRONG = "the namespace of `{}` is `http://www.w3.org/2001/XMLShcema-instan…`"


@pytest.mark.parametrize(
    ("document", "what"),
    [
        (f'<pet {ALMOST} xsi:type="Dog"><breed/></pet>', "type"),
        (
            f'<meal {ALMOST} xsi:schemaLocation="a b" xsi:type="Meat"><of/></meal>',
            "schemaLocation",
        ),
    ],
)
def test_a_misspelt_declaration_of_the_prefix_is_one_fault(
    tmp_path: Path, document: str, what: str
) -> None:
    (tmp_path / "s.xsd").write_text(ZOO)

    (found,) = lint(document, schema=tmp_path / "s.xsd")

    assert (found.code, found.message) == ("CTC212", WRONG.format(what))
    assert found.range.start.offset == document.index("http")
    ((edit,),) = (fix.edits for fix in found.fixes)
    assert edit.new_text == XSI.partition('"')[2][:-1]


def test_that_of_xsd_itself_is_no_misspelt_one(tmp_path: Path) -> None:
    (tmp_path / "s.xsd").write_text(ZOO)
    found = lint(f'<meal {XS} xs:type="Meat"/>', schema=tmp_path / "s.xsd")

    assert [one.message for one in found] == ["`meal` has no attribute `xs:type`"]
