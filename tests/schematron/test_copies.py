"""Quick fixes copy nodes into what they write, and call others with parameters."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

TITLE = "<sqf:description><sqf:title>do it</sqf:title></sqf:description>"


def fixing(book: Rulebook, action: str, others: str = "") -> None:
    book.write(
        '<ns prefix="y" uri="urn:x"/><pattern><rule context="b">'
        '<report test="true()" sqf:fix="f">x</report>'
        f'<sqf:fix id="f">{TITLE}{action}</sqf:fix>{others}</rule></pattern>'
    )


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        (
            '<sqf:replace><i xmlns=""><sqf:copy-of select="node()"/></i></sqf:replace>',
            "<a><b>t<c n='&lt;'>&amp;</c>u</b></a>",
            '<a><i>t<c n="&lt;">&amp;</c>u</i></a>',
        ),
        (
            '<sqf:replace><i xmlns="">(<sqf:keep select="."/>)</i></sqf:replace>',
            "<a><b>t</b></a>",
            "<a><i>(<b>t</b>)</i></a>",
        ),
        (
            '<sqf:replace><sqf:copy-of select="node()"/></sqf:replace>',
            "<a>t<b>u<!--c--><c/><?p i?></b>v</a>",
            "<a>tu<!--c--><c/><?p i?>v</a>",
        ),
        (
            (
                '<sqf:replace node-type="element" target="c">'
                '<sqf:copy-of select="@*"/><sqf:copy-of select="node()"/>'
                "</sqf:replace>"
            ),
            '<a xmlns:z="urn:z"><b n="1&quot;" z:m="&lt;">t</b></a>',
            '<a xmlns:z="urn:z"><c n="1&quot;" z:m="&lt;">t</c></a>',
        ),
        (
            (
                '<sqf:replace node-type="element" target="c">'
                '<sqf:copy-of select="@*"/></sqf:replace>'
            ),
            '<a><b n="1"/></a>',
            '<a><c n="1"/></a>',
        ),
        (
            (
                '<sqf:add position="after"><i xmlns=""><xsl:value-of select="@n + 1"/>,'
                '<xsl:value-of select="c"/> <j/></i></sqf:add>'
            ),
            '<a><b n="1"><c>&lt;</c></b></a>',
            '<a><b n="1"><c>&lt;</c></b><i>2,&lt; <j/></i></a>',
        ),
        (
            (
                '<sqf:add match=".." node-type="attribute" target="n">'
                'x<value-of select="b"/></sqf:add>'
            ),
            "<a><b>1</b></a>",
            '<a n="x1"><b>1</b></a>',
        ),
        (
            '<sqf:replace><sqf:copy-of select="/"/></sqf:replace>',
            "<a><b/></a>",
            "<a><a><b/></a></a>",
        ),
        (
            '<sqf:replace select="/a/c"/>',
            '<a xmlns:p="urn:p"><b/><c><p:d/></c></a>',
            '<a xmlns:p="urn:p"><c><p:d/></c><c><p:d/></c></a>',
        ),
        (
            (
                '<sqf:stringReplace regex="o(.)"><i xmlns=""><xsl:value-of '
                'select="regex-group(1)"/></i></sqf:stringReplace>'
            ),
            "<a><b>fox</b></a>",
            "<a><b>f<i>x</i></b></a>",
        ),
    ],
)
def test_nodes_are_copied(book: Rulebook, action: str, before: str, after: str) -> None:
    fixing(book, action)

    assert book.troubles() == []
    assert book.fixed(before) == [after]


@pytest.mark.parametrize(
    "action",
    [
        '<sqf:add><sqf:copy-of select="(@n, c)"/></sqf:add>',
        (
            '<sqf:replace><i xmlns=""><keep xmlns=""/><sqf:keep select="(@n, c)"/></i>'
            "</sqf:replace>"
        ),
        (
            '<sqf:replace node-type="element" target="q"><i xmlns="">'
            '<sqf:keep select="(@n, c)"/></i></sqf:replace>'
        ),
    ],
)
def test_no_fix_is_offered_where_an_attribute_has_no_place(
    book: Rulebook, action: str
) -> None:
    fixing(book, action)

    assert book.fixed('<a><b n="1"/></a>') == []
    assert len(book.fixed("<a><b><c/></b></a>")) == 1


WRAP = (
    '<sqf:fix id="wrap"><sqf:param name="what"/><sqf:param name="n" default="7"/>'
    f'{TITLE}<let name="m" value="$n + 1"/>'
    '<sqf:add match="$what" node-type="attribute" target="n" select="$m"/></sqf:fix>'
)


@pytest.mark.parametrize(
    ("calls", "after"),
    [
        (
            (
                '<sqf:call-fix ref="wrap"><sqf:with-param name="what" select="."/>'
                "</sqf:call-fix>"
            ),
            '<a><c/><b n="8"/></a>',
        ),
        (
            (
                '<let name="k" value="1"/><sqf:call-fix ref="wrap">'
                '<sqf:with-param name="what" select="."/>'
                '<sqf:with-param name="n" select="$k + 1"/></sqf:call-fix>'
                '<sqf:call-fix ref="wrap"><sqf:with-param name="what" select="../c"/>'
                "</sqf:call-fix>"
            ),
            '<a><c n="8"/><b n="3"/></a>',
        ),
        (
            (
                '<sqf:param name="p" default="\'t\'"/>'
                '<sqf:add node-type="element" target="c" select="$p"/>'
            ),
            "<a><c/><b><c>t</c></b></a>",
        ),
    ],
)
def test_fixes_are_called_with_parameters(
    book: Rulebook, calls: str, after: str
) -> None:
    fixing(book, calls, WRAP)

    assert book.troubles() == []
    assert book.fixed("<a><c/><b/></a>") == [after]


def test_a_parameter_without_a_value_is_told(book: Rulebook) -> None:
    fixing(book, '<sqf:call-fix ref="wrap"/>', WRAP)

    assert book.troubles() == [
        "rules.sch /*/*[2]/*/sqf:fix[1]/sqf:call-fix: the parameter `what` is missing"
    ]
    assert book.fixed("<a><b/></a>") == []


def test_what_cannot_be_copied_is_told_once(book: Rulebook) -> None:
    fixing(book, '<sqf:add><sqf:copy-of select="f()"/></sqf:add>')

    assert book.troubles() == [
        (
            "rules.sch /*/*[2]/*/sqf:fix/sqf:add/sqf:copy-of@select: "
            "the function `f` is not known"
        )
    ]
    assert book.messages("<a><b/></a>") == ["x"]
