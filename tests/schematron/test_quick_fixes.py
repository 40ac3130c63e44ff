"""Quick fixes of a Schematron schema (SQF): which are offered, and what they do."""

from __future__ import annotations

import pytest
from rulebook import XS, Rulebook, mended

from ctct_lint.model.diagnostic import Applicability
from ctct_lint.schematron.schematron import Schematron

TITLE = "<sqf:description><sqf:title>{}</sqf:title></sqf:description>"


def fixing(
    book: Rulebook, action: str, context: str = "a", attributes: str = ""
) -> None:
    """Write a schema whose one rule always fails, with one quick fix."""
    book.write(
        f'<ns prefix="y" uri="urn:x"/><pattern><rule context="{context}">'
        f'<assert test="@never" sqf:fix="f">x</assert>'
        f'<sqf:fix id="f"{attributes}>{TITLE.format("do it")}{action}</sqf:fix>'
        f"</rule></pattern>{XS}"
    )


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ('<sqf:add node-type="attribute" target="n">1</sqf:add>', "<a/>", '<a n="1"/>'),
        (
            '<sqf:add node-type="attribute" target="n" select="count(b)"/>',
            "<a><b/></a>",
            '<a n="1"><b/></a>',
        ),
        (
            '<sqf:add node-type="attribute" target="n">"&lt;"</sqf:add>',
            "<a/>",
            '<a n="&quot;&lt;&quot;"/>',
        ),
        (
            '<sqf:add match="b" node-type="attribute" target="y:n">1</sqf:add>',
            '<a xmlns:q="urn:x"><b/></a>',
            '<a xmlns:q="urn:x"><b q:n="1"/></a>',
        ),
        (
            '<sqf:add node-type="element" target="b">t</sqf:add>',
            "<a/>",
            "<a><b>t</b></a>",
        ),
        ('<sqf:add node-type="element" target="b"/>', "<a></a>", "<a><b/></a>"),
        (
            '<sqf:add node-type="element" target="y:b" select="1 + 1"/>',
            '<a xmlns:q="urn:x"/>',
            '<a xmlns:q="urn:x"><q:b>2</q:b></a>',
        ),
        (
            '<sqf:add node-type="element" target="y:b">t</sqf:add>',
            "<a/>",
            '<a><b xmlns="urn:x">t</b></a>',
        ),
        (
            '<sqf:add node-type="element" target="b"/>',
            "<a>\n  <c/>\n</a>",
            "<a>\n  <b/>\n  <c/>\n</a>",
        ),
        (
            '<sqf:add node-type="element" target="b" position="last-child"/>',
            "<a>\n  <c/>\n</a>",
            "<a>\n  <c/>\n  <b/>\n</a>",
        ),
        (
            '<sqf:add match="c" node-type="element" target="b" position="before"/>',
            "<a>\n  <d/>\n  <c/>\n</a>",
            "<a>\n  <d/>\n  <b/>\n  <c/>\n</a>",
        ),
        (
            '<sqf:add match="c" node-type="element" target="b" position="after"/>',
            "<a>\n  <c/>\n</a>",
            "<a>\n  <c/>\n  <b/>\n</a>",
        ),
        (
            '<sqf:add><b xmlns="">t &amp; <c/> u</b></sqf:add>',
            "<a/>",
            "<a><b>t &amp; <c/> u</b></a>",
        ),
        (
            '<sqf:add><q:b xmlns:q="urn:x" q:n="1"/></sqf:add>',
            '<a xmlns:q="urn:x"/>',
            '<a xmlns:q="urn:x"><q:b q:n="1"/></a>',
        ),
        ('<sqf:delete match="b"/>', "<a><b/>t</a>", "<a>t</a>"),
        ('<sqf:delete match="b"/>', "<a>\n  <b/>\n  <c/>\n</a>", "<a>\n  <c/>\n</a>"),
        ('<sqf:delete match="@n"/>', '<a n="1"/>', "<a/>"),
        ('<sqf:delete match="text()"/>', "<a>t</a>", "<a></a>"),
        ('<sqf:delete match="b"/>', "<a><b/><b/></a>", "<a></a>"),
        (
            '<sqf:replace match="@n" node-type="attribute" target="n">2</sqf:replace>',
            '<a n="1"/>',
            '<a n="2"/>',
        ),
        (
            '<sqf:replace match="@n" node-type="attribute" target="m" select="."/>',
            '<a n="1"/>',
            '<a m="1"/>',
        ),
        ('<sqf:replace match="@n" select=". + 1"/>', '<a n="1"/>', '<a n="2"/>'),
        (
            '<sqf:replace match="b/text()">u</sqf:replace>',
            "<a><b>t</b></a>",
            "<a><b>u</b></a>",
        ),
        (
            '<sqf:replace match="b" node-type="element" target="c" select="string()"/>',
            "<a><b>t &lt; u</b></a>",
            "<a><c>t &lt; u</c></a>",
        ),
        (
            '<sqf:replace match="b" node-type="element" target="c" select="*, 1"/>',
            '<a xmlns:q="urn:x"><b><q:d n="2">u &lt;</q:d><d/></b></a>',
            '<a xmlns:q="urn:x"><c><q:d n="2">u &lt;</q:d><d/>1</c></a>',
        ),
        (
            '<sqf:add match="b" node-type="attribute" target="y:n">1</sqf:add>',
            "<a><b/></a>",
            '<a><b xmlns:y="urn:x" y:n="1"/></a>',
        ),
        (
            '<sqf:add match="b" node-type="attribute" target="y:n">1</sqf:add>',
            '<a xmlns:y="urn:y"><b/></a>',
            '<a xmlns:y="urn:y"><b xmlns:y_="urn:x" y_:n="1"/></a>',
        ),
        (
            '<sqf:add node-type="comment" select="\'a &lt; b -- c-\'"/>',
            "<a/>",
            "<a><!--a < b - - c--></a>",
        ),
        (
            '<sqf:add node-type="pi" target="x" position="before" select="\'y?>\'"/>',
            "<a/>",
            "<?x y? >?><a/>",
        ),
        (
            '<sqf:add node-type="processing-instruction" target="x">y</sqf:add>',
            "<a/>",
            "<a><?x y?></a>",
        ),
        (
            (
                '<sqf:stringReplace regex="([0-9]+)[.]([0-9]+)(z)?" '
                "select=\"concat(regex-group(2), '-', regex-group(1), "
                'regex-group(3), regex-group(4))"/>'
            ),
            "<a>1.2 and 3.4</a>",
            "<a>2-1 and 4-3</a>",
        ),
        (
            '<sqf:stringReplace regex="[a-c]+" flags="i" select="upper-case(.)"/>',
            "<a>aBc xyz bc</a>",
            "<a>ABC xyz BC</a>",
        ),
        (
            '<sqf:stringReplace regex="t . u" flags="xs">v</sqf:stringReplace>',
            "<a>t\nu</a>",
            "<a>v</a>",
        ),
        (
            '<sqf:replace match="b"><c xmlns=""/></sqf:replace>',
            "<a><b/></a>",
            "<a><c/></a>",
        ),
        (
            '<sqf:stringReplace match="text()" regex="[Oo]ld">new</sqf:stringReplace>',
            "<a>old, Old, gold</a>",
            "<a>new, new, gnew</a>",
        ),
        (
            '<sqf:stringReplace match=".//text()" regex="o+">u</sqf:stringReplace>',
            "<a><b>o</b> foo <b/>bar o</a>",
            "<a><b>u</b> fu <b/>bar u</a>",
        ),
        (
            '<sqf:stringReplace regex="o+">u</sqf:stringReplace>',
            "<a>oo<b>o</b>&#111;o</a>",
            "<a>u<b>o</b>u</a>",
        ),
        (
            '<sqf:stringReplace match="@n" regex="\\s+" select="\'&amp;\'"/>',
            '<a n="x  y"/>',
            '<a n="x&amp;y"/>',
        ),
        (
            '<sqf:stringReplace match="b" regex="t"/>',
            "<a><b>xty</b></a>",
            "<a><b>xy</b></a>",
        ),
        (
            '<sqf:delete match="b"/><sqf:add node-type="attribute" target="n"/>',
            "<a><b/></a>",
            '<a n=""></a>',
        ),
        (
            '<let name="v" value="b * 2"/><sqf:replace match="b/text()" select="$v"/>',
            "<a><b>4</b></a>",
            "<a><b>8</b></a>",
        ),
    ],
)
def test_a_fix_does_what_it_says(
    book: Rulebook, action: str, before: str, after: str
) -> None:
    fixing(book, action)

    assert book.fixed(before) == [after]


@pytest.mark.parametrize(
    ("action", "document"),
    [
        ('<sqf:delete match="nothing"/>', "<a/>"),
        ('<sqf:delete match="/"/>', "<a/>"),
        ('<sqf:delete use-when="b"/>', "<a/>"),
        ('<sqf:add node-type="attribute" target="n">1</sqf:add>', '<a n="2"/>'),
        ('<sqf:add match="@n" node-type="attribute" target="m"/>', '<a n="2"/>'),
        ('<sqf:replace match="@n" target="m" select="1"/>', '<a n="2" m="3"/>'),
        ('<sqf:add position="before" node-type="element" target="b"/>', "<a/>"),
        ('<sqf:add position="after"><b/></sqf:add>', "<a/>"),
        ('<sqf:replace match="@n" node-type="element" target="n"/>', '<a n="1"/>'),
        ('<sqf:replace match="/" node-type="element" target="n"/>', "<a/>"),
        (
            '<sqf:stringReplace match="text()" regex="x">y</sqf:stringReplace>',
            "<a>t</a>",
        ),
        (
            '<sqf:stringReplace match="text()" regex="t">t</sqf:stringReplace>',
            "<a>t</a>",
        ),
        (
            '<sqf:stringReplace match="text()" regex="z*">y</sqf:stringReplace>',
            "<a>t</a>",
        ),
        (
            '<sqf:stringReplace match="b" regex="t">y</sqf:stringReplace>',
            "<a><b><c/></b>t</a>",
        ),
    ],
)
def test_what_would_change_nothing_is_not_offered(
    book: Rulebook, action: str, document: str
) -> None:
    fixing(book, action)

    (found,) = book.outcome(document).diagnostics
    assert found.fixes == ()


def test_a_fix_is_offered_where_its_condition_holds(book: Rulebook) -> None:
    fixing(book, '<sqf:delete match="b"/>', attributes=' use-when="@n"')

    assert book.fixed("<a><b/></a>") == []
    assert book.fixed('<a n=""><b/></a>') == ['<a n=""></a>']


@pytest.mark.parametrize(
    ("action", "attributes"),
    [
        ('<sqf:delete match="b"/>', ' use-when="string(xs:date(@n))"'),
        ('<sqf:delete match="b"/>', ' use-for-each="xs:date(@n)"'),
        ('<sqf:replace match="b" select="xs:date(../@n)"/>', ""),
    ],
)
def test_a_fix_without_a_value_is_not_offered_but_what_fails_is_told(
    book: Rulebook, action: str, attributes: str
) -> None:
    fixing(book, action, attributes=attributes)

    (found,) = book.outcome('<a n="x"><b/></a>').diagnostics
    assert (found.code, found.fixes) == ("CTC237", ())
    (found,) = book.outcome('<a n="2001-01-01"><b/></a>').diagnostics
    assert (found.code, len(found.fixes)) == ("CTC237", 1)


def test_the_context_node_is_meant_where_nothing_else_is(book: Rulebook) -> None:
    fixing(book, "<sqf:delete/>", context="b")
    assert book.fixed("<a><b/></a>") == ["<a></a>"]

    fixing(book, "<sqf:delete/>", context="text()")
    assert book.fixed("<a><b/>t</a>") == ["<a><b/></a>"]


@pytest.mark.parametrize(
    ("action", "title", "level"),
    [
        ('<sqf:add node-type="attribute" target="n"/>', "do it", Applicability.SAFE),
        ('<sqf:replace match="b"/>', "do it", Applicability.UNSAFE),
        ('<sqf:delete match="b"/>', "remove: do it", Applicability.UNSAFE),
    ],
)
def test_only_what_loses_nothing_is_safe_and_what_removes_says_so(
    book: Rulebook, action: str, title: str, level: Applicability
) -> None:
    fixing(book, action)

    (found,) = book.outcome("<a><b/></a>").diagnostics
    assert [(fix.title, fix.applicability) for fix in found.fixes] == [(title, level)]


@pytest.mark.parametrize(
    ("description", "title"),
    [
        (TITLE.format("Remove all b."), "Remove all b"),
        (TITLE.format('delete <value-of select="count(b)"/>'), "remove: delete 1"),
        (TITLE.format("remove " + "x" * 90), "remove " + "x" * 72 + "…"),
        ("<sqf:description><sqf:p>long</sqf:p></sqf:description>", "remove it"),
        ("", "remove it"),
    ],
)
def test_titles(book: Rulebook, description: str, title: str) -> None:
    book.rules(
        '<rule context="a"><assert test="c" sqf:fix="f">x</assert>'
        f'<sqf:fix id="f">{description}<sqf:delete match="b"/></sqf:fix></rule>'
    )

    (found,) = book.outcome("<a><b/></a>").diagnostics
    assert [fix.title for fix in found.fixes] == [title]


def test_a_fix_without_a_title_has_one(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><assert test="c" sqf:fix="f">x</assert>'
        '<sqf:fix id="f"><sqf:add node-type="element" target="c"/></sqf:fix></rule>'
    )

    (found,) = book.outcome("<a/>").diagnostics
    assert [fix.title for fix in found.fixes] == ["mend it as the schema says"]


def test_fixes_are_found_in_the_rule_the_pattern_and_the_schema(book: Rulebook) -> None:
    fix = (
        '<sqf:fix id="{}">' + TITLE.format("{}") + '<sqf:delete match="@n"/></sqf:fix>'
    )
    book.write(
        f"<sqf:fixes>{fix.format('f', 'schema')}{fix.format('g', 'g')}"
        f'<sqf:group id="all">{fix.format("h", "h")}{fix.format("i", "i")}</sqf:group>'
        "</sqf:fixes>"
        '<pattern><rule context="a"><assert test="x" sqf:fix="f">x</assert></rule>'
        f'<rule context="b"><assert test="x" sqf:fix="f">x</assert>'
        f"{fix.format('f', 'rule')}</rule><sqf:fixes>{fix.format('f', 'pattern')}"
        "</sqf:fixes></pattern>"
        '<pattern><rule context="*"><assert test="x" sqf:fix="all f g">x</assert>'
        "</rule></pattern>"
    )

    found = book.outcome('<a n=""><b n=""/><c n=""/></a>').diagnostics
    titles = [
        [fix.title.removeprefix("remove: ") for fix in one.fixes] for one in found
    ]
    everywhere = ["h", "i", "schema", "g"]
    assert titles == [["pattern"], ["rule"], everywhere]


def test_with_several_fixes_none_is_safe(book: Rulebook) -> None:
    fix = '<sqf:fix id="{0}"><sqf:add node-type="attribute" target="{0}"/></sqf:fix>'
    book.rules(
        '<rule context="a"><assert test="c" sqf:fix="f g">x</assert>'
        f"{fix.format('f')}{fix.format('g')}</rule>"
    )

    (found,) = book.outcome("<a/>").diagnostics
    assert {fix.applicability for fix in found.fixes} == {Applicability.UNSAFE}
    assert len(found.fixes) == 2


def test_the_default_stands_for_what_a_user_would_enter(book: Rulebook) -> None:
    fixing(
        book,
        """<sqf:user-entry name="n" default="concat('n', count(b))"/>"""
        '<sqf:add node-type="attribute" target="n" select="$n"/>',
    )
    (found,) = book.outcome("<a><b/></a>").diagnostics
    (fix,) = found.fixes
    assert mended("<a><b/></a>", fix) == '<a n="n1"><b/></a>'
    assert fix.applicability is Applicability.UNSAFE


def test_who_calls_a_fix_has_no_answers_for_it(book: Rulebook) -> None:
    book.write(
        f'<sqf:fixes><sqf:fix id="g">{TITLE.format("g")}<sqf:user-entry name="n" '
        'default="1"/><sqf:delete/></sqf:fix></sqf:fixes><pattern><rule context="a">'
        f'<assert test="@never" sqf:fix="f">x</assert><sqf:fix id="f">'
        '<sqf:call-fix ref="g"/></sqf:fix></rule></pattern>'
    )
    (remark,) = Schematron(str(book.path)).remarks
    assert remark.detail == "`user-entry` in a quick fix is not supported"


def test_a_fix_is_offered_once_for_each_item(book: Rulebook) -> None:
    book.write(
        '<pattern><rule context="a"><assert test="@never" sqf:fix="f">x</assert>'
        '<sqf:fix id="f" use-for-each="b, \'none\'"><sqf:description><sqf:title>take '
        '<value-of select="$sqf:current"/></sqf:title></sqf:description>'
        '<sqf:add node-type="attribute" target="n" select="$sqf:current"/></sqf:fix>'
        "</rule></pattern>"
    )
    document = "<a><b>1</b><b>2</b></a>"
    (found,) = book.outcome(document).diagnostics
    assert [(fix.title, mended(document, fix)) for fix in found.fixes] == [
        (f"take {one}", f'<a n="{one}"><b>1</b><b>2</b></a>')
        for one in ("1", "2", "none")
    ]


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("", ": this quick fix does nothing"),
        (
            '<sqf:user-entry name="n"/><sqf:delete match="$n"/>',
            "/sqf:user-entry: its attribute `default` is missing",
        ),
        (
            '<sqf:call-fix ref="g"/>',
            "/sqf:call-fix@ref: no quick fix has the id `g`",
        ),
        (
            '<sqf:call-fix ref="f"/>',
            "/sqf:call-fix: `call-fix` in a quick fix is not supported",
        ),
        (
            '<sqf:call-fix ref="f"><sqf:with-param name="p"/></sqf:call-fix>',
            "/sqf:call-fix/sqf:with-param@name: `f` has no parameter `p`",
        ),
        (
            '<sqf:call-fix ref="f"><sqf:user-entry name="p"/></sqf:call-fix>',
            (
                "/sqf:call-fix/sqf:user-entry: "
                "`user-entry` in a quick fix is not supported"
            ),
        ),
        (
            '<sqf:param name="p"/><sqf:delete/>',
            "/sqf:param: its attribute `default` is missing",
        ),
        (
            '<sqf:add node-type="attribute" target="{name()}"/>',
            "/sqf:add@target: `{name()}` is no name",
        ),
        (
            '<sqf:stringReplace regex="a" flags="iq"/>',
            "/sqf:stringReplace@flags: flags are `i`, `m`, `s` and `x`",
        ),
        (
            '<sqf:delete use-for-each="b"/>',
            (
                "/sqf:delete@use-for-each: "
                "`use-for-each` of a quick fix is not supported"
            ),
        ),
        (
            '<sqf:add><xsl:if test="b"/></sqf:add>',
            "/sqf:add/xsl:if: `if` in a quick fix is not supported",
        ),
        (
            '<sqf:replace><c xmlns=""><sqf:copy-of select="@n"/></c></sqf:replace>',
            (
                "/sqf:replace/c/sqf:copy-of@select: "
                "attributes are copied into what `target` names, not into markup"
            ),
        ),
        (
            "<sqf:add><sqf:keep/></sqf:add>",
            "/sqf:add/sqf:keep: its attribute `select` is missing",
        ),
        (
            '<sqf:add node-type="keep">c</sqf:add>',
            "/sqf:add@node-type: nodes of the type `keep` are not made",
        ),
        (
            '<sqf:add position="inside"/>',
            "/sqf:add@position: there is no position `inside`",
        ),
        (
            '<sqf:add node-type="element"/>',
            "/sqf:add: its attribute `target` is missing",
        ),
        (
            '<sqf:add node-type="element" target="z:b"/>',
            "/sqf:add@target: the prefix `z` is not declared",
        ),
        (
            "<sqf:stringReplace/>",
            "/sqf:stringReplace: its attribute `regex` is missing",
        ),
    ],
)
def test_a_fix_that_cannot_be_made_is_told_and_its_rule_counts(
    book: Rulebook, action: str, told: str
) -> None:
    fixing(book, action)

    assert book.messages("<a/>") == ["x"]
    assert book.troubles() == [f"rules.sch /*/*[2]/*/sqf:fix{told}"]
    unusable = book.outcome("<a/>").unusable
    assert unusable is not None
    assert unusable.is_of_parts


def test_a_pattern_that_is_none_and_a_fix_that_there_is_not_are_told(
    book: Rulebook,
) -> None:
    fixing(book, '<sqf:stringReplace regex="["/>')
    (trouble,) = book.troubles()
    assert trouble.startswith(
        "rules.sch /*/*[2]/*/sqf:fix/sqf:stringReplace@regex: this is no pattern: "
    )

    book.rules('<rule context="a"><assert test="b" sqf:fix="f">x</assert></rule>')
    (trouble,) = book.troubles()
    assert trouble.endswith("/process}fix: no quick fix has the id `f`")


def test_a_fix_does_what_the_one_that_it_calls_does(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><assert test="@never" sqf:fix="f">x</assert>'
        f'<sqf:fix id="f">{TITLE.format("both")}<sqf:call-fix ref="g"/>'
        '<sqf:add node-type="attribute" target="n">1</sqf:add></sqf:fix>'
        f'<sqf:fix id="g">{TITLE.format("one")}<let name="v" value="b"/>'
        '<sqf:delete match="$v"/></sqf:fix></rule>'
    )

    assert book.fixed("<a><b/>t</a>") == ['<a n="1">t</a>']


def test_a_group_outside_of_a_replacement_is_nothing(book: Rulebook) -> None:
    book.rules('<rule context="a"><assert test="regex-group(1)">x</assert></rule>')

    assert book.messages("<a/>") == ["x"]
