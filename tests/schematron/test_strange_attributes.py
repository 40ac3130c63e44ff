"""Attributes that mean nothing are told at their names: they would say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rulebook import Rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

CHECK = '<assert test="b" {}>no b</assert>'
RULE = f'<rule context="a">{CHECK}</rule>'
FIX = '<sqf:fix id="d" {}><sqf:delete match="." {}/>{}</sqf:fix>'


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("rol", ": is `role` meant?"),
        ("flg", ": is `flag` meant?"),
        ("ID", ": is `id` meant?"),
        ("subjct", ": is `subject` meant?"),
        ("severity", ""),
        ("context", ""),
    ],
)
def test_of_a_check_which_is_used(book: Rulebook, name: str, question: str) -> None:
    book.rules(RULE.format(f'{name}="x"'))

    assert book.troubles() == [
        (
            f"rules.sch /*/*/*/*@{name}: the attribute `{name}` has no meaning in an "
            f"`assert`{question}"
        )
    ]
    assert book.messages("<a/>") == ["no b"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            '<phase id="p"><active pattern="q" patern="q"/></phase><pattern id="q"/>',
            (
                "/*/*[1]/*@patern: the attribute `patern` has no meaning in an "
                "`active`: is `pattern` meant?"
            ),
        ),
        (
            '<pattern document="x"/>',
            (
                "/*/*@document: the attribute `document` has no meaning in a "
                "`pattern`: is `documents` meant?"
            ),
        ),
        (
            '<pattern><rule context="a" abstrct="true"/></pattern>',
            (
                "/*/*/*@abstrct: the attribute `abstrct` has no meaning in a `rule`: "
                "is `abstract` meant?"
            ),
        ),
        (
            '<pattern abstract="true" id="t"><rule context="a" rol="x"/></pattern>',
            (
                "/*/*/*@rol: the attribute `rol` has no meaning in a `rule`: "
                "is `role` meant?"
            ),
        ),
        (
            '<let name="a" value="1" nam="b"/>',
            "/*/*@nam: the attribute `nam` has no meaning in a `let`: is `name` meant?",
        ),
        (
            (
                '<diagnostics><diagnostic id="d"><value-of select="." selct="."/>'
                "</diagnostic></diagnostics>"
            ),
            (
                "/*/*/*/*@selct: the attribute `selct` has no meaning in a `value-of`: "
                "is `select` meant?"
            ),
        ),
    ],
)
def test_of_other_elements(book: Rulebook, content: str, why: str) -> None:
    book.write(content)

    assert book.troubles() == [f"rules.sch {why}"]


def test_of_the_schema(book: Rulebook) -> None:
    book.write("", attributes='defaultPhse="p"')

    assert book.troubles() == [
        (
            "rules.sch /*@defaultPhse: the attribute `defaultPhse` has no meaning in a "
            "`schema`: is `defaultPhase` meant?"
        )
    ]


def test_in_a_file_that_is_included_it_is_told_there_once(book: Rulebook) -> None:
    (book.folder / "rule.sch").write_text(
        '<rule xmlns="http://purl.oclc.org/dsdl/schematron" context="a">'
        '<assert test="b" rol="info">no b</assert></rule>',
        "utf-8",
    )
    include = '<pattern><include href="rule.sch"/></pattern>'
    book.write(include * 2)

    assert book.troubles() == [
        (
            "rule.sch /*/*@rol: the attribute `rol` has no meaning in an `assert`: "
            "is `role` meant?"
        )
    ]


@pytest.mark.parametrize(
    "attribute",
    ['xml:lang="en"', 'xml:space="default"', 'x:rol="y" xmlns:x="urn:x"', 'fpi="x"'],
)
def test_those_of_others_may_be_anywhere(book: Rulebook, attribute: str) -> None:
    check = CHECK.format(attribute)
    book.write(
        f"<pattern {attribute} name='of 1.5'><rule context='a' {attribute}>{check}"
        f"</rule></pattern>",
        attributes=attribute,
    )

    assert book.troubles() == []
    assert book.messages("<a/>") == ["no b"]


def test_what_is_not_of_schematron_has_its_own(book: Rulebook) -> None:
    book.write(
        '<let name="a"><x xmlns="" rol="y"/></let>'
        '<xsl:function name="f:f" xmlns:f="urn:f" vsibility="public">'
        '<xsl:sequence select="1"/></xsl:function>'
    )

    assert book.troubles() == []


@pytest.mark.parametrize(
    ("fix", "why"),
    [
        (
            FIX.format("", 'mach="b"', ""),
            (
                "/*/*/*/*[2]/sqf:delete@mach: the attribute `mach` has no meaning in a "
                "`delete`: is `match` meant?"
            ),
        ),
        (
            FIX.format('use-wen="b"', "", ""),
            (
                "/*/*/*/sqf:fix@use-wen: the attribute `use-wen` has no meaning in a "
                "`fix`: is `use-when` meant?"
            ),
        ),
        (
            (
                '<sqf:fix id="d"><sqf:call-fix ref="e"/></sqf:fix>'
                '<sqf:fix id="e"><sqf:add node-type="comment" selct="1"/></sqf:fix>'
            ),
            (
                "/*/*/*/sqf:fix[2]/sqf:add@selct: the attribute `selct` has no "
                "meaning in an `add`: is `select` meant?"
            ),
        ),
    ],
)
def test_a_fix_with_such_is_not_offered(book: Rulebook, fix: str, why: str) -> None:
    check = CHECK.format('sqf:fix="d"')
    book.rules(f'<rule context="a">{check}{fix}</rule>')

    assert book.troubles() == [f"rules.sch {why.replace('*[2]/sqf', 'sqf:fix/sqf')}"]
    assert book.fixed("<r><a/></r>") == []


def test_a_check_names_its_fixes_by_two_attributes(book: Rulebook) -> None:
    names = 'sqf:fix="d" sqf:default-fix="d" sqf:fx="d"'
    check = CHECK.format(names)
    book.rules(f'<rule context="a">{check}{FIX.format("", "", "")}</rule>')

    (trouble,) = book.troubles()
    assert trouble.endswith(
        "fx: the attribute `fx` has no meaning in an `assert`: is `fix` meant?"
    )
    assert book.fixed("<r><a/></r>") == ["<r></r>"]


def test_the_place_is_the_name(called: Called, tmp_path: Path) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "a"\nroot = "a"\nschematron = "rules.sch"\n'
    )
    rule = RULE.format("rol='info'")
    Rulebook(tmp_path).write(f"\n<pattern>{rule}</pattern>")
    (tmp_path / "a.xml").write_text("<a/>")

    result = called("check", "--output-format=concise", "a.xml")

    assert result.stdout.splitlines() == [
        "a.xml:1:2: error[CTC237] no b",
        (
            "rules.sch:2:45: error[CTC909] the attribute `rol` has no meaning in an "
            "`assert`: is `role` meant?"
        ),
    ]
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("content", "name", "place"),
    [
        (
            '<rule context="a"><assert tst="b">no b</assert></rule>',
            "test",
            "an `assert`",
        ),
        ('<rule contxt="a"/>', "context", "a `rule`"),
    ],
)
def test_a_misspelt_attribute_is_not_missing_as_well(
    book: Rulebook, content: str, name: str, place: str
) -> None:
    book.rules(content)

    (told,) = book.troubles()
    assert told.endswith(f" has no meaning in {place}: is `{name}` meant?")
