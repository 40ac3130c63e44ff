"""A parser with functions of our own leaves those of others as they are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from elementpath import XPath2Parser, select
from lxml import etree

from ctct_lint.schematron.parsers import parser_of

ROOT = etree.fromstring("<a/>")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("sum((0.1, 0.2, 0.3))", Decimal("0.6")),
        ("count(distinct-values((1, 1.0, 2)))", 2),
        ("count(insert-before((1, 2), 1, 3))", 3),
        ("deep-equal((1, 2), (1, 2))", True),
        ("round-half-to-even(2.5)", 2),
    ],
)
def test_functions_of_elementpath_do_what_they_did(expression: str, value: Any) -> None:
    for version in (1, 2):
        parser_of(version, {})

    assert select(ROOT, expression, parser=XPath2Parser) == value


def test_xpath_1_and_2_each_have_their_sum() -> None:
    sums = [parser_of(version, {}).symbol_table["sum"] for version in (1, 2)]

    assert sums[0] is not sums[1]
    assert XPath2Parser.symbol_table["sum"] not in sums
