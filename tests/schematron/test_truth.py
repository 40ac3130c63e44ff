"""What is known to be true is not looked at any further; Saxon has the same answers."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = "<a><x><p>true</p><y>1</y></x><x><p>no truth</p></x><b><c/>t</b><b>u</b></a>"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("exists(//x[xs:boolean(p)]/y)", "true"),
        ("exists(//x/p[xs:boolean(.)])", "true"),
        ("exists((//x[xs:boolean(p)])[y])", "true"),
        ("exists(b | //x[xs:boolean(p)])", "true"),
        ("exists(x[xs:boolean(p)])", "true"),
        ("exists(x[p = true()]/y/..)", "true"),
        ("empty(//x[xs:boolean(p)])", "false"),
        ("not(//x[xs:boolean(p)]/y)", "false"),
        ("boolean(//x[xs:boolean(p)])", "true"),
        ("//x[xs:boolean(p)] and true()", "true"),
        ("false() or //x[xs:boolean(p)]/@none/.. or //x[xs:boolean(p)]", "true"),
        ("if (//x[xs:boolean(p)]) then 'yes' else 'no'", "yes"),
        ("(if (//x[xs:boolean(p)]) then (1, 2) else 3)[2]", "2"),
        ("some $one in //x satisfies xs:boolean($one/p)", "true"),
        ("every $one in b satisfies //x[xs:boolean(p)]", "true"),
        ("every $one in //x satisfies $one[xs:boolean(p)][not(y)]", "false"),
        ("count(//x[xs:boolean(p)]) > 0", "true"),
        ("count(//x[xs:boolean(p)]) >= 1", "true"),
        ("count(//x[xs:boolean(p)]) ne 0", "true"),
        ("0 &lt; count(//x[xs:boolean(p)])", "true"),
        ("1 > count(//x[xs:boolean(p)])", "false"),
        ("0 = count(//x[xs:boolean(p)])", "false"),
        ("count(//x[xs:boolean(p)]) eq 0", "false"),
        ("count(//none) &lt; 1", "true"),
        ("count(b) > 1", "true"),
        ("0 > count(b)", "false"),
        ("count(b) = count(x)", "true"),
    ],
)
def test_what_stands_behind_the_first_node_has_no_say(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


def test_a_test_and_a_context_are_looked_at_no_further_either(book: Rulebook) -> None:
    truth = "//x[xs:boolean(p)]/y"
    ns = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    report = f'<report test="{truth}">yes</report>'
    rule = f'<pattern><rule context="b[{truth}]">{report}</rule></pattern>'

    assert book.write(ns + rule).messages(DOCUMENT) == ["yes", "yes"]


@pytest.mark.parametrize(
    "expression",
    [
        "exists(//x[xs:boolean(p)][not(y)])",
        "exists(b/string()/c)",
        "xs:boolean(b[1])",
        "not(b/string())",
        "every $one in //x satisfies xs:boolean($one/p)",
        "count(//x[xs:boolean(p)]) > 1",
    ],
)
def test_what_is_needed_has_to_have_a_value(book: Rulebook, expression: str) -> None:
    assert book.worth(expression, DOCUMENT) == ["[…]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("exists(/)", "true"),
        ("exists(())", "false"),
        ("exists((1, 2))", "true"),
        ("exists(/*)", "true"),
        ("exists(b/string())", "true"),
        ("exists(b/xs:NCName(.))", "true"),
        ("exists(b/*/self::c)", "true"),
        ("exists(b/text()[. = 'u'])", "true"),
        ("exists(b/c[1])", "true"),
        ("exists(//b[2])", "true"),
        ("exists(//b[3])", "false"),
        ("exists(//*)", "true"),
        ("exists((b | x)[3])", "true"),
        ("exists((b | x)[5])", "false"),
        ("exists(none | nothing)", "false"),
        ("not((b | x)[position() = 5])", "true"),
        ("exists((b union x)[c])", "true"),
        ("xs:boolean(x[1]/p)", "true"),
        ("boolean(b[1]/string())", "true"),
        ("boolean('')", "false"),
        ("('a', 'b')[. = 'b']", "b"),
    ],
)
def test_what_is_asked_for_is_found_wherever_it_is(
    book: Rulebook, expression: str, value: str
) -> None:
    assert book.worth(expression, DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    "expression",
    [
        *("none + 1", "1 - none", "-none", "+none", "none * 2", "none div 2"),
        *("none mod 2", "round(none)", "floor(none)", "ceiling(none)"),
        *("round(-none)", "string(none + none)", "concat(round(none), '')"),
    ],
)
def test_xpath_1_takes_nothing_for_no_number(book: Rulebook, expression: str) -> None:
    assert book.worth(expression, DOCUMENT, "xslt") == ["[NaN]"]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("round(none) != 1", True),
        ("none + 1 != 1", True),
        ("none + 1 = 1", False),
        ("not(none + 1)", True),
        ("*[none + 1]", False),
        ("* and 1 + 1", True),
    ],
)
def test_what_is_no_number_is_true_of_nothing_but_a_difference(
    book: Rulebook, test: str, *, expected: bool
) -> None:
    report = f'<rule context="a"><report test="{test}">true</report></rule>'

    assert book.rules(report, "xslt").messages(DOCUMENT) == ["true"] * expected
