"""Quotes around values that are there twice, or typographic with an apostrophe."""

from __future__ import annotations

import pytest

from ctct_lint.html.model import HtmlModel
from ctct_lint.xml.repair.repair import repair
from ctct_lint.xml.scan.quoted import doubled_end
from ctct_lint.xml.scan.quotes import curly_end


def told(text: str) -> tuple[list[tuple[str, str]], str]:
    """Return the kind and the subject of each fault, and the text when mended."""
    result = repair(text, HtmlModel())
    return [(fault.kind, fault.subject) for fault in result.faults], result.text


@pytest.mark.parametrize(
    ("text", "subject", "meant"),
    [
        ('<a b=""c""/>', 'b=""c""', '<a b="c"/>'),
        ('<a b=""c d"/>', 'b=""c d"', '<a b="c d"/>'),
        ("<a b=''c'' d='e'/>", "b=''c''", "<a b='c' d='e'/>"),
        ('<a b="c"\N{NO-BREAK SPACE}/>', "\N{NO-BREAK SPACE}", '<a b="c" />'),
        ('<a b="c"/\N{NO-BREAK SPACE}>', "/\N{NO-BREAK SPACE}", '<a b="c"/>'),
    ],
)
def test_malformed_attribute_is_one_fault(text: str, subject: str, meant: str) -> None:
    assert told(text) == ([("malformed-attribute", subject)], meant)


@pytest.mark.parametrize(
    ("text", "subject", "meant"),
    [
        ("<a b=“Joe’s shop”/>", "“Joe’s shop”", '<a b="Joe’s shop"/>'),
        ("<a b=‘Joe’s’/>", "‘Joe’s’", '<a b="Joe’s"/>'),
        ("<a b=«Joe’s shop»/>", "«Joe’s shop»", '<a b="Joe’s shop"/>'),
        ("<a b=‹Joe›/>", "‹Joe›", '<a b="Joe"/>'),
        ("<a b=＂Joe＂/>", "＂Joe＂", '<a b="Joe"/>'),
    ],
)
def test_apostrophe_ends_no_value(text: str, subject: str, meant: str) -> None:
    assert told(text) == ([("curly-quotes", subject)], meant)


def test_empty_value_before_another_attribute_is_no_doubled_quote() -> None:
    faults, meant = told('<a b=""c="d"/>')

    assert [kind for kind, _ in faults] == ["missing-space-before-attribute"]
    assert meant == '<a b="" c="d"/>'


@pytest.mark.parametrize(
    ("text", "end"), [("“c”>", 2), ("“c", -1), ("‘c’d’ ", 4), ("‘c’d", 2)]
)
def test_end_of_a_value_in_typographic_quotes(text: str, end: int) -> None:
    assert curly_end(text, 0) == end


@pytest.mark.parametrize(
    ("text", "end"), [('""c"">', 3), ('""c" d', 3), ('""', -1), ('""c=""/', -1)]
)
def test_end_of_a_value_in_doubled_quotes(text: str, end: int) -> None:
    assert doubled_end(text, 0) == end
