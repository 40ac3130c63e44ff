"""Children of groups that stand too often: each name is told by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

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


@pytest.mark.parametrize(
    ("name", "content", "messages"),
    [
        (
            "pairs",
            ONE * 4,
            ["`pairs` may hold at most 3 `dt`", "`pairs` may hold at most 3 `dd`"],
        ),
        (
            "inner",
            f"<head/>{ONE * 3}",
            ["`inner` may hold at most 2 `dt`", "`inner` may hold at most 2 `dd`"],
        ),
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
def test_only_a_copy_of_a_row_is_told_at_once(
    name: str, content: str, messages: list[str], schema: Path
) -> None:
    found = lint(f"<{name}>{content}</{name}>", schema=schema)

    assert [one.message for one in found] == messages
