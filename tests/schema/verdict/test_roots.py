"""Roots that are no global elements: misspelt ones, and ones round documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
  <xs:element name="alert"><xs:complexType><xs:sequence>
    <xs:element name="sent" type="xs:date"/>
    <xs:element ref="area" minOccurs="0"/></xs:sequence>
    <xs:attribute name="to" type="xs:IDREF"/></xs:complexType></xs:element>
  <xs:element name="area"/><xs:element name="head" abstract="true"/>
  <xs:element name="part" substitutionGroup="head"/></xs:schema>"""
RIGHT = '<alert xmlns="urn:t"><sent>2010-11-13</sent></alert>'
WRONG = '<alert xmlns="urn:t"><sent>now</sent></alert>'
LOST = '<alert xmlns="urn:t" to="a"><sent>2010-11-13</sent></alert>'
NO_ROOT = "`{}` is no root element of this vocabulary"
ALONE = "write each `alert` into a file of its own"


def told(text: str, schema: Path) -> list[tuple[str, ...]]:
    """Return of each diagnostic the message, the help, and the titles of its fixes."""
    return [
        (one.message, *one.help, *(fix.title for fix in one.fixes))
        for one in lint(text, schema=schema)
    ]


def round_documents(name: str, *more: str) -> tuple[str, ...]:
    advice = f"take away the tags of `{name}`, not what it holds"
    return (NO_ROOT.format(name), advice, *more)


NOT_NOW = ("`now` in `sent` is not a date", "expected a date such as `2010-11-13`")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<alerts>{RIGHT}</alerts>", [round_documents("alerts", "remove its tags")]),
        (f"<x>{WRONG}</x>", [round_documents("x", "remove its tags"), NOT_NOW]),
        # What its start tag says would be lost.
        (f'<x a="1">{RIGHT}</x>', [round_documents("x")]),
        (f'<x xmlns:t="urn:t">{RIGHT}</x>', [round_documents("x")]),
        (f"<x>{RIGHT}{WRONG}</x>", [(NO_ROOT.format("x"), ALONE), NOT_NOW]),
        (
            f"<x>{LOST}</x>",
            [
                round_documents("x", "remove its tags"),
                ("no element of this document has the ID `a`",),
            ],
        ),
        # A misspelt root, and one whose elements have another parent.
        (
            RIGHT.replace("alert", "alrt"),
            [(NO_ROOT.format("alrt"), "did you mean `alert`?", "rename it to `alert`")],
        ),
        (
            '<x xmlns="urn:t"><sent>2010-11-13</sent><area/></x>',
            [(NO_ROOT.format("x"), "did you mean `alert`?", "rename it to `alert`")],
        ),
        (
            '<x xmlns="urn:t"/>',
            [(NO_ROOT.format("x"), "expected one of `alert`, `part`")],
        ),
    ],
)
def test_strange_root(text: str, expected: list[tuple[str, ...]], schema: Path) -> None:
    assert told(text, schema) == expected
