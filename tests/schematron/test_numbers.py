"""Numbers have the values and the texts that Saxon has; doubles those of XPath 1.0."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = '<a n="5"><m>0.1</m><m>0.2</m><m>0.3</m></a>'


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1e7", "1.0E7"),
        ("1234567.5e0", "1.2345675E6"),
        ("999999.9e0", "999999.9"),
        ("-1e6", "-1.0E6"),
        ("1.5e300", "1.5E300"),
        ("0.000001e0", "0.000001"),
        ("0.0000001e0", "1.0E-7"),
        ("-0e0", "-0"),
        ("0e0", "0"),
        ("number('x')", "NaN"),
        ("1e0 div 0", "INF"),
        ("-1e0 div 0", "-INF"),
        ("number('x') div 0", "NaN"),
        ("0e0 div 0", "NaN"),
        ("xs:double('+INF')", "INF"),
        ("10000000", "10000000"),
        ("100.50", "100.5"),
        ("0 div -7", "0"),
        ("0.0 * -1", "0"),
        ("round(-0.5)", "0"),
        ("concat(1e7, '')", "1.0E7"),
        ("@n * 2000000", "1.0E7"),
        ("string-length(string(1e7))", "5"),
        ("distinct-values((1e7, 10000000))", "1.0E7"),
    ],
)
def test_a_number_as_a_text(book: Rulebook, expression: str, value: str) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2 div 3", "0.666666666666666667"),
        ("-2 div 3", "-0.666666666666666667"),
        ("100.10 div 3", "33.3666666666666666667"),
        ("1 div 700", "0.001428571428571429"),
        ("1 div 700.0", "0.00142857142857142857"),
        ("0.5 div 10000000000000000000", "0"),
        ("1 div 3 * 3", "0.999999999999999999"),
        ("@n div 4", "1.25"),
        ("1 div 3e0", "0.3333333333333333"),
        ("() div 3", ""),
        ("xs:dayTimeDuration('PT6H') div 3", "PT2H"),
        ("avg((1, 2, 2))", "1.666666666666666667"),
        ("avg((0.1, 0.2, 0.4))", "0.2333333333333333333"),
        ("avg(m)", "0.20000000000000004"),
        ("avg(())", ""),
        ("sum(m)", "0.6000000000000001"),
        ("sum((0.1e0, 0.2, 0.3))", "0.6000000000000001"),
        ("sum((0.1, 0.2, 0.3))", "0.6"),
        ("sum(())", "0"),
        ("123456789012345678901234567890.5 + 0.1", "123456789012345678901234567890.6"),
        ("123456789012345678901234567890.5 - 0.1", "123456789012345678901234567890.4"),
        ("1234567890.123456789 * 10000000000.1", "12345678901358024679.0123456789"),
    ],
)
def test_decimals_are_exact(book: Rulebook, expression: str, value: str) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("xs:float('0.1') + xs:float('0.2')", "0.3"),
        ("xs:float('0.1') + 0.2e0", "0.30000000149011613"),
        ("'16777217' cast as xs:float", "1.6777216E7"),
        ("xs:float('0.123456789')", "0.12345679"),
        ("xs:float('123456.789')", "123456.79"),
        ("xs:float('1016.84845')", "1016.84845"),
        ("xs:float('3.5e38')", "INF"),
        ("xs:float('NaN')", "NaN"),
        ("xs:float('0.1') eq xs:float('0.10000001')", "false"),
        ("xs:float('0.1') ne xs:float('0.10000001')", "true"),
        ("distinct-values((xs:float('1'), xs:float('1')))", "1"),
    ],
)
def test_floats_are_of_single_precision(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("0.1 + 0.2", "0.30000000000000004"),
        ("0.1 + 0.2 = 0.3", "false"),
        ("sum(m)", "0.6000000000000001"),
        ("sum(m) = 0.6", "false"),
        ("10000000 * 1000", "10000000000"),
        ("1 div 10000000", "0.0000001"),
        ("1 div 0", "Infinity"),
        ("-1 div 0", "-Infinity"),
        ("number('x')", "NaN"),
        ("0 div -7", "0"),
        ("5 div 2", "2.5"),
        ("nothing + 1", "NaN"),
    ],
)
def test_numbers_of_xpath_1_are_doubles(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT, "xslt") == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("xs:date('0001-01-01') - xs:dayTimeDuration('P1D')", "0000-12-31"),
        ("xs:date('2000-01-01') - xs:date('-0001-01-01')", "P730850D"),
        ("'0000-02-29' castable as xs:date", "true"),
        ("year-from-date(xs:date('-0044-03-15'))", "-44"),
        ("year-from-dateTime(xs:dateTime('0044-03-15T00:00:00'))", "44"),
        ("year-from-date(())", ""),
        (
            "format-date(xs:date('2024-01-31'), '[FNn] [D1] [MNn]')",
            "Wednesday 31 January",
        ),
        ("format-date(xs:date('2024-01-31'), '[MNn]', 'it', (), ())", "Gennaio"),
    ],
)
def test_dates_have_a_year_0(book: Rulebook, expression: str, value: str) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("year-from-date(@on)", "2026"),
        ("month-from-date(e)", "3"),
        ("hours-from-time(@at)", "10"),
        ("day-from-dateTime(dateTime(@on, @at))", "1"),
        ("days-from-duration(@for)", "3"),
        ("adjust-date-to-timezone(@on, ())", "2026-02-01"),
        ("format-date(@on, '[D].[M].[Y]')", "1.2.2026"),
        ("format-date(e, '[D]. [MNn]')", "4. March"),
        # What is not of that form, or has another type, is an error of the document.
        ("year-from-date(@for)", "…"),
        ("year-from-date('2026-02-01')", "…"),
    ],
)
def test_a_text_of_no_type_is_taken_for_the_date_that_a_function_asks_for(
    book: Rulebook, expression: str, value: str
) -> None:
    document = '<a on="2026-02-01" at="10:00:00" for="P3D"><e>2026-03-04</e></a>'

    assert book.worth(expression, document) == [f"[{value}]"]


def test_a_year_before_that_is_not_written_by_a_picture(book: Rulebook) -> None:
    written = "format-date(xs:date('-0044-03-15'), '[Y] [E]')"
    assert book.worth(written, DOCUMENT) == ["[…]"]


@pytest.mark.parametrize(
    "test",
    ["position() = 1", "b or last() > 2", "(position())", "for $x in b return last()"],
)
def test_what_counts_nodes_that_no_expression_names_is_refused(
    book: Rulebook, test: str
) -> None:
    name = "last()" if "last" in test else "position()"
    troubles = book.rules(
        f'<rule context="a"><assert test="{test.replace(">", "&gt;")}"/></rule>'
    ).troubles()
    why = f"what `{name}` counts here is up to each program"
    say = "say `count(preceding-sibling::*)`"
    assert troubles == [f"rules.sch /*/*/*/*@test: {why}: {say}"]


@pytest.mark.parametrize(
    "test", ["b[position() = 1]", "b/position() = 1", "//b[last()]", "m[last()] = 0.3"]
)
def test_in_predicates_and_paths_it_counts_theirs(book: Rulebook, test: str) -> None:
    rules = f'<rule context="a"><assert test="not({test})">it is</assert></rule>'
    assert book.rules(rules).messages("<a><b/><m>0.2</m><m>0.3</m></a>") == ["it is"]
