"""Remainders, whole quotients and rounding have the values that Saxon has for them."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = '<a n="7" half="2.5"><none/></a>'
ACCOUNT = "131400440532013000370400440532013000131489"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("7 mod 6", "1"),
        ("7 mod -6", "1"),
        ("-7 mod 6", "-1"),
        ("-7 mod 2.5", "-2"),
        ("-7 mod 3.5", "0"),
        ("-7 mod 2.5e0", "-2"),
        ("2 mod -7e0", "2"),
        ("7 mod (1 div 0e0)", "7"),
        ("(1 div 0e0) mod 7", "NaN"),
        ("7 mod 0e0", "NaN"),
        ("@n mod 4", "3"),
        ("@none mod 4", ""),
        (f"{ACCOUNT} mod 97", "64"),
        (f"xs:decimal('{ACCOUNT}') mod 97", "64"),
    ],
)
def test_a_remainder_has_the_sign_of_what_is_divided(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(("test", "value"), [("-7 mod 0", "NaN"), ("5 mod 2", "1")])
def test_a_remainder_of_xpath_1_is_a_double(
    book: Rulebook, test: str, value: str
) -> None:
    assert book.worth(test, DOCUMENT, "xslt") == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("7 idiv 2", "3"),
        ("-7 idiv 2", "-3"),
        ("-6 idiv 2", "-3"),
        ("-7 idiv 1e0", "-7"),
        ("7.5 idiv -2", "-3"),
        ("7 idiv (1 div 0e0)", "0"),
        ("@n idiv 2", "3"),
        ("none/@n idiv 2", ""),
        ("2 idiv ()", ""),
    ],
)
def test_a_whole_quotient_is_cut_off_towards_zero(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("round-half-to-even(@half)", "2"),
        ("round-half-to-even(3.5)", "4"),
        ("round-half-to-even(-2.5)", "-2"),
        ("round-half-to-even(1.005, 2)", "1"),
        ("round-half-to-even(1.125e0, 2)", "1.12"),
        ("round-half-to-even(1250, -2)", "1200"),
        ("round-half-to-even(number('x'))", "NaN"),
        ("round-half-to-even(())", ""),
    ],
)
def test_a_half_is_rounded_to_what_is_even(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("xs:float(5.5) mod 2", "1.5"),
        ("xs:float(5.3) mod 1", "0.3000002"),
        ("xs:float(5.3) mod 1e0", "0.3000001907348633"),
        ("xs:float('INF') mod 2", "NaN"),
        ("5 mod xs:float('INF')", "5"),
        ("xs:float(7) idiv 2", "3"),
    ],
)
def test_a_remainder_of_single_precision_has_that_too(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("7 mod xs:integer(@n - 7)", "a number is divided by zero"),
        ("7 idiv xs:integer(@n - 7)", "a number is divided by zero"),
        ("7 idiv number('x')", "an infinite number, or none, has no quotient"),
        ("(1 div 0e0) idiv @n", "an infinite number, or none, has no quotient"),
    ],
)
def test_what_has_no_value_is_told(book: Rulebook, expression: str, why: str) -> None:
    book.worth(expression, DOCUMENT)

    (one,) = book.outcome(DOCUMENT).diagnostics
    assert one.message == "[…]"
    assert one.notes[1].endswith(f" has no value: {why}")
