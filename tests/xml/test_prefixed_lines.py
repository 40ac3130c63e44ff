"""Lines with something before them that looks alike, with other numbers."""

from __future__ import annotations

from ctct_lint.xml.carried import carrier_of


def test_numbers_in_a_row_are_not_parted_otherwise() -> None:
    numbers = "1 " * 40
    lines = [f"{numbers}| <a>", "1" * 100, f"{numbers}| </a>"]

    assert carrier_of("\n".join(lines)) is None


def test_blanks_between_numbers_may_lack_where_others_part_them() -> None:
    text = "10 : 1 <a>\n11: 22 <b/>\n12:3 </a>"
    carrier = carrier_of(text)

    assert carrier is not None
    assert [text[e.start : e.end] for e in carrier.edits] == [
        "10 : 1 ",
        "11: 22 ",
        "12:3 ",
    ]
