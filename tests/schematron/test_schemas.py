"""What a Schematron schema consists of, and why one cannot be used."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from lxml import etree
from rulebook import Rulebook

from ctct_lint.profiles.description import Description
from ctct_lint.profiles.xsd import of_description
from ctct_lint.schematron.schematron import Schematron

FAILS = '<assert test="false()">{}</assert>'
HEAD = '<{} xmlns="http://purl.oclc.org/dsdl/schematron"{}>{}</{}>'


def part(book: Rulebook, name: str, element: str, content: str, more: str = "") -> None:
    """Write another file of the schema, with an element as its root."""
    path = book.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD.format(element, more, content, element), "utf-8")


def test_variables_are_known_from_where_they_are_declared(book: Rulebook) -> None:
    book.write(
        '<let name="one" value="1"/><let name="two" value="$one + 1"/>'
        '<pattern><let name="all" value="//b"/>'
        '<rule context="a"><let name="n" value="count($all)"/>'
        '<let name="m" value="$n * $two"/>'
        '<assert test="$m = 0">m=<value-of select="$m"/></assert></rule></pattern>'
        '<pattern><let name="all" value="//c"/>'
        '<rule context="a"><report test="$all">c</report></rule></pattern>'
    )

    assert book.messages("<a><b/><b/><c/></a>") == ["c", "m=4"]


def test_variables_of_the_expression_itself_are_its_own(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><assert test="every $x in b, $y in c satisfies $x = $y">1'
        '</assert><assert test="count(for $x in b return $x) = 1">2</assert>'
        "<assert test=\"some $x in b satisfies $x = 'z'\">3</assert></rule>"
    )

    assert book.messages("<a><b>1</b><b>2</b><c>1</c></a>") == ["1", "2", "3"]


PHASES = (
    '<phase id="one"><let name="x" value="1"/><active pattern="p1"/></phase>'
    '<phase id="both"><active pattern="p1"/><active pattern="p2"/></phase>'
    f'<pattern id="p1"><rule context="a">{FAILS.format("p1")}</rule></pattern>'
    f'<pattern id="p2"><rule context="a">{FAILS.format("p2")}</rule></pattern>'
    f'<pattern><rule context="a">{FAILS.format("p3")}</rule></pattern>'
)


@pytest.mark.parametrize(
    ("default", "phase", "said"),
    [
        ("", "", ["p1", "p2", "p3"]),
        ("", "one", ["p1"]),
        ("", "both", ["p1", "p2"]),
        ('defaultPhase="one"', "", ["p1"]),
        ('defaultPhase="one"', "#DEFAULT", ["p1"]),
        ('defaultPhase="one"', "#ALL", ["p1", "p2", "p3"]),
        ('defaultPhase="one"', "both", ["p1", "p2"]),
        ('defaultPhase="#ALL"', "", ["p1", "p2", "p3"]),
    ],
)
def test_a_phase_says_which_patterns_count(
    tmp_path: Path, default: str, phase: str, said: list[str]
) -> None:
    book = Rulebook(tmp_path, phase).write(PHASES, attributes=default)

    assert book.messages("<a/>") == said


def test_a_phase_has_variables_of_its_own(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "p").write(
        '<phase id="p"><let name="least" value="3"/><active pattern="p1"/></phase>'
        '<pattern id="p1"><rule context="a"><assert test="@n >= $least">x</assert>'
        "</rule></pattern>"
    )

    assert book.messages('<a n="2"/>') == ["x"]
    assert book.messages('<a n="3"/>') == []


def test_a_phase_that_there_is_not_is_told(tmp_path: Path) -> None:
    asked = Rulebook(tmp_path, "three").write(PHASES)
    assert asked.troubles() == [
        "rules.sch /*: the profile's `phase` is `three`, but none has this id"
    ]

    default = Rulebook(tmp_path).write(PHASES, attributes='defaultPhase="three"')
    assert default.troubles() == [
        "rules.sch /*@defaultPhase: no phase has the id `three`"
    ]


def test_an_abstract_pattern_is_filled_in_by_those_that_are_one(book: Rulebook) -> None:
    book.write(
        '<pattern abstract="true" id="table">'
        '<param name="most" value="2"/><param name="needed"/>'
        '<let name="here" value="\'$row\'"/>'
        '<rule context="$table" id="$table">'
        '<assert test="$row and count($row) &lt;= $most" diagnostics="d">'
        '<name/>: <value-of select="count($row)"/> of <value-of select="$here"/>'
        "</assert></rule></pattern>"
        '<pattern is-a="table"><param name="table" value="table"/>'
        '<param name="row" value="tr"/></pattern>'
        '<pattern is-a="table"><param name="table" value="list"/>'
        '<param name="row" value="item"/><param name="most" value="1"/></pattern>'
        '<diagnostics><diagnostic id="d">not <value-of select="count($row)"/>'
        "</diagnostic></diagnostics>"
    )

    document = "<a><table><tr/><tr/><tr/></table><list><item/><item/></list></a>"
    found = book.outcome(document).diagnostics
    assert [(one.message, one.help) for one in found] == [
        ("table: 3 of tr", ("not 3",)),
        ("list: 2 of item", ("not 2",)),
    ]


def test_a_rule_takes_over_what_it_extends(book: Rulebook) -> None:
    book.write(
        '<pattern><rule abstract="true" id="named"><let name="n" value="@name"/>'
        '<assert test="$n">no name</assert></rule>'
        '<rule abstract="true" id="both"><extends rule="named"/>'
        '<assert test="@id">no id</assert></rule>'
        '<rule context="a"><extends rule="named"/></rule>'
        '<rule context="b"><extends rule="both"/><assert test="c">no c</assert></rule>'
        '</pattern><pattern><rule context="d"><extends rule="named"/></rule></pattern>'
        '<rules><rule abstract="true" id="top"><assert test="x">no x</assert></rule>'
        '</rules><pattern><rule context="e"><extends rule="top"/></rule></pattern>'
    )

    assert book.messages("<a><b/><d/><e/></a>") == [
        "no name",
        "no c",
        "no id",
        "no name",
        "no name",
        "no x",
    ]


def test_an_abstract_rule_of_a_pattern_has_its_parameters(book: Rulebook) -> None:
    book.write(
        '<pattern abstract="true" id="p"><rule abstract="true" id="r">'
        '<assert test="$n">no n</assert></rule>'
        '<rule context="a"><extends rule="r"/></rule></pattern>'
        '<pattern is-a="p"><param name="n" value="@m"/></pattern>'
    )

    assert book.messages("<a/>") == ["no n"]
    assert book.messages('<a m=""/>') == []


def test_an_include_stands_for_the_element_of_another_file(book: Rulebook) -> None:
    part(book, "more/pattern.sch", "pattern", '<include href="rule.sch"/>')
    part(book, "more/rule.sch", "rule", FAILS.format("of a file"), ' context="a"')
    part(
        book,
        "library.sch",
        "schema",
        f'<pattern id="x"/><pattern id="y"><rule context="a">{FAILS.format("y")}'
        "</rule></pattern>",
    )
    book.write('<include href="more/pattern.sch"/><include href="library.sch#y"/>')

    assert book.messages("<a/>") == ["of a file", "y"]


def test_extends_with_a_place_stands_for_the_children_there(book: Rulebook) -> None:
    part(book, "rule.sch", "rule", FAILS.format("shared"), ' context="x"')
    book.rules('<rule context="a"><extends href="rule.sch"/></rule>')

    assert book.messages("<a/>") == ["shared"]


def test_faults_in_included_files_are_told_there(book: Rulebook) -> None:
    part(book, "rule.sch", "rule", '<assert test="f()"/>', ' context="a"')
    book.write(
        '<pattern><include href="rule.sch"/></pattern>'
        '<pattern><include href="none.sch"/><include href="../rules.sch"/>'
        '<include href="http://localhost:1/rules.sch"/>'
        '<include href="rule.sch#none"/><include href="rule.sch"/>'
        '<include href="ill.sch"/></pattern><include href="rules.sch"/>'
    )
    (book.folder / "ill.sch").write_text("<a>", "utf-8")
    (book.folder.parent / "rules.sch").write_text("<a/>", "utf-8")

    assert book.troubles() == [
        "rules.sch /*: `schema` has no meaning in a `schema`",
        "rules.sch /*/*[2]/*[1]@href: no such file or directory",
        "rules.sch /*/*[2]/*[2]@href: it is outside of the schema's folder",
        (
            "rules.sch /*/*[2]/*[3]@href: no local file stands for it: "
            "a catalog can say which"
        ),
        "rules.sch /*/*[2]/*[4]@href: no element there has the id `none`",
        "ill.sch : ill-formed",
        "rule.sch /*/*@test: the function `f` is not known",
    ]


def test_what_includes_itself_is_told(book: Rulebook) -> None:
    part(book, "rule.sch", "rule", '<extends href="rule.sch"/>', ' context="a"')
    book.write('<pattern><include href="rule.sch"/></pattern>')

    assert book.troubles() == ["rule.sch /*/*@href: it leads back to itself"]


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("b[", "unexpected end of source"),
        ("b = ", "unexpected end of source"),
        ("x:b", "prefix `x` is not declared"),
        ("f(b)", "the function `f` is not known"),
        ("key('k', b)", "no `xsl:key` has the name `k`"),
        ("document('x.xml')", "`x.xml` cannot be opened: no such file or directory"),
        ("doc('../x.xml')", "`../x.xml` cannot be opened: it is outside of the "),
        ("document('http://x.org/x')", "`http://x.org/x` cannot be opened: no local "),
        ("document(@href)", "`document()` opens only a file whose name is written th"),
        ("document('x.xml', b)", "`document()` opens only a file whose name is writ"),
        ("document('')", "`document()` opens only a file whose name is written there"),
        ("doc-available('x')", "`doc-available()` is not possible: nothing is opened"),
        ("b ! c", 'this is XPath 3: it needs queryBinding="xslt3"'),
        ("filter(b, exists#1)", 'this is XPath 3: it needs queryBinding="xslt3"'),
        ("$x", "no `let` declares the variable `$x`"),
        (
            "$x = 1 and (some $y in b satisfies $y)",
            "no `let` declares the variable `$x`",
        ),
        ("(" * 2000, "RecursionError: maximum recursion depth exceeded"),
        ("string-length(1, 2, 3)", "Too many arguments: expected at most 1 argument"),
        ("", "source is empty"),
    ],
)
def test_what_cannot_be_evaluated_is_told_at_its_place(
    book: Rulebook, test: str, why: str
) -> None:
    book.rules(f'<rule context="a"><assert test="{test}">x</assert></rule>')

    (trouble,) = book.troubles()
    assert trouble.startswith(f"rules.sch /*/*/*/*@test: {why}")


def test_a_check_that_cannot_be_evaluated_leaves_the_others(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><assert test="g()">c</assert>'
        '<assert test="b">no <value-of select="f(.)"/>b</assert></rule>'
    )

    assert book.messages("<a/>") == ["no b"]
    assert book.troubles() == [
        "rules.sch /*/*/*/*[1]@test: the function `g` is not known",
        "rules.sch /*/*/*/*[2]/*@select: the function `f` is not known",
    ]
    said = book.outcome("<a/>").unusable
    assert said is not None
    assert said.checked == "without some of its rules"


def test_a_context_that_cannot_be_evaluated_leaves_nothing(book: Rulebook) -> None:
    book.rules(
        '<rule context="f(.)"><assert test="c">c</assert></rule>'
        '<rule context="a"><assert test="b">b</assert></rule>'
    )

    assert book.messages("<a/>") == []
    assert len(book.troubles()) == 1


@pytest.mark.parametrize(
    ("test", "written"),
    [
        ("exists(b)", "exists()"),
        ("matches(b, 'c')", "matches()"),
        ("if (b) then c else d", "if"),
        ("b eq c", "eq"),
        ("some $x in b satisfies $x", "some"),
        ("xs:date(b)", "date()"),
        ("current-date() = b", "current-date()"),
    ],
)
def test_what_xpath_1_does_not_have_needs_another_binding(
    book: Rulebook, test: str, written: str
) -> None:
    rule = f'<rule context="a"><assert test="{test}">x</assert></rule>'
    why = f'`{written}` is XPath 2.0: it needs queryBinding="xslt2"'

    assert book.rules(rule, "xslt").troubles() == [f"rules.sch /*/*/*/*@test: {why}"]
    assert book.rules(rule, "xslt2").troubles() == []


@pytest.mark.parametrize("binding", ["xslt", "xpath", "xslt2", "xpath2", "XSLT2 "])
def test_bindings_that_are_known(book: Rulebook, binding: str) -> None:
    book.rules(f'<rule context="a">{FAILS.format("x")}</rule>', binding)

    assert book.messages("<a/>") == ["x"]


def test_without_a_binding_it_is_xpath_1(book: Rulebook) -> None:
    content = '<pattern><rule context="a"><assert test="exists(b)"/></rule></pattern>'
    book.path.write_text(HEAD.format("schema", "", content, "schema"), "utf-8")

    (trouble,) = book.troubles()
    assert trouble.endswith('it needs queryBinding="xslt2"')


@pytest.mark.parametrize("binding", ["xslt4", "xquery", "exslt", "stx"])
def test_a_binding_that_is_not_known_is_told(book: Rulebook, binding: str) -> None:
    book.rules("", binding)

    assert book.troubles() == [
        (
            f"rules.sch /*@queryBinding: `{binding}` is no query binding that can be "
            "evaluated; these can: `xslt`, `xslt1`, `xpath`, `xslt2`, `xpath2`, "
            "`xslt3`, `xpath3`, `xpath31`"
        )
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<pattern><rule/></pattern>", "/*/*/*: its attribute `context` is missing"),
        (
            '<pattern><rule context="a"><assert/></rule></pattern>',
            "/*/*/*/*: its attribute `test` is missing",
        ),
        (
            '<pattern><rule context="a["/></pattern>',
            "/*/*/*@context: unexpected end of source",
        ),
        ('<let name="x"/>', "/*/*: its attribute `value` is missing"),
        ('<let name="x" value="("/>', "/*/*@value: unexpected end of source"),
        ('<ns uri="x"/>', "/*/*: its attribute `prefix` is missing"),
        ('<ns prefix="x"/>', "/*/*: its attribute `uri` is missing"),
        ('<pattern is-a="p"/>', "/*/*@is-a: no abstract pattern is `p`"),
        (
            '<pattern is-a="p"/><pattern id="p"/>',
            "/*/*[1]@is-a: no abstract pattern is `p`",
        ),
        (
            '<pattern documents="x"/>',
            "/*/*@documents: other documents cannot be checked",
        ),
        (
            '<pattern><rule context="a"><extends rule="r"/></rule></pattern>',
            "/*/*/*/*@rule: no abstract rule has the id `r`",
        ),
        (
            (
                '<pattern><rule abstract="true" id="r"><extends rule="r"/></rule>'
                '<rule context="a"><extends rule="r"/></rule></pattern>'
            ),
            "/*/*/*[1]/*@rule: it leads back to itself",
        ),
        (
            (
                '<pattern><rule context="a"><assert test="b" diagnostics="d"/></rule>'
                "</pattern>"
            ),
            "/*/*/*/*@diagnostics: no `diagnostic` has the id `d`",
        ),
        (
            (
                '<pattern><rule context="a"><assert test="b" subject="("/></rule>'
                "</pattern>"
            ),
            "/*/*/*/*@subject: unexpected end of source",
        ),
        (
            (
                '<pattern><rule context="a"><assert test="b"><value-of/></assert>'
                "</rule></pattern>"
            ),
            "/*/*/*/*/*: its attribute `select` is missing",
        ),
        (
            (
                '<pattern><rule context="a"><assert test="b"><name path="("/></assert>'
                "</rule></pattern>"
            ),
            "/*/*/*/*/*@path: unexpected end of source",
        ),
    ],
)
def test_a_schema_that_breaks_a_rule_of_schematron_is_told(
    book: Rulebook, content: str, told: str
) -> None:
    assert book.write(content).troubles() == [f"rules.sch {told}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "<schema/>",
            "it is not in the namespace `http://purl.oclc.org/dsdl/schematron`",
        ),
        (
            '<schema xmlns="http://www.ascc.net/xml/schematron"/>',
            "it is not in the namespace `http://purl.oclc.org/dsdl/schematron`",
        ),
        (
            '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>',
            "it is no `schema` of ISO Schematron",
        ),
        ('<x:stylesheet xmlns:x="urn:x"/>', "it is no `schema` of ISO Schematron"),
        (
            HEAD.format("pattern", "", "", "pattern"),
            "it is no `schema` of ISO Schematron",
        ),
    ],
)
def test_what_is_no_schematron_is_told(book: Rulebook, text: str, told: str) -> None:
    book.path.write_text(text, "utf-8")

    (trouble,) = book.troubles()
    assert trouble.endswith(f": {told}")


def test_a_file_that_is_no_xml_or_not_there_is_told(book: Rulebook) -> None:
    assert book.troubles() == ["rules.sch : no such file or directory"]
    book.path.write_text("<schema>", "utf-8")
    assert book.troubles() == ["rules.sch : ill-formed"]


def test_no_entity_of_another_file_is_expanded(book: Rulebook) -> None:
    (book.folder / "secret").write_text("false()")
    book.path.write_text(
        '<!DOCTYPE schema [<!ENTITY e SYSTEM "secret">]>'
        + HEAD.format("schema", "", "<title>&e;</title>", "schema"),
        "utf-8",
    )

    assert book.troubles() == ["rules.sch : ill-formed"]


def test_one_expression_that_is_wrong_is_told_once_for_all_who_are_one(
    book: Rulebook,
) -> None:
    book.write(
        '<pattern abstract="true" id="p"><rule context="$c"><assert test="f()"/></rule>'
        '</pattern><pattern is-a="p"><param name="c" value="a"/></pattern>'
        '<pattern is-a="p"><param name="c" value="b"/></pattern>'
    )

    assert book.troubles() == [
        "rules.sch /*/*[1]/*/*@test: the function `f` is not known"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            (
                '<pattern><rule context="a"><assert id="A" test="xs:date(@d) lt '
                'current-date()">x</assert><assert test="b">b</assert></rule>'
                "</pattern>"
            ),
            [
                "1:2-1:3 error `xs:date(@d) lt current-date()` cannot be tested here",
                "1:2-1:3 error b",
            ],
        ),
        (
            (
                '<pattern><rule context="a"><let name="d" value="xs:date(@d)"/>'
                '<assert test="$d">x</assert></rule></pattern>'
            ),
            ["1:2-1:3 error `xs:date(@d)` cannot be tested here"],
        ),
        (
            (
                '<pattern><let name="d" value="xs:date(/a/@d)"/><rule context="a">'
                '<assert test="$d">x</assert></rule></pattern>'
                '<pattern><rule context="a"><assert test="b">b</assert></rule>'
                "</pattern>"
            ),
            [
                "1:2-1:3 error `xs:date(/a/@d)` cannot be tested here",
                "1:2-1:3 error b",
            ],
        ),
        (
            (
                '<let name="d" value="xs:date(/a/@d)"/><pattern><rule context="a">'
                '<assert test="$d">x</assert></rule></pattern>'
            ),
            ["1:2-1:3 error `xs:date(/a/@d)` cannot be tested here"],
        ),
        (
            (
                '<pattern><rule context="a[xs:date(@d)]"><assert test="b">x</assert>'
                '</rule><rule context="a"><assert test="c">c</assert></rule></pattern>'
            ),
            # A pattern that has no value at a node does not match it.
            ["1:2-1:3 error c"],
        ),
        (
            (
                '<pattern><let name="d" value="xs:date(/a/@d)"/><rule context="a[$d]">'
                '<assert test="b">x</assert></rule><rule context="a">'
                '<assert test="c">c</assert></rule></pattern>'
            ),
            ["1:2-1:3 error `xs:date(/a/@d)` cannot be tested here", "1:2-1:3 error c"],
        ),
        (
            (
                '<pattern><rule context="a"><assert test="b">'
                '<value-of select="xs:date(@d)"/></assert></rule></pattern>'
            ),
            ["1:2-1:3 error `b` must hold"],
        ),
    ],
)
def test_what_has_no_value_in_a_document_is_told_there(
    book: Rulebook, content: str, said: list[str]
) -> None:
    assert sorted(book.write(content).said('<a d="soon"/>')) == sorted(said)


def test_why_it_has_no_value_is_a_note(book: Rulebook) -> None:
    book.rules(
        '<rule context="a" id="R"><assert id="A" test="xs:date(@d) lt xs:date('
        "'2020-01-01')\">x</assert></rule>"
    )

    (found,) = book.outcome('<a d="soon"/>').diagnostics
    assert found.code == "CTC238"
    assert found.notes == ("invalid datetime string `soon`", "it is of `A` of rule `R`")


def test_what_depends_on_the_day_is_of_today(book: Rulebook) -> None:
    for test, lasts in (("b", True), ("exists(current-date())", False)):
        book.rules(f'<rule context="a"><assert test="{test}">x</assert></rule>')
        assert book.outcome("<a/>").lasts is lasts


def test_what_cannot_be_used_says_nothing_of_documents(book: Rulebook) -> None:
    schematron = Schematron(str(book.rules("<rule/>").path))

    assert list(schematron.failures(etree.fromstring("<a/>"), "")) == []
    assert schematron.remarks == ()


def test_a_schema_can_be_sent_to_another_process(book: Rulebook) -> None:
    book.write(PHASES)
    sent = pickle.loads(pickle.dumps(Schematron(str(book.path), "one")))  # noqa: S301

    assert (sent.path, sent.phase, sent.troubles) == (str(book.path), "one", ())


def test_its_files_are_known_also_those_that_are_not_there(book: Rulebook) -> None:
    part(book, "rule.sch", "rule", FAILS.format("x"), ' context="a"')
    book.write(
        '<pattern><include href="rule.sch"/><include href="none.sch"/>'
        '<include href="http://localhost:1/x.sch"/></pattern>'
    )
    description = Description("mine", schematron=str(book.path))
    names = ("rules.sch", "rule.sch", "none.sch")

    assert of_description(description, None).all_files() == tuple(
        str(book.folder / name) for name in names
    )


def test_its_state_is_another_after_a_change_of_any_of_its_files(
    book: Rulebook,
) -> None:
    part(book, "rule.sch", "rule", FAILS.format("x"), ' context="a"')
    book.write(
        '<pattern><include href="rule.sch"/><include href="rule.sch"/>'
        '<include href="none.sch"/></pattern>'
    )
    states = {Schematron(str(book.path)).state()}
    states.add(Schematron(str(book.path), "phase").state())
    part(book, "rule.sch", "rule", FAILS.format("y"), ' context="a"')
    states.add(Schematron(str(book.path)).state())
    (book.folder / "rule.sch").write_text("<")
    states.add(Schematron(str(book.path)).state())

    assert len(states) == 4


@pytest.mark.parametrize("binding", ["xslt3", "XPath3", " xpath31 "])
def test_the_bindings_of_xpath_3_have_it(book: Rulebook, binding: str) -> None:
    test = "every $x in b ! string() satisfies $x castable as xs:int"
    book.rules(f'<rule context="a"><assert test="{test}">no</assert></rule>', binding)

    assert book.messages("<a><b>x</b></a>") == ["no"]
    assert book.messages("<a><b>1</b></a>") == []
