"""Children that may stand several times: two in the wrong order, or one too few."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="pairs"><xs:complexType><xs:choice>
    <xs:sequence maxOccurs="unbounded"><xs:element name="a"/><xs:element name="b"/>
    </xs:sequence><xs:element name="none"/></xs:choice></xs:complexType></xs:element>
  <xs:element name="two"><xs:complexType><xs:sequence>
    <xs:element name="one" minOccurs="2" maxOccurs="3"/>
    <xs:element name="other" minOccurs="2" maxOccurs="2"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def told(text: str, schema: Path) -> list[tuple[str, int, str]]:
    """Return of each diagnostic the code, where it begins, and the message."""
    return [
        (one.code, one.range.start.offset, one.message)
        for one in lint(text, schema=schema)
    ]


def pairs(names: str) -> str:
    return f"<pairs>{''.join(f'<{name}/>' for name in names)}</pairs>"


@pytest.mark.parametrize(
    ("names", "number"),
    [("ba", 1), ("abba", 3), ("baab", 1), ("abbaab", 3)],
)
def test_of_a_pair_in_another_order_nothing_lacks(
    names: str, number: int, schema: Path
) -> None:
    at = len("<pairs><") + number * len("<a/>")

    assert told(pairs(names), schema) == [
        ("CTC206", at, "`a` must stand before `b` in `pairs`")
    ]


@pytest.mark.parametrize(
    ("names", "lacking"),
    [
        # One of a pair lacks, or one of each of two.
        ("aba", "another required element `b`"),
        ("aab", "another required element `b`"),
        ("aa", "2 required elements `b`"),
        # In a long row it is not tried.
        ("ab" * 6 + "ba", "the required elements `a` and `b`"),
    ],
)
def test_what_no_change_of_places_makes_right_lacks_some(
    names: str, lacking: str, schema: Path
) -> None:
    assert told(pairs(names), schema) == [("CTC207", 1, f"`pairs` lacks {lacking}")]


@pytest.mark.parametrize(
    ("inside", "lacking"),
    [
        ("<one/><other/><other/>", "another required element `one`"),
        ("<one/><other/>", "the required elements `one` and `other`"),
        ("<one/><one/>", "2 required elements `other`"),
    ],
)
def test_of_what_must_stand_twice_one_lacks(
    inside: str, lacking: str, schema: Path
) -> None:
    assert told(f"<two>{inside}</two>", schema) == [
        ("CTC207", 1, f"`two` lacks {lacking}")
    ]
