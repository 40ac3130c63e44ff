"""Strangers that hold what another element would: they are that, by another name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="order"><xs:complexType><xs:{order}>
    <xs:element name="lines"><xs:complexType><xs:sequence>
      <xs:element name="line" type="xs:int" maxOccurs="99"/></xs:sequence>
      <xs:attribute name="sum"/></xs:complexType></xs:element>
    <xs:element name="tax"><xs:complexType>
      <xs:attribute name="rate" use="required"/></xs:complexType></xs:element>
    <xs:element name="ship" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="city"/><xs:element name="street" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
    <xs:element name="hint" type="Hint" minOccurs="0"/>
    <xs:element name="card" type="Hint" minOccurs="0"/>
    <xs:element name="spot" minOccurs="0"><xs:complexType>
      <xs:attribute name="lat" use="required"/><xs:attribute name="lon"/>
    </xs:complexType></xs:element>
  </xs:{order}></xs:complexType></xs:element>
  <xs:complexType name="Hint" mixed="true"><xs:sequence>
    <xs:element name="note" minOccurs="0"/></xs:sequence></xs:complexType>
</xs:schema>"""
LINES, TAX = "<lines><line>1</line></lines>", '<tax rate="7"/>'


@pytest.fixture(params=["all", "sequence"])
def schema(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "s.xsd"
    path.write_text(SCHEMA.replace("{order}", request.param))
    return path


def told(schema: Path, content: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic code, help and what each fix makes of the content."""
    text = f"<order>{content}</order>"
    return [
        (
            one.code,
            *one.help,
            *(
                apply_edits(text, edits_of([ChosenFix(one, fix)]))[7:-8]
                for fix in one.fixes
            ),
        )
        for one in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    ("content", "name", "mended"),
    [
        # It holds the children of what is missing,
        (f"<rows><line>1</line></rows>{TAX}", "lines", LINES + TAX),
        (
            f'<rows sum="1"><line>1</line></rows>{TAX}',
            "lines",
            f'<lines sum="1"><line>1</line></lines>{TAX}',
        ),
        # or has its attributes.
        (f'{LINES}<vat rate="7"/>', "tax", LINES + TAX),
    ],
)
def test_it_is_what_is_missing(
    schema: Path, content: str, name: str, mended: str
) -> None:
    help_ = f"did you mean `{name}`, which is missing here?"

    assert told(schema, content) == [("CTC201", help_, mended)]
    assert told(schema, mended) == []


def test_it_is_what_may_stand_there(schema: Path) -> None:
    whole = LINES + TAX
    help_ = "did you mean `ship`, which holds such elements?"

    assert told(schema, f"{whole}<to><city/><street/></to>") == [
        ("CTC201", help_, f"{whole}<ship><city/><street/></ship>")
    ]


def test_several_attributes_tell_what_it_is(schema: Path) -> None:
    whole = LINES + TAX
    help_ = "did you mean `spot`, which may stand here?"

    assert told(schema, f'{whole}<wpt lat="1" lon="2"/>') == [
        ("CTC201", help_, f'{whole}<spot lat="1" lon="2"/>')
    ]


def test_a_close_name_is_nothing_against_what_is_held(schema: Path) -> None:
    assert [code for code, *_ in told(schema, f"<hind><city/></hind>{LINES}{TAX}")] == [
        "CTC201"
    ]


def test_what_it_holds_is_checked_as_such(schema: Path) -> None:
    assert [code for code, *_ in told(schema, f"<rows><line>x</line></rows>{TAX}")] == [
        "CTC201",
        "CTC215",
    ]


STRAY = "remove it, or write the name that was meant"


@pytest.mark.parametrize(
    "stray",
    [
        # It may be either of two,
        "<x><note/></x>",
        "<x>text<note/></x>",
        # lacks what that needs,
        "<x><street/></x>",
        # has more than that may have,
        '<x no="1"><city/></x>',
        "<x>text<city/></x>",
        "<x><city/>text</x>",
        "<x><city/><line>1</line></x>",
        # or there is one already.
        "<ship><city/></ship><x><city/></x>",
    ],
)
def test_where_it_is_not_clear_nothing_known_is_removed(
    schema: Path, stray: str
) -> None:
    assert told(schema, f"{LINES}{TAX}{stray}") == [("CTC201", STRAY)]


@pytest.mark.parametrize(
    "stray", ["<x/>", "<x>a</x>", '<x a="1"/>', '<x lat="1"/>', "<x><y/></x>"]
)
def test_what_is_not_known_at_all_may_be_removed(schema: Path, stray: str) -> None:
    whole = LINES + TAX

    assert told(schema, whole + stray) == [("CTC201", STRAY, whole)]


def test_what_holds_more_than_can_be_looked_at_is_not_removed(schema: Path) -> None:
    stray = f"<x>{'<y/>' * 65}</x>"

    assert told(schema, f"{LINES}{TAX}{stray}") == [("CTC201", STRAY)]


def test_of_two_that_may_be_what_lacks_the_first_is_it(schema: Path) -> None:
    rows = "<rows><line>1</line></rows>"

    assert told(schema, rows * 2 + TAX)[0] == (
        "CTC201",
        "did you mean `lines`, which is missing here?",
        LINES + rows + TAX,
    )


def test_of_a_wide_parent_only_the_names_are_compared(schema: Path) -> None:
    many = "<y/>" * 200
    found = told(schema, f"{many}<rows><line>1</line></rows>{TAX}")

    assert {"CTC207", "CTC201"} < {code for code, *_ in found}


FIELDS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="who"><xs:complexType><xs:{order}>
    <xs:element name="firstName" type="xs:string"/>
    <xs:element name="zip" type="xs:int" minOccurs="0"/>
    <xs:element name="named" minOccurs="0"><xs:complexType mixed="true">
      <xs:attribute name="name"/></xs:complexType></xs:element>
  </xs:{order}></xs:complexType></xs:element></xs:schema>"""
FIRST = "<firstName>Jo</firstName>"
SAID = "as its attribute says?"


@pytest.mark.parametrize("order", ["all", "sequence"])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '<field name="firstName">Jo</field>',
            [("CTC201", "did you mean `firstName`, which is missing here?", FIRST)],
        ),
        (
            f'{FIRST}<property key="ZIP">1</property>',
            [("CTC201", f"did you mean `zip`, {SAID}", f"{FIRST}<zip>1</zip>")],
        ),
        # The value is judged as what it is,
        (
            f'{FIRST}<x id="zip">a</x>',
            [
                ("CTC201", f"did you mean `zip`, {SAID}", f"{FIRST}<zip>a</zip>"),
                ("CTC215", "expected a whole number such as `12`"),
            ],
        ),
        # an attribute more is none of it,
        (
            f'{FIRST}<x id="zip" y="2">1</x>',
            [
                ("CTC201", f"did you mean `zip`, {SAID}", f'{FIRST}<zip y="2">1</zip>'),
                (
                    "CTC209",
                    "remove it: no attribute is known here",
                    f'{FIRST}<x id="zip">1</x>',
                ),
            ],
        ),
        # and one that has its place stays.
        (
            f'{FIRST}<x name="named">1</x>',
            [
                (
                    "CTC201",
                    f"did you mean `named`, {SAID}",
                    f'{FIRST}<named name="named">1</named>',
                )
            ],
        ),
        # What nothing else says is not removed.
        (
            f'{FIRST}<x name="zip" value="1"/>',
            [("CTC201", "remove it, or write the name that was meant")],
        ),
        (
            f'{FIRST}<x name="firstName">1</x>',
            [("CTC201", "remove it, or write the name that was meant")],
        ),
        (
            f'{FIRST}<x name="other">1</x>',
            [("CTC201", "remove it, or write the name that was meant", FIRST)],
        ),
    ],
)
def test_it_is_what_an_attribute_says(
    order: str, content: str, expected: list[tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / "s.xsd").write_text(FIELDS.replace("{order}", order))
    text = f"<who>{content}</who>"
    found = [
        (
            one.code,
            *one.help,
            *(
                apply_edits(text, edits_of([ChosenFix(one, fix)]))[5:-6]
                for fix in one.fixes
            ),
        )
        for one in lint(text, schema=tmp_path / "s.xsd")
    ]

    assert found == expected
