"""What has one value in a document is evaluated once; Saxon has the same answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rulebook import Rulebook

from ctct_lint.schematron.fixed import fixed_parts
from ctct_lint.schematron.hoisting import Found
from ctct_lint.schematron.parsers import parser_of

DOCUMENT = '<r><b>5</b><b>x</b><a n="1"><c>5</c></a><a n="2"><c>6</c></a></r>'
XS = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'


def hoisted(expression: str, version: int = 2) -> list[str]:
    """Return the parts that are evaluated once, with the variables that they need.

    Behind those that have one value below a node is how far that is above.
    """
    prefixes = {"xs": "http://www.w3.org/2001/XMLSchema"}
    token = parser_of(version, prefixes).parse(expression)
    return [
        " $".join((part.source, *needs)) + f" ^{ups}" * bool(ups)
        for part, needs, ups in fixed_parts(token)
    ]


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("some $x in //b satisfies $x = .", ["//b"]),
        ("some $x in //b satisfies $x = 1", ["some $x in //b satisfies $x = 1"]),
        ("count(//b[c > 1]) = count(b)", ["count(//b[c > 1])"]),
        ("sum(//b/c) div count($all/b)", ["sum(//b/c) div count($all/b) $all"]),
        ("//b[. = current()/c]", []),
        ("b[//c = 1][//d = ../@n]", ["//c = 1", "//d"]),
        ("xs:decimal(//b) > 1.5", ["xs:decimal(//b) > 1.5"]),
        ("/ = .", []),
        ("(//b castable as xs:date)", ["(//b castable as xs:date)"]),
        ("if (//b) then () else true()", ["if (//b) then () else true()"]),
        ("//b[position() = last()]", ["//b[position() = last()]"]),
        ("//b[key('k', .)] and key('k', //b)", ["//b[key('k', .)]", "//b"]),
        ("lang('de') or //b[lang('de')]", ["//b[lang('de')]"]),
        ("//b[regex-group(1)]", []),
        ("string() = //b/string()", ["//b/string()"]),
        (
            "for $x in $y/b, $y in //c return $y",
            ["for $x in $y/b, $y in //c return $y $y"],
        ),
        ("$x/b = (for $x in //c return $x)", ["$x/b = (for $x in //c return $x) $x"]),
        ("ancestor::b = //c", ["//c"]),
        ("@m = ../b/@n", ["../b/@n ^1"]),
        ("sum(../b/c) > 3 and c", ["sum(../b/c) > 3 ^1"]),
        ("sum(../b) > count(//c) * 2", ["sum(../b) > count(//c) * 2 ^1"]),
        ("../../b = ../b", ["../../b ^2", "../b ^1"]),
        ("..//b[c = 1][2]/@n", ["..//b[c = 1][2]/@n ^1"]),
        ("every $x in ../b satisfies $x/c", ["every $x in ../b satisfies $x/c ^1"]),
        ("../b[c = current()/c]", []),
        ("(../b)[. = $x] | ../following::b", ["(../b) ^1"]),
        ("../b/.. | c/.. | .././/b | (../b)/../c", ["../b ^1", "(../b) ^1"]),
        ("(..)/.. = 1 or ../.. = ../@n", []),
    ],
)
def test_a_part_is_as_large_as_it_can_be(expression: str, parts: list[str]) -> None:
    assert hoisted(expression) == parts


def test_what_may_do_anything_is_not_kept() -> None:
    assert hoisted("//b ! 1", 3) == ["//b ! 1"]
    assert hoisted("(//b => count()) > 1", 3) == ["//b"]
    assert hoisted("for-each(//b, function($x) { $x/.. })", 3) == ["//b"]


def test_each_variable_has_its_own_value(book: Rulebook) -> None:
    text = "<value-of select=\"//b[. = $x]/concat('=', .)\"/>"
    report = f'<report test="true()">{text}</report>'
    rules = [
        f'<pattern><let name="x" value="{x}"/>'
        f'<rule context="r">{report}</rule></pattern>'
        for x in ("//a[@n = 1]/c", "'x'")
    ]
    own = f'<rule context="a"><let name="x" value="c"/>{report}</rule>'
    book.write(f"{''.join(rules)}<pattern>{own}</pattern>")

    assert book.messages(DOCUMENT) == ["=5", "=x", "=5", "`true()` holds, but must not"]


def test_a_variable_of_an_expression_hides_one_of_the_schema(book: Rulebook) -> None:
    let = '<let name="x" value="5"/>'
    select = "for $x in ('x', c) return concat(count(//b[. = $x]), $x)"
    report = f'<report test="true()"><value-of select="{select}"/></report>'
    book.write(f'{let}<pattern><rule context="a">{report}</rule></pattern>')

    assert book.messages(DOCUMENT) == ["1x 15", "1x 06"]


def test_what_has_no_value_has_none_at_each_node(book: Rulebook) -> None:
    test = "sum(//b/xs:decimal(.)) > c"
    asserts = f'<assert test="{test}">no</assert><assert test="{test} or c">no</assert>'
    book.write(f'{XS}<pattern><rule context="a">{asserts}</rule></pattern>')

    assert book.messages(DOCUMENT) == [f"`{test}` cannot be tested here"] * 2


def test_items_are_looked_for_as_far_as_somebody_asks(book: Rulebook) -> None:
    test = "some $x in //b satisfies xs:int($x) = c"
    asserted = f'<assert test="{test}">no</assert>'
    book.write(f'{XS}<pattern><rule context="a">{asserted}</rule></pattern>')

    # At the first `a` the first `b` is enough, and the second one is no number.
    assert book.messages(DOCUMENT) == [f"`{test}` cannot be tested here"]


def test_where_an_item_has_no_value_those_behind_it_have_none(book: Rulebook) -> None:
    test = "some $x in //b/xs:decimal(.) satisfies $x = c"
    asserted = f'<assert test="{test}">no</assert>'
    book.write(f'{XS}<pattern><rule context="a">{asserted}</rule></pattern>')
    told = book.messages(DOCUMENT.replace("</r>", "<a><c>7</c></a></r>"))

    assert [one.endswith("cannot be tested here") for one in told] == [True, True]


def test_items_behind_one_that_needs_a_larger_stack_are_found_with_it() -> None:
    stacks = iter([False, True])

    def select() -> Iterator[int]:
        is_large = next(stacks)
        yield 1
        if not is_large:
            raise RecursionError
        yield 2

    found = Found(select)
    with pytest.raises(RecursionError):
        list(found)

    assert list(found) == list(found) == [1, 2]


def test_a_path_in_another_document_is_not_that_of_this_one(book: Rulebook) -> None:
    (book.folder / "codes.xml").write_text("<b>9</b>", "utf-8")
    values = "for $x in (., doc('codes.xml')//b) return $x/string-join(//b, '+')"
    report = f'<report test="true()"><value-of select="{values}"/></report>'

    assert book.rules(f'<rule context="a">{report}</rule>').messages(DOCUMENT) == [
        "5+x 9",
        "5+x 9",
    ]


LINES = "".join(f"<l n='{n}'/>" for n in range(6))


def test_what_depends_on_the_parent_alone_has_another_value_below_another(
    book: Rulebook,
) -> None:
    select = "sum(../l/@n), sum(../../l/@n), ../l[2]/@n, ../l/@n = @n"
    report = f'<report test="true()"><value-of select="{select}"/></report>'
    book.rules(f'<rule context="l[@n = 1]">{report}</rule>')
    many = LINES * 2

    assert book.messages(f"<r>{many}<a>{many}</a><a>{LINES}</a></r>") == [
        *["30 0 1 true"] * 2,
        *["30 30 1 true"] * 2,
        "15 30 1 true",
    ]


def test_it_is_looked_for_once(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctct_lint.schematron.effort.LEAST", 0)
    monkeypatch.setattr("ctct_lint.schematron.effort.TIMES", 2)
    rule = '<rule context="l"><assert test="sum(../l/@n) = 150">no</assert></rule>'

    assert book.rules(rule).messages(f"<r>{LINES * 10}</r>") == []


@pytest.mark.parametrize(
    "test",
    [
        "count(index-of(//l/@n, @n)) = 10",
        "every $x in //l satisfies $x/@n != concat(@n, '0') or $x = 'a'",
    ],
)
def test_a_value_is_looked_up_where_all_are_known(
    book: Rulebook, test: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctct_lint.schematron.effort.LEAST", 0)
    monkeypatch.setattr("ctct_lint.schematron.effort.TIMES", 10)
    rule = f'<rule context="l"><assert test="{test}">no</assert></rule>'

    assert book.rules(rule).messages(f"<r>{LINES * 10}</r>") == []


def test_without_a_value_there_is_nothing_to_look_up(book: Rulebook) -> None:
    rule = '<rule context="l"><assert test="index-of(//l/@n, @m)">no</assert></rule>'

    (told,) = book.rules(rule).messages("<r><l n='1'/></r>")

    assert told.endswith("cannot be tested here")


def test_a_document_is_below_nothing(book: Rulebook) -> None:
    report = (
        '<report test="../l or not(../l)"><value-of select="count(../l)"/></report>'
    )

    assert book.rules(f'<rule context="/">{report}</rule>').messages("<r/>") == ["0"]
