"""Variables with markup, types and instructions in them; Saxon has the same answers."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

XS = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><ns prefix="f" uri="f"/>'
DOCUMENT = '<a n="2"><b n="9">x</b><b n="10">y</b></a>'
CODES = '<code xmlns="" c="x">one</code><code xmlns="" c="z">two</code>'


def rule(expression: str, lets: str = "") -> str:
    return (
        f'<pattern><rule context="a">{lets}<report test="true()">'
        f'[<value-of select="{expression}"/>]</report></rule></pattern>'
    )


@pytest.mark.parametrize(
    ("declared", "expression", "value"),
    [
        ('<xsl:variable name="v" select="3"/>', "$v + 1", "4"),
        ('<xsl:param name="v" select="//b"/>', "count($v)", "2"),
        ('<xsl:variable name="v">ab</xsl:variable>', "upper-case($v)", "AB"),
        ('<let name="v">ab</let>', "upper-case($v)", "AB"),
        (
            '<xsl:variable name="v" select="$w + 1"/><let name="w" value="1"/>',
            "$v",
            "2",
        ),
        ('<let name="v" value="//b[1]/@n" as="xs:integer"/>', "$v lt 10", "true"),
        ('<let name="v" value="//b/@n" as="xs:string*"/>', "max($v)", "9"),
        (f'<let name="v">{CODES}</let>', "$v/code[@c = current()/b]", "one"),
        (f'<let name="v">{CODES}</let>', "$v//code[. = 'two']/@c", "z"),
        (f'<let name="v">{CODES}</let>', "b[not(. = $v/code/@c)]", "y"),
        (f'<let name="v" as="element()*">{CODES}</let>', "$v[2]", "two"),
        (f'<xsl:variable name="v">{CODES}</xsl:variable>', "count($v/*)", "2"),
        (
            '<let name="v">-<xsl:copy-of select="//b"/>+<i xmlns=""/></let>',
            "string($v), $v/b/@n, count($v/i)",
            "-xy+ 9 10 1",
        ),
        (
            '<let name="v"><xsl:sequence select="//b/@n, 3"/></let>',
            "string($v)",
            "9 10 3",
        ),
        (
            (
                '<let name="v" as="xs:string*"><xsl:for-each select="//b">'
                '<xsl:value-of select="concat(position(), last(), @n, current())"/>'
                "</xsl:for-each></let>"
            ),
            "$v",
            "129x 2210y",
        ),
        (
            (
                '<xsl:function name="f:f"><xsl:param name="p"/><i xmlns="" n="1">t</i>'
                '<xsl:copy-of select="$p/b[2]"/></xsl:function>'
            ),
            "f:f(.)/@n, f:f(.)",
            "1 10 t y",
        ),
    ],
)
def test_variables_have_values(
    book: Rulebook, declared: str, expression: str, value: str
) -> None:
    book.write(f"{XS}{declared}{rule(expression)}")

    assert book.troubles(DOCUMENT) == []
    assert book.messages(DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize("name", ["variable", "param"])
def test_rules_and_patterns_have_variables_of_xslt_too(
    book: Rulebook, name: str
) -> None:
    declared = f'<xsl:{name} name="v" select="@n * 2"/>'
    book.write(rule("$v, $w", f'{declared}<let name="w" value="$v + 1"/>'))

    assert book.messages(DOCUMENT) == ["[4 5]"]


def test_a_value_of_the_wrong_type_is_told_where_it_is_needed(book: Rulebook) -> None:
    book.write(f'{XS}<let name="v" value="//b" as="xs:integer"/>{rule("$v")}')

    (found,) = book.outcome(DOCUMENT).diagnostics
    assert found.message == "[…]"
    assert found.notes[1] == "`//b` has no value: 2 items are no `xs:integer`"


def test_a_written_value_of_the_wrong_type_is_told_by_its_name(book: Rulebook) -> None:
    book.write(f'{XS}<let name="v" as="xs:integer">x<i/></let>{rule("$v")}')

    (found,) = book.outcome(DOCUMENT).diagnostics
    assert found.notes[1].startswith("`$v` has no value: ")


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<i><xsl:value-of select="1"/></i>', "xsl:value-of"),
        ('<i n="{1}"/>', "i"),
        ("<xsl:apply-templates/>", "xsl:apply-templates"),
        ('<xsl:for-each select="1"><xsl:copy/></xsl:for-each>', "xsl:copy"),
    ],
)
def test_what_is_computed_in_markup_is_told(
    book: Rulebook, inside: str, told: str
) -> None:
    (trouble,) = book.write(f'<let name="v">{inside}</let>').troubles()

    why = f"`{told}` cannot be evaluated: say it in `xsl:sequence`, in XPath"
    assert trouble.partition(": ")[2] == why


def test_a_loop_over_nothing_that_can_be_read_is_told_once(book: Rulebook) -> None:
    content = '<let name="v"><xsl:for-each select="b["/></let>'

    assert book.write(content).troubles() == [
        "rules.sch /*/*/xsl:for-each@select: unexpected end of source"
    ]
