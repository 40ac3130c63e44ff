"""Expressions of XPath 3.1; Saxon has the same answers."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = '<a n="1"><b n="2">x</b><b n="2">x</b><b n="3">y</b></a>'


def of(test: str) -> str:
    """Return a rule that says what an expression is worth."""
    shown = test.replace("<", "&lt;").replace('"', "&quot;")
    return (
        '<rule context="a"><report test="true()">'
        f'[<value-of select="{shown}"/>]</report></rule>'
    )


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("let $x := 2, $y := $x + 1 return $y", "3"),
        ("let $x := b return count($x)", "3"),
        ("for $b in b return let $n := $b/@n return $n * 2", "4 4 6"),
        ("'a' || b[1] => upper-case()", "aX"),
        ("b ! (@n || position())", "21 22 33"),
        ("filter(b, function($x) {$x/@n = 2})", "x x"),
        ("fold-left(b/@n, 0, function($a, $b) {$a + $b})", "7"),
        ("let $f := function($x) {$x + 1} return $f(2)", "3"),
        ("sort(b, (), function($x) {-$x/@n})", "y x x"),
        ("map{'k': (1, 2)}?k", "1 2"),
        ("[1, 2, 3]?2", "2"),
        ("//b[let $n := @n return $n = current()/@n + 2]", "y"),
        ("format-date(xs:date('2026-03-01'), '[D01].[M01].[Y0001]')", "01.03.2026"),
    ],
)
def test_expressions_are_evaluated(book: Rulebook, expression: str, value: str) -> None:
    book.rules(of(expression), "xslt3")

    assert book.messages(DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("function($x) {$x + $y}", "no `let` declares the variable `$y`"),
        (
            "b ! function($x) {unparsed-text($x)}",
            "`unparsed-text()` is not possible: nothing is opened",
        ),
        (
            "environment-variable('HOME')",
            "`environment-variable()` is not possible: nothing is opened",
        ),
        ("nothing(b)", "the function `nothing` is not known"),
    ],
)
def test_what_cannot_be_evaluated_is_told(
    book: Rulebook, expression: str, why: str
) -> None:
    assert book.rules(of(expression), "xslt3").troubles() == [
        f"rules.sch /*/*/*/*/*@select: {why}"
    ]


def test_dates_are_written_by_xslt_2_too(book: Rulebook) -> None:
    book.rules(of("format-date(xs:date('2026-03-01'), '[D1]/[M1]/[Y]')"), "xslt2")

    assert book.messages(DOCUMENT) == ["[1/3/2026]"]
