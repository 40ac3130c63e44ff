"""What means nothing in a schema is told at its place: it would check nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rulebook import Rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

RULE = '<rule context="a"><assert test="b">no b</assert>{}</rule>'
OLD = 'xmlns:x="http://www.ascc.net/xml/schematron"'
ELSEWHERE = "is not in the namespace `http://purl.oclc.org/dsdl/schematron`"
OTHERS = '<x xmlns="urn:x"/><p>p</p>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<patern/>", "/*/*[1]: `patern` has no meaning in a `schema`: is `pattern` m"),
        ("<group/>", "/*/*[1]: `group` has no meaning in a `schema`"),
        ("<rule/>", "/*/*[1]: `rule` has no meaning in a `schema`"),
        ("<assert/>", "/*/*[1]: `assert` has no meaning in a `schema`"),
        (f"<x:pattern {OLD}/>", f"/*/x:pattern: `pattern` {ELSEWHERE}"),
        (f"<x:patern {OLD}/>", f"/*/x:patern: `patern` {ELSEWHERE}"),
        ('<pattern xmlns=""/>', f"/*/pattern: `pattern` {ELSEWHERE}"),
        (
            '<phase id="p"><active pattern="none"/></phase>',
            "/*/*[1]/*@pattern: no pattern has the id `none`",
        ),
        (
            '<phase id="p"><active/></phase>',
            "/*/*[1]/*: its attribute `pattern` is missing",
        ),
        (
            '<phase id="p"><aktive/></phase>',
            "/*/*[1]/*: `aktive` has no meaning in a `phase`: is `active` meant?",
        ),
    ],
)
def test_the_rest_of_the_schema_is_used(book: Rulebook, content: str, why: str) -> None:
    book.write(f"{content}<pattern>{RULE.format('')}</pattern>")

    (trouble,) = book.troubles()
    assert trouble.startswith(f"rules.sch {why}")
    assert book.messages("<a/>") == ["no b"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('<asert test="c"/>', "`asert` has no meaning in a `rule`: is `assert` meant?"),
        ('<raport test="c"/>', "`raport` has no meaning in a `rule`: is `report` mean"),
        ('<rule context="c"/>', "`rule` has no meaning in a `rule`"),
        ("<value-of/>", "`value-of` has no meaning in a `rule`"),
    ],
)
def test_the_rest_of_the_rule_is_used(book: Rulebook, content: str, why: str) -> None:
    book.rules(RULE.format(content))

    (trouble,) = book.troubles()
    assert trouble.startswith(f"rules.sch /*/*/*/*[2]: {why}")
    assert book.messages("<a/>") == ["no b"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<pattern><ruel/></pattern>", "/*/*/*: `ruel` has no meaning in a `pattern`"),
        (
            '<pattern><assert test="b"/></pattern>',
            "/*/*/*: `assert` has no meaning in a `pattern`",
        ),
        (
            '<pattern><rule context="a" abstract="yes"/></pattern>',
            "/*/*/*@abstract: it is neither `true` nor `false`",
        ),
        ('<let value="1"/>', "/*/*: its attribute `name` is missing"),
        (
            '<let name="x" value="1"/><let name="x" value="2"/>',
            "/*/*[2]@name: the variable `$x` is declared twice",
        ),
        (
            '<pattern><let name="x" value="1"/><let name="x" value="2"/></pattern>',
            "/*/*/*[2]@name: the variable `$x` is declared twice",
        ),
        (
            (
                '<pattern><rule context="a"><let name="x" value="1"/>'
                '<let name="x" value="2"/></rule></pattern>'
            ),
            "/*/*/*/*[2]@name: the variable `$x` is declared twice",
        ),
        (
            f"<pattern><x:rule {OLD}/></pattern>",
            f"/*/*/x:rule: `rule` {ELSEWHERE}",
        ),
    ],
)
def test_it_leaves_nothing_where_others_depend_on_it(
    book: Rulebook, content: str, why: str
) -> None:
    book.write(content)

    (trouble,) = book.troubles()
    assert trouble.startswith(f"rules.sch {why}")


def test_a_phase_has_patterns_that_there_are(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, phase="p").write(
        '<phase id="p"><active pattern="one"/><active pattern="two"/><aktive/></phase>'
        '<pattern id="one"/>'
    )

    assert book.troubles() == [
        (
            "rules.sch /*/*[1]/*[3]: `aktive` has no meaning in a `phase`: "
            "is `active` meant?"
        ),
        "rules.sch /*/*[1]/*[2]@pattern: no pattern has the id `two`",
    ]


def test_in_a_text_it_leaves_out_the_check_alone(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><assert test="b">no <value-off select="c"/>b</assert>'
        '<assert test="c">no <emph>c</emph></assert></rule>'
    )

    assert book.troubles() == [
        (
            "rules.sch /*/*/*/*[1]/*: `value-off` has no meaning in a text: "
            "is `value-of` meant?"
        )
    ]
    assert book.messages("<a/>") == ["no b", "no c"]


def test_other_vocabularies_may_be_anywhere(book: Rulebook) -> None:
    book.write(
        '<x xmlns="urn:x"/><pattern><x xmlns="urn:x"/><title>t</title>'
        f"{RULE.format(OTHERS)}</pattern>"
    )

    assert book.troubles() == []


def test_values_in_a_text_may_be_written_as_in_xslt(book: Rulebook) -> None:
    book.rules(
        '<rule context="a"><assert test="b"><xsl:value-of select="@n"/>, '
        '<xsl:copy-of select="c"/></assert></rule>'
    )

    assert book.messages('<a n="1"><c>2</c></a>') == ["1, 2"]


def test_variables_of_two_elements_may_have_one_name(book: Rulebook) -> None:
    book.write(
        '<let name="x" value="1"/>'
        '<pattern abstract="true" id="t"><let name="x" value="2"/></pattern>'
        '<pattern is-a="t"><let name="x" value="3"/><rule abstract="true" id="r">'
        '<let name="x" value="4"/></rule><rule context="a"><extends rule="r"/>'
        '<extends rule="r"/><let name="x" value="5"/>'
        '<report test="true()">$x is <value-of select="$x"/></report></rule></pattern>'
    )

    assert book.messages("<a/>") == ["$x is 5"]


def test_values_in_a_text_that_are_of_no_namespace_or_of_the_old_one(
    book: Rulebook,
) -> None:
    book.rules(
        '<rule context="a"><assert test="b">no <value-of xmlns="" select="c"/>'
        f'<x:emph {OLD}>b</x:emph><b xmlns="">!</b></assert></rule>'
    )

    assert book.troubles() == [
        f"rules.sch /*/*/*/*/value-of: `value-of` {ELSEWHERE}",
        f"rules.sch /*/*/*/*/x:emph: `emph` {ELSEWHERE}",
    ]


def test_of_elements_of_one_name_the_one_without_a_namespace_is_shown(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "a"\nroot = "a"\nschematron = "rules.sch"\n'
    )
    Rulebook(tmp_path).write('\n<pattern/>\n<pattern xmlns=""/>')
    (tmp_path / "a.xml").write_text("<a/>")

    result = called("check", "--output-format=concise", "a.xml")

    assert result.stdout.splitlines() == [
        f"rules.sch:3:2: error[CTC909] `pattern` {ELSEWHERE}"
    ]
