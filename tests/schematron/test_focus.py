"""Each part of an expression has the focus that it has for Saxon."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import Rulebook

CODEPOINTS = "http://www.w3.org/2005/xpath-functions/collation/codepoint"
DOCUMENT = '<a n="1"><b>1</b><c/><b>2</b><c/></a>'


def valued(folder: Path, expression: str, binding: str) -> list[str]:
    report = f'<report test="true()">[<value-of select="{expression}"/>]</report>'
    book = Rulebook(folder).rules(f'<rule context="a">{report}</rule>', binding)
    return book.messages(DOCUMENT)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("(exists(b), name(), @n)", "true a 1"),
        ("(boolean(b), name(), @n)", "true a 1"),
        ("(not(b), name(), @n)", "false a 1"),
        ("(empty(b), name(), @n)", "false a 1"),
        ("((exists(b), exists(c))[2], name())", "true a"),
        ("b[exists(following-sibling::b)]", "1"),
        ("b[not(following-sibling::b)]", "2"),
        ("b[not(preceding-sibling::*)]", "1"),
        ("for $x in exists(b) return name()", "a"),
    ],
)
def test_a_look_at_some_nodes_leaves_the_focus(
    tmp_path: Path, expression: str, value: str
) -> None:
    assert valued(tmp_path, expression, "xslt2") == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("head(b)/name()", "b"),
        ("head(c)/preceding-sibling::b", "1"),
        ("let $x := exists(b), $y := name() return ($x, $y)", "true a"),
        ("[exists(b), name()]?2", "a"),
    ],
)
def test_it_does_so_in_xpath_3(tmp_path: Path, expression: str, value: str) -> None:
    assert valued(tmp_path, expression, "xslt3") == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("count(b[1]/following-sibling::*)", "3"),
        ("b[2]/preceding-sibling::*/name()", "b c"),
        ("count(@n/following-sibling::*)", "0"),
        ("count(@n/preceding-sibling::*)", "0"),
        ("count(/following-sibling::*)", "0"),
        ("count(//*/following-sibling::*)", "3"),
    ],
)
def test_siblings_are_those_of_the_parent(
    tmp_path: Path, expression: str, value: str
) -> None:
    assert valued(tmp_path, expression, "xslt2") == [f"[{value}]"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("distinct-values((b, '1', 'x', b))", "1 2 x"),
        ("distinct-values((1, '1', 1.0, 2, 1e0))", "1 1 2"),
        ("distinct-values((1, true(), false(), true()))", "1 true false"),
        ("distinct-values((number('x'), 1, number('y')))", "NaN 1"),
        ("distinct-values((xs:anyURI('u'), 'u'))", "u"),
        (
            "distinct-values((xs:date('2024-01-01'), xs:date('2024-01-01')))",
            "2024-01-01",
        ),
        ("count(distinct-values((xs:date('2024-01-01'), xs:date('2024-01-02'))))", "2"),
        ("count(distinct-values(()))", "0"),
        ("index-of((1, 2.0, 1e0, '1', number('x')), 1)", "1 3"),
        ("index-of((number('x'), 1), number('x'))", ""),
        ("index-of((b, 'x', '1'), '1')", "1 4"),
        ("index-of((), 1)", ""),
        (f"index-of(('a', 'b', 'a'), 'a', '{CODEPOINTS}')", "1 3"),
        # The same time in two zones; one without a zone is as in that of UTC.
        (
            (
                "distinct-values((xs:dateTime('2000-01-01T00:30:00+01:00'),"
                " xs:dateTime('1999-12-31T23:30:00Z'),"
                " xs:dateTime('1999-12-31T23:30:00')))"
            ),
            "2000-01-01T00:30:00+01:00",
        ),
        (
            (
                "distinct-values((xs:date('12000-03-01'), xs:date('12000-03-01'),"
                " xs:date('12004-03-01'), xs:date('-0004-01-01')))"
            ),
            "12000-03-01 12004-03-01 -0004-01-01",
        ),
        (
            "distinct-values((xs:date('2024-01-01'), xs:time('10:00:00')))",
            "2024-01-01 10:00:00",
        ),
        (
            (
                "distinct-values((xs:yearMonthDuration('P1Y'), xs:duration('P12M'),"
                " xs:dayTimeDuration('P1D')))"
            ),
            "P1Y P1D",
        ),
        (
            (
                "distinct-values((xs:hexBinary('0a'), xs:hexBinary('0A'),"
                " xs:base64Binary('Cg==')))"
            ),
            "0A Cg==",
        ),
        ("count(distinct-values((xs:QName('a'), xs:QName('a'), xs:QName('b'))))", "2"),
    ],
)
def test_equal_values_are_there_once(
    tmp_path: Path, expression: str, value: str
) -> None:
    report = f'<report test="true()">[<value-of select="{expression}"/>]</report>'
    ns = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    rule = f'<pattern><rule context="a">{report}</rule></pattern>'

    assert Rulebook(tmp_path).write(ns + rule).messages(DOCUMENT) == [f"[{value}]"]


def test_values_are_looked_up_and_not_compared_with_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compared(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr("elementpath.datatypes.UntypedAtomic.__eq__", compared)

    assert valued(tmp_path, "count(distinct-values(b))", "xslt2") == ["[2]"]
