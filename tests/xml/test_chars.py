"""The characters of XML names, against the productions of the specification."""

from __future__ import annotations

import re

import pytest

from ctct_lint.xml.chars import (
    NAME,
    is_ncname,
    is_qname,
    local_part,
    safe_name,
    starts_name,
)

# https://www.w3.org/TR/xml/#NT-NameStartChar, but for the colon.
NAME_START = (
    *((0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6)),
    *((0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D)),
    *((0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF)),
    *((0xFDF0, 0xFFFD), (0x10000, 0xEFFFF)),
)
MORE = ((0x2D, 0x2E), (0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040))
UNICODE = range(0x110000)


def numbers(*ranges: tuple[int, int]) -> set[int]:
    return {code for low, high in ranges for code in range(low, high + 1)}


STARTS = numbers(*NAME_START)


def test_name_starts_with_what_the_specification_says() -> None:
    assert {code for code in UNICODE if is_ncname(chr(code))} == STARTS


def test_name_goes_on_with_what_the_specification_says() -> None:
    pattern = re.compile(NAME)
    found = {code for code in UNICODE if pattern.fullmatch("a" + chr(code))}

    assert found == STARTS | numbers(*MORE)


@pytest.mark.parametrize(
    ("name", "is_name", "is_qualified"),
    [
        ("Name", True, True),
        ("a-b.c", True, True),
        ("\N{GREEK SMALL LETTER ALPHA}", True, True),
        ("a:b", False, True),
        ("a:b:c", False, False),
        ("a:", False, False),
        (":a", False, False),
        ("1a", False, False),
        ("", False, False),
        ("a b", False, False),
        ("a\n", False, False),
        ("\N{FULLWIDTH DIGIT ONE}", True, True),
        ("\N{NO-BREAK SPACE}", False, False),
    ],
)
def test_names_have_one_colon_at_most(
    name: str, *, is_name: bool, is_qualified: bool
) -> None:
    assert is_ncname(name) is is_name
    assert is_qname(name) is is_qualified


@pytest.mark.parametrize(
    ("char", "starts"), [(":", True), ("a", True), ("-", False), ("", False)]
)
def test_colon_starts_a_name_of_plain_xml(char: str, *, starts: bool) -> None:
    assert starts_name(char) is starts


@pytest.mark.parametrize(
    ("raw", "name"), [("a:b", "a_b"), ("1", "_1"), ("a b", "a_b"), ("b-1", "b-1")]
)
def test_what_no_name_can_hold_becomes_an_underscore(raw: str, name: str) -> None:
    assert safe_name(raw) == name


@pytest.mark.parametrize(("name", "local"), [("a", "a"), ("p:a", "a")])
def test_the_local_name_has_no_prefix(name: str, local: str) -> None:
    assert local_part(name) == local
