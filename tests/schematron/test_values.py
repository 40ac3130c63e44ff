"""Functions that write numbers, compare nodes and insert; Saxon answers the same."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

XS = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
FORMATS = (
    '<xsl:decimal-format name="de" decimal-separator="," grouping-separator="."/>'
    '<xsl:decimal-format name="ar" zero-digit="&#x660;" digit="?"/>'
)
DOCUMENT = (
    '<a><b n="2" m="1">x</b> <b m="1" n="2">x</b>-<b n="3">x</b><b n="2">x</b>'
    "<c>12.5</c><d><e>1</e><e>2</e>z</d><d><e>1</e><e>2</e></d><e>1</e></a>"
)


def valued(book: Rulebook, expression: str, binding: str = "xslt2") -> list[str]:
    return book.write(
        f'{XS}{FORMATS}<pattern><rule context="a"><report test="true()">'
        f'[<value-of select="{expression}"/>]</report></rule></pattern>',
        binding,
    ).messages(DOCUMENT)


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("1234.5, '#,##0.00'", "1,234.50"),
        ("1234567, '#,##0'", "1,234,567"),
        ("1234567, '#,##,##0'", "12,34,567"),
        ("12345678, '#,####,##0'", "1,2345,678"),
        ("1234, '#,####,##0'", "1,234"),
        ("0, '#,##0.00'", "0.00"),
        ("0, '#'", "0"),
        ("0, '#.##'", ".0"),
        ("0.125, '0.00'", "0.12"),
        ("2.5, '0'", "2"),
        ("3.5, '0'", "4"),
        ("-3.14159, '0.##'", "-3.14"),
        ("-3.14159, '0.0;(0.0)'", "(3.1)"),
        ("-0.001, '0.00'", "-0.00"),
        ("0.125, '0.0%'", "12.5%"),
        ("0.125, '0&#x2030;'", "125\u2030"),
        ("7, '€ 000 each'", "€ 007 each"),
        ("c, '0.00'", "12.50"),
        ("xs:double(0.1), '0.000'", "0.100"),
        ("1e10, '0'", "10000000000"),
        ("1 div 0e0, '(0)'", "(Infinity)"),
        ("(), '(0)'", "NaN"),
        ("'x', '0'", "NaN"),
        ("12345.678, '#.##0,00', 'de'", "12.345,68"),
        ("12.5, '?&#x660;.&#x660;', 'ar'", "\u0661\u0662.\u0665"),
    ],
)
def test_numbers_are_written_by_pictures(
    book: Rulebook, call: str, written: str
) -> None:
    assert valued(book, f"format-number({call})") == [f"[{written}]"]


def test_numbers_are_written_in_xslt_1(book: Rulebook) -> None:
    assert valued(book, "format-number(c * 2, '0.00')", "xslt") == ["[25.00]"]


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("1, '0;0;0'", "`0;0;0` is no picture of a number"),
        ("1, 'x'", "`x` is no picture of a number"),
        ("1, '0#'", "`0#` is no picture of a number"),
        ("1, '0,'", "`0,` is no picture of a number"),
        ("1, '0', 'fr'", "no `xsl:decimal-format` has the name `fr`"),
    ],
)
def test_what_is_no_picture_is_told(book: Rulebook, call: str, why: str) -> None:
    test = f"format-number({call}) = '1'"
    book.write(
        f'{FORMATS}<pattern><rule context="a"><assert test="{test}"/></rule></pattern>'
    )

    (found,) = book.outcome(DOCUMENT).diagnostics
    assert (found.code, found.notes) == ("CTC238", (why,))


@pytest.mark.parametrize(
    ("left", "right", "is_equal"),
    [
        ("b[1]", "b[2]", True),
        ("b[1]", "b[3]", False),
        ("b[1]", "b[4]", False),
        ("b[1]", "c", False),
        ("b[1]", "'x'", False),
        ("d[1]", "d[1]", True),
        ("d[1]", "d[2]", False),
        ("d[1]/e", "d[2]/e", True),
        ("d[1]/e[1]", "e", True),
        ("/", "/", True),
        ("b[1]/@n", "b[2]/@n", True),
        ("b[1]/@n", "b[2]/@m", False),
        ("b[1]/@n", "b[1]", False),
        ("b[1]/text()", "b[3]/text()", True),
        ("data(b[1])", "'x'", True),
        ("()", "()", True),
        ("(1, 2)", "(1, 2, 3)", False),
        ("1", "1.0", True),
        ("0.1", "xs:double(0.1)", True),
        ("1", "'1'", False),
        ("1", "true()", False),
        ("xs:anyURI('x')", "'x'", True),
        ("xs:double('NaN')", "xs:float('NaN')", True),
        ("xs:double('NaN')", "1", False),
        ("xs:date('2026-01-01')", "xs:date('2026-01-01')", True),
        ("xs:date('2026-01-01')", "'2026-01-01'", False),
        ("xs:date('2026-01-01')", "xs:gYear('2026')", False),
        ("xs:dayTimeDuration('P1D')", "xs:date('2026-01-01')", False),
        ("xs:date('2026-01-01')", "xs:time('12:00:00')", False),
    ],
)
def test_nodes_and_values_are_compared_deeply(
    book: Rulebook, left: str, right: str, is_equal: bool
) -> None:
    said = valued(book, f"deep-equal({left}, {right})")

    assert said == [f"[{str(is_equal).lower()}]"]


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("(1, 2), 0, 9", "9 1 2"),
        ("(1, 2), 2, (8, 9)", "1 8 9 2"),
        ("(1, 2), 7, 9", "1 2 9"),
        ("(), 1, b[1]", "x"),
        ("(1, 2), 1, ()", "1 2"),
    ],
)
def test_items_are_inserted(book: Rulebook, call: str, value: str) -> None:
    assert valued(book, f"insert-before({call})") == [f"[{value}]"]


def test_what_is_inserted_can_be_counted(book: Rulebook) -> None:
    assert valued(book, "count(insert-before(b, 1, c))") == ["[5]"]
    assert valued(book, "insert-before(b, 1, c) = '12.5'") == ["[true]"]
