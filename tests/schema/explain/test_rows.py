"""Children in a row that are wrong for one reason, and those of another branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import underlined

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="head" minOccurs="0"/>
    <xs:choice minOccurs="0">
      <xs:sequence><xs:element name="from"/><xs:element name="to"/>
        <xs:element name="by" minOccurs="0"/></xs:sequence>
      <xs:sequence><xs:element name="on"/><xs:element name="at"/></xs:sequence>
    </xs:choice>
    <xs:element name="tail" minOccurs="0"/>
    <xs:element name="sum" minOccurs="0"><xs:complexType><xs:choice maxOccurs="40">
      <xs:element name="one"/><xs:sequence><xs:element name="two"/>
      <xs:element name="three"/></xs:sequence></xs:choice></xs:complexType>
    </xs:element>
    <xs:element name="all" minOccurs="0"><xs:complexType><xs:all>
      <xs:element name="one"/><xs:element name="two"/></xs:all></xs:complexType>
    </xs:element>
    <xs:element name="Day" minOccurs="0" type="Day"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Day"><xs:choice>
    <xs:element name="Day" type="xs:date"/><xs:element name="Time" type="xs:time"/>
  </xs:choice></xs:complexType></xs:schema>"""
UNSAFE = frozenset(Applicability)


def elements(names: str) -> str:
    return "".join(f"<{name}/>" for name in names.split())


def told(content: str, schema: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return of each diagnostic the message, and what it and its related places say."""
    text = f"<r>{content}</r>"
    return [
        (
            one.message,
            underlined(text, one),
            tuple(text[r.range.start.offset : r.range.end.offset] for r in one.related),
        )
        for one in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            "from to from to",
            [("duplicate `from` and `to` in `r`", "from", ("from",))],
        ),
        (
            "head from to by from to by tail",
            [("duplicate `from`, `to` and `by` in `r`", "from", ("from",))],
        ),
        # These are none of one row.
        (
            "from to to from",
            [
                ("duplicate `to` in `r`", "to", ("to",)),
                ("duplicate `from` in `r`", "from", ("from",)),
            ],
        ),
        ("from to on at", [("`r` holds `from` or `on`, not both", "on", ("at",))]),
        ("from to at", [("`r` holds `from` or `at`, not both", "at", ())]),
        ("on at by", [("`r` holds `on` or `by`, not both", "by", ())]),
        (
            "from to by tail on",
            [("`r` holds `from` or `on`, not both", "on", ())],
        ),
        (
            "from to on tail at",
            [
                ("`r` holds `from` or `on`, not both", "on", ()),
                ("`r` holds `from` or `at`, not both", "at", ()),
            ],
        ),
        (
            "from at",
            [
                ("`r` lacks the required element `to`", "r", ()),
                ("`r` holds `from` or `at`, not both", "at", ()),
            ],
        ),
    ],
)
def test_what_is_wrong_together_is_one_fault(
    names: str, expected: list[tuple[str, str, tuple[str, ...]]], schema: Path
) -> None:
    assert told(elements(names), schema) == expected


def test_a_row_goes_with_all_that_it_holds(schema: Path) -> None:
    text = f"<r>{elements('from to from to tail')}</r>"

    mended = mend(text.encode(), lambda data: lint(data, schema=schema), UNSAFE)

    assert mended.data.decode() == f"<r>{elements('from to tail')}</r>"


def test_in_any_order_each_is_a_duplicate_of_its_own(schema: Path) -> None:
    found = told(f"<all>{elements('one two one two')}</all>", schema)

    assert [message for message, *_ in found] == [
        "duplicate `one` in `all`",
        "duplicate `two` in `all`",
    ]


def test_what_has_many_places_may_stand_beside_others(schema: Path) -> None:
    found = told(f"<sum>{'<one/>' * 40}<three/></sum>", schema)

    assert [message for message, *_ in found] == ["`three` is out of order in `sum`"]


@pytest.mark.parametrize(
    ("content", "at"),
    [
        ("<Day><Day><Time>08:00:00</Time></Day></Day>", 7),
        ("<Day><Day><Day>2010-11-13</Day></Day></Day>", 7),
    ],
)
def test_choice_named_as_what_it_holds_stands_round_itself(
    content: str, at: int, schema: Path
) -> None:
    (found,) = lint(f"<r>{content}</r>", schema=schema)

    assert (found.range.start.offset, found.message) == (
        at + 2,
        "`Day` stands in another `Day`",
    )


def test_choice_that_holds_what_is_named_as_itself_is_right(schema: Path) -> None:
    assert told("<Day><Day>2010-11-13</Day></Day>", schema) == []
    assert told("<Day><Day>now</Day></Day>", schema) == [
        ("`now` in `Day` is not a date", "now", ())
    ]
