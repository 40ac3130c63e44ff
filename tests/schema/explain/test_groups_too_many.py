"""Whole groups of children that stand too often: each is one fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

PAIR = '<xs:element name="dt"/><xs:element name="dd"/>'
CONTENTS = {
    "pairs": f'<xs:sequence minOccurs="2" maxOccurs="3">{PAIR}</xs:sequence>',
    "inner": '<xs:sequence><xs:element name="head" minOccurs="0"/>'
    f'<xs:sequence maxOccurs="2">{PAIR}<xs:element name="note" minOccurs="0"/>'
    "</xs:sequence></xs:sequence>",
    "rows": '<xs:sequence><xs:element name="dt" maxOccurs="3"/>'
    '<xs:element name="dd" maxOccurs="3"/></xs:sequence>',
    "twos": '<xs:sequence maxOccurs="2"><xs:element name="dt" maxOccurs="2"/>'
    '<xs:element name="dd" maxOccurs="2"/></xs:sequence>',
    "some": '<xs:sequence><xs:element name="dt" maxOccurs="2"/>'
    '<xs:element name="dd"/></xs:sequence>',
    "once": f"<xs:sequence>{PAIR}</xs:sequence>",
}
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{
    "".join(
        f'<xs:element name="{name}"><xs:complexType>{content}</xs:complexType>'
        "</xs:element>"
        for name, content in CONTENTS.items()
    )
}</xs:schema>"""
ONE = "<dt/><dd/>"
AGAIN = ("remove these 2, or another such group",)


def told(
    name: str, content: str, schema: Path
) -> list[tuple[str, tuple[str, ...], str]]:
    """Return of each diagnostic the message, the help, and what its fix makes."""
    text = f"<{name}>{content}</{name}>"
    return [
        (
            one.message,
            one.help,
            apply_edits(text, edits_of([ChosenFix(one, one.fixes[0])])),
        )
        for one in lint(text, schema=schema)
    ]


@pytest.mark.parametrize(
    ("name", "most", "before"),
    [("pairs", 3, ""), ("inner", 2, ""), ("inner", 2, "<head/>")],
)
def test_the_last_group_is_told_and_removed_as_a_whole(
    name: str, most: int, before: str, schema: Path
) -> None:
    message = f"`{name}` may hold `dt` and `dd` at most {most} times"
    right = f"<{name}>{before}{ONE * most}</{name}>"

    assert told(name, before + ONE * (most + 1), schema) == [(message, AGAIN, right)]
    assert lint(right, schema=schema) == []


def test_each_group_that_is_too_many_is_told(schema: Path) -> None:
    message = "`pairs` may hold `dt` and `dd` at most 3 times"
    left = f"<pairs>{ONE * 4}</pairs>"

    assert told("pairs", ONE * 5, schema) == [(message, AGAIN, left)] * 2


@pytest.mark.parametrize(
    ("name", "content", "messages"),
    [
        ("pairs", f"{ONE * 3}<dd/>", ["`pairs` may hold at most 3 `dd`"]),
        ("pairs", f"{ONE * 3}<dt/>", ["`pairs` may hold at most 3 `dt`"]),
        (
            "rows",
            "<dt/><dt/><dt/><dd/><dd/><dd/><dt/><dd/>",
            ["`rows` may hold at most 3 `dt`", "`rows` may hold at most 3 `dd`"],
        ),
        (
            "rows",
            "<dt/>" * 4 + "<dd/>" * 4,
            ["`rows` may hold at most 3 `dt`", "`rows` may hold at most 3 `dd`"],
        ),
        (
            "twos",
            "<dt/><dt/><dd/><dd/>" * 2 + ONE,
            ["`twos` may hold at most 4 `dt`", "`twos` may hold at most 4 `dd`"],
        ),
        (
            "some",
            f"<dt/><dt/><dd/>{ONE}",
            ["`some` may hold at most 2 `dt`", "duplicate `dd` in `some`"],
        ),
        ("once", ONE * 2, ["duplicate `dt` and `dd` in `once`"]),
    ],
)
def test_what_is_no_group_is_told_by_itself(
    name: str, content: str, messages: list[str], schema: Path
) -> None:
    assert [one[0] for one in told(name, content, schema)] == messages
