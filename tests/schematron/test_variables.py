"""Variables have their values when these are needed, as in XSLT."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

NS = '<ns prefix="u" uri="utils"/><ns prefix="xs" uri="{}"/>'.format(
    "http://www.w3.org/2001/XMLSchema"
)
NO_DATE = "`xs:date(/a/@x)` cannot be tested here"


@pytest.mark.parametrize(
    "content",
    [
        '{}<pattern><rule context="a"><report test="b">b</report></rule></pattern>',
        '<pattern>{}<rule context="a"><report test="b">b</report></rule></pattern>',
        '<pattern><rule context="a">{}<report test="b">b</report></rule></pattern>',
    ],
)
def test_one_that_nobody_uses_does_no_harm(book: Rulebook, content: str) -> None:
    book.write(NS + content.format('<let name="d" value="xs:date(/a/@x)"/>'))

    assert book.messages('<a x="x"><b/></a>') == ["b"]


def test_one_without_a_value_is_told_once_and_other_checks_are_made(
    book: Rulebook,
) -> None:
    book.write(
        f'{NS}<pattern><rule context="a"><let name="d" value="xs:date(/a/@x)"/>'
        '<let name="e" value="$d"/>'
        '<report test="$d = 1">d</report><report test="b">b</report>'
        '<report test="$e = $d">e</report></rule></pattern>'
    )

    assert sorted(book.messages('<a x="x"><b/></a>')) == [NO_DATE, "b"]


def test_those_of_the_schema_know_each_other_in_any_order(book: Rulebook) -> None:
    book.write(
        '<let name="first" value="$second + 1"/><let name="second" value="count(//b)"/>'
        '<pattern><rule context="a"><report test="b"><value-of select="$first"/>'
        "</report></rule></pattern>"
    )

    assert book.messages("<a><b/></a>") == ["2"]


def test_one_that_depends_on_itself_has_no_value(book: Rulebook) -> None:
    book.write(
        '<let name="one" value="$two"/><let name="two" value="$one"/>'
        '<pattern><rule context="a"><report test="$one">x</report></rule></pattern>'
    )

    (found,) = book.outcome("<a/>").diagnostics
    assert found.message == "`$one` cannot be tested here"
    assert found.notes == ("a variable depends on itself",)


def test_functions_know_those_of_the_schema(book: Rulebook) -> None:
    book.write(
        f'{NS}<xsl:function name="u:long"><xsl:param name="n"/>'
        '<xsl:variable name="unused" select="xs:date($n)"/>'
        '<xsl:variable name="length" select="string-length($n)"/>'
        '<xsl:sequence select="$length &gt; $limit and count($bs) = 1"/></xsl:function>'
        '<let name="limit" value="2"/><let name="bs" value="//b"/>'
        '<pattern><rule context="b"><report test="u:long(@n)">long</report></rule>'
        "</pattern>"
    )

    assert book.messages('<a><b n="123"/></a>') == ["long"]
    assert book.messages('<a><b n="12"/></a>') == []
