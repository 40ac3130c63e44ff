"""What the rules of a Schematron schema say, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rulebook import XS, Rulebook

from ctct_lint.schematron.steps import Step

if TYPE_CHECKING:
    from elementpath.xpath_nodes import XPathNode


ONE = '<rule context="a"><assert test="false()">{}</assert></rule>'


def test_an_assert_fails_where_it_is_false(book: Rulebook) -> None:
    book.rules('<rule context="b"><assert test="@n">no n</assert></rule>')

    assert book.said('<a><b/><b n="1"/></a>') == ["1:5-1:6 error no n"]


def test_a_report_fails_where_it_is_true(book: Rulebook) -> None:
    book.rules('<rule context="b"><report test="@n">an n</report></rule>')

    assert book.said('<a><b/><b n="1"/></a>') == ["1:9-1:10 error an n"]


@pytest.mark.parametrize(
    ("context", "found"),
    [
        ("/", ["1:2-1:3"]),
        ("/a", ["1:2-1:3"]),
        ("/b", []),
        ("a", ["1:2-1:3"]),
        ("b", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("(b)", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("//b", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("a/b", ["1:5-1:6", "1:26-1:27"]),
        ("/a/b", ["1:5-1:6", "1:26-1:27"]),
        ("/b/a", []),
        ("a//b", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("c//b", ["1:18-1:19"]),
        ("/a//b", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("a/child::b", ["1:5-1:6", "1:26-1:27"]),
        ("c/b", ["1:18-1:19"]),
        ("b | c", ["1:5-1:6", "1:15-1:16", "1:18-1:19", "1:26-1:27"]),
        ("b | b[@n]", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("*", ["1:2-1:3", "1:5-1:6", "1:15-1:16", "1:18-1:19", "1:26-1:27"]),
        ("a/*", ["1:5-1:6", "1:15-1:16", "1:26-1:27"]),
        ("b[@n]", ["1:5-1:6"]),
        ("b[@n = '1']", ["1:5-1:6"]),
        ("a[c]/b", ["1:5-1:6", "1:26-1:27"]),
        ("a[d]/b", []),
        ("b[not(@n)]", ["1:18-1:19", "1:26-1:27"]),
        ("b[@n and @n = 1]", ["1:5-1:6"]),
        ("a/b[1]", ["1:5-1:6"]),
        ("b[1]", ["1:5-1:6", "1:18-1:19"]),
        ("b[2]", ["1:26-1:27"]),
        ("a/b[last()]", ["1:26-1:27"]),
        ("b[position() > 1]", ["1:26-1:27"]),
        ("b[@n][1]", ["1:5-1:6"]),
        ("b[1][@n]", ["1:5-1:6"]),
        ("*[2]", ["1:15-1:16"]),
        ("*[3][self::b]", ["1:26-1:27"]),
        ("b[count(preceding-sibling::*)]", ["1:26-1:27"]),
        ("b[count(preceding-sibling::*) + 1]", ["1:5-1:6", "1:18-1:19"]),
        ("@n", ["1:10-1:11"]),
        ("b/@n", ["1:10-1:11"]),
        ("attribute::n", ["1:10-1:11"]),
        ("@*", ["1:10-1:11"]),
        ("c/@n", []),
        ("text()", ["1:28-1:29"]),
        ("b/text()", ["1:28-1:29"]),
        ("c/text()", []),
        ("b[text()]", ["1:26-1:27"]),
        ("a/descendant::b", ["1:5-1:6", "1:18-1:19", "1:26-1:27"]),
        ("c/following-sibling::b", ["1:26-1:27"]),
        ("x", []),
    ],
)
@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_a_context_says_which_nodes(
    book: Rulebook, context: str, found: list[str], binding: str
) -> None:
    book.rules(
        f'<rule context="{context}"><assert test="false()">x</assert></rule>', binding
    )

    said = book.said('<a><b n="1"/><c><b/></c><b>t</b></a>')
    assert [line.split()[0] for line in said] == found


def test_of_a_pattern_s_rules_the_first_that_applies_counts(book: Rulebook) -> None:
    book.write(
        '<pattern><rule context="b[@n]"><assert test="false()">one</assert></rule>'
        '<rule context="b"><assert test="false()">two</assert></rule></pattern>'
        '<pattern><rule context="b"><assert test="false()">three</assert></rule>'
        "</pattern>"
    )

    assert book.messages('<a><b n="1"/></a>') == ["one", "three"]
    assert book.messages("<a><b/></a>") == ["three", "two"]


def test_a_pattern_of_many_steps_is_matched_once_at_each_node(
    book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not along each way that leads upwards to it."""
    looked_at: list[XPathNode] = []
    is_of = Step.is_of

    def counted(step: Step, node: XPathNode) -> bool:
        looked_at.append(node)
        return is_of(step, node)

    monkeypatch.setattr(Step, "is_of", counted)
    book.rules('<rule context="z//a//a//a//b"><assert test="false()">x</assert></rule>')

    assert book.said(f"{'<a>' * 50}<b/>{'</a>' * 50}") == []
    assert len(looked_at) < 4 * 52


def test_a_rule_without_checks_takes_its_nodes_as_well(book: Rulebook) -> None:
    book.rules(
        '<rule context="b"/><rule context="*"><assert test="b">x</assert></rule>'
    )

    assert book.said("<a><b/></a>") == []


@pytest.mark.parametrize(
    ("attributes", "severity"),
    [
        ("", "error"),
        (' role="fatal"', "error"),
        (' role="error"', "error"),
        (' role="ERROR "', "error"),
        (' role="warn"', "warning"),
        (' role="Warning"', "warning"),
        (' flag="warning"', "warning"),
        (' role="note" flag="warning"', "warning"),
        (' role="info"', "info"),
        (' flag="information"', "info"),
        (' role="hint"', "hint"),
        (' role="anything"', "error"),
        (' role="error" flag="warning"', "error"),
    ],
)
def test_role_and_flag_say_how_bad_it_is(
    book: Rulebook, attributes: str, severity: str
) -> None:
    book.rules(
        f'<rule context="a"><assert{attributes} test="b">x</assert></rule>'
        f'<rule context="c"{attributes}><assert test="b">x</assert></rule>'
    )

    assert book.said("<a/>") == [f"1:2-1:3 {severity} x"]
    assert book.said("<c/>") == [f"1:2-1:3 {severity} x"]


def test_that_of_the_check_counts_for_more_than_its_rule_s(book: Rulebook) -> None:
    book.rules(
        '<rule context="a" role="error"><assert role="info" test="b">x</assert></rule>'
    )

    assert book.said("<a/>") == ["1:2-1:3 info x"]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("  two \n  words  ", "two words"),
        ('n is <value-of select="@n"/>!', "n is 1!"),
        ('<value-of select="count(b)"/> and <value-of select="1 div 2"/>', "2 and 0.5"),
        ("<name/> is wrong", "x:a is wrong"),
        ('<name path="*[1]"/> and <name path="@n"/>', "b and n"),
        ('<name path="name(b[2])"/>', "b"),
        ('<name path="nothing"/>.', "."),
        (
            "<emph>very</emph> <span>wrong <dir>in</dir></span> deed",
            "very wrong in deed",
        ),
        ('<span>n=<value-of select="@n"/></span>', "n=1"),
        ('[<value-of select="nothing"/>]', "[]"),
        ('<value-of select="b/@m"/>', "3 4"),
        ('<name path="@y:m"/>', "x:m"),
        ('<name path="/"/>.', "."),
        ("", "`false()` must hold"),
        ("<!-- nothing --> ", "`false()` must hold"),
    ],
)
def test_a_message_is_filled_in(book: Rulebook, message: str, said: str) -> None:
    book.write(
        '<ns prefix="y" uri="urn:x"/><pattern><rule context="y:a">'
        f'<assert test="false()">{message}</assert></rule></pattern>'
    )

    document = '<x:a xmlns:x="urn:x" n="1" x:m=""><b m="3"/><b m="4"/></x:a>'
    assert book.messages(document) == [said]


def test_in_xpath_1_a_value_is_that_of_the_first_node(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><report test="true()">'
        '<value-of select="b"/> <value-of select="1.0"/></report></rule>',
        "xslt",
    )

    assert book.messages("<a><b>1</b><b>2</b></a>") == ["1 1"]


def test_a_report_without_words_says_what_it_is(book: Rulebook) -> None:
    book.rules('<rule context="a"><report test="b  or c"/></rule>')

    assert book.messages("<a><b/></a>") == ["`b or c` holds, but must not"]


def test_a_long_message_is_cut_between_words_and_whole_in_the_notes(
    book: Rulebook,
) -> None:
    words = " ".join(["word"] * 30)
    book.rules(ONE.format(words))

    (found,) = book.outcome("<a/>").diagnostics
    assert found.message == " ".join(["word"] * 17) + " word…"
    assert found.notes == (words, "test: `false()`")


def test_a_long_word_is_cut_anywhere(book: Rulebook) -> None:
    book.rules(ONE.format("w" * 100))

    assert book.messages("<a/>") == ["w" * 89 + "…"]


def test_ids_the_test_and_see_are_notes_and_diagnostics_are_help(
    book: Rulebook,
) -> None:
    book.write(
        '<pattern><rule context="a" id="R" see="http://example.org/r">'
        '<assert id="A" test="@n" diagnostics="d1 d2">x</assert>'
        '<assert test="@m" see="http://example.org/m" properties="p">y</assert>'
        "</rule></pattern><diagnostics>"
        '<diagnostic id="d1">write <name/> with n</diagnostic>'
        '<diagnostic id="d2"> </diagnostic></diagnostics>'
    )

    first, second = book.outcome("<a/>").diagnostics
    assert first.help == ("write a with n",)
    assert first.notes == ("test of `A` of rule `R`: `@n`", "see http://example.org/r")
    assert second.help == ()
    assert second.notes == ("test of rule `R`: `@m`", "see http://example.org/m")


def test_what_fails_is_told_also_where_its_words_have_no_value(book: Rulebook) -> None:
    book.write(
        f'{XS}<pattern><rule context="a"><let name="d" value="xs:date(@d)"/>'
        '<assert test="@n" diagnostics="d1 d2">no n on <value-of select="xs:date(@d)"/>'
        ' <name path="xs:time(@d)"/></assert></rule></pattern><diagnostics>'
        '<diagnostic id="d1">write n</diagnostic>'
        '<diagnostic id="d2"><value-of select="$d"/></diagnostic></diagnostics>'
    )

    (found,) = book.outcome('<a d="soon"/>').diagnostics
    assert (found.code, found.message, found.help) == (
        "CTC237",
        "no n on … …",
        ("write n",),
    )
    assert found.notes == (
        "test: `@n`",
        "`xs:date(@d)` has no value: invalid datetime string `soon`",
        "`xs:time(@d)` has no value: invalid datetime string `soon`",
    )


@pytest.mark.parametrize(
    ("subject", "where"),
    [
        ("b", "1:11-1:12"),
        ("@n", "1:7-1:8"),
        ("b/text()", "1:13-1:14"),
        ("nothing", "1:2-1:3"),
        ("..", "1:2-1:3"),
        ("count(b)", "1:2-1:3"),
        ("xs:date(b)", "1:2-1:3"),
    ],
)
def test_a_subject_is_what_is_meant(book: Rulebook, subject: str, where: str) -> None:
    given = f'subject="{subject}"'
    rule = f'<rule context="a"><assert {given} test="@m">x</assert></rule>'
    book.write(f"{XS}<pattern>{rule}</pattern>")
    of_check = book.said('<a n="1"><b>t</b></a>')
    book.rules(f'<rule context="a" {given}><assert test="@m">x</assert></rule>')

    assert of_check == book.said('<a n="1"><b>t</b></a>') == [f"{where} error x"]


def test_of_a_namespace_its_element_is_meant(
    book: Rulebook,
) -> None:
    book.rules(
        """<rule context="namespace::*[. = 'urn:n']"><report test="true()">"""
        '<name/> <value-of select="."/></report></rule>'
    )

    assert book.said('<a><b xmlns:n="urn:n"/></a>') == ["1:5-1:6 error n urn:n"]


def test_a_context_that_is_no_node_applies_to_none(book: Rulebook) -> None:
    book.rules('<rule context="xs:string(.)"><assert test="b">x</assert></rule>')

    assert book.said("<a/>") == []


def test_a_text_between_children_has_its_own_place(book: Rulebook) -> None:
    book.rules('<rule context="text()"><assert test="false()">x</assert></rule>')

    assert book.said("<a>t<b/> u </a>") == ["1:4-1:5 error x", "1:10-1:11 error x"]


def test_namespaces_are_those_of_the_schema(book: Rulebook) -> None:
    book.write(
        '<ns prefix="p" uri="urn:x"/><pattern>'
        '<rule context="p:*/@p:n"><report test="true()">any</report></rule>'
        '<rule context="p:a"><report test="p:b">p:b</report></rule>'
        '<rule context="*:b"><report test="true()">b</report></rule></pattern>'
    )

    document = '<a xmlns="urn:x" xmlns:q="urn:x" q:n="1"><b/></a>'
    assert book.messages(document) == ["p:b", "any", "b"]


def test_current_is_the_node_of_the_rule(book: Rulebook) -> None:
    book.rules(
        '<rule context="b"><assert test="../c[@n = current()/@n]">none</assert>'
        '<report test="current()[@n = 3]">three</report></rule>',
        "xslt",
    )

    document = '<a><b n="1"/><b n="2"/><b n="3"/><c n="1"/><c n="3"/></a>'
    assert book.said(document) == ["1:15-1:16 error none", "1:25-1:26 error three"]


def test_generate_id_tells_nodes_from_each_other(book: Rulebook) -> None:
    book.rules(
        '<rule context="b"><assert test="generate-id() = generate-id(../b[1])">x'
        '</assert><assert test="generate-id(nothing) = &quot;&quot;">y</assert></rule>',
        "xslt",
    )

    assert book.said("<a><b/><b/></a>") == ["1:9-1:10 error x"]


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("c", "2 before, 3 behind"),
        ("c/@n", "2 before, 4 behind"),
        ("c/text()", "2 before, 4 behind"),
        ("d", "2 before, 3 behind"),
    ],
)
def test_what_stands_before_and_behind_any_node(
    book: Rulebook, context: str, said: str
) -> None:
    book.rules(
        f'<rule context="{context}"><report test="true()">'
        '<value-of select="count(preceding::*)"/> before, '
        '<value-of select="count(following::*)"/> behind</report></rule>'
    )

    document = '<a><b><e/></b><c n="1">t<d/></c><f><g/></f><h/></a>'
    assert book.messages(document) == [said]


def test_what_a_comment_suppresses_is_not_said(book: Rulebook) -> None:
    book.rules('<rule context="b"><assert test="@n">x</assert></rule>')

    document = "<a>\n<!-- ctct-lint: ignore[CTC237] known -->\n<b/>\n<b/>\n</a>"
    assert book.said(document) == ["4:2-4:3 error x"]
