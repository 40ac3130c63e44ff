"""`some` and `every` have the answers of Saxon, though they look items up."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = (
    '<r><a n="1" m="2">1</a><a n="2" m="1">x</a><a n="2" m="9"/><c>2</c><c>7</c>'
    "<d><e>9</e></d></r>"
)
HEAD = (
    '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    '<let name="all" value="//a"/>'
)


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("some $x in //a satisfies $x/@n = @m", "2 1"),
        ("some $x in //a satisfies @m = $x/@n", "2 1"),
        ("some $x in //a satisfies ($x/@n = @m and $x/@m = @n)", "2 1"),
        ("some $x in //a satisfies $x = 'x' and $x/@n = @m", "2"),
        ("some $x in //c satisfies $x = @m", "2"),
        ("some $x in //a/@n satisfies $x = @m", "2 1"),
        ("some $x in //a/number(@n) satisfies $x = number(@m)", "2 1"),
        ("some $x in //a/string(@n) satisfies $x = @m", "2 1"),
        ("some $x in //a satisfies $x/@n = xs:integer(@m)", "2 1"),
        ("some $x in //a satisfies number($x/@n) = number(@m)", "2 1"),
        ("some $x in //a satisfies $x/@n = $x/@m", ""),
        ("some $x in //a satisfies //a[1]/@n = @m", "1"),
        ("some $x in //a satisfies $x/../d/e = @m", "9"),
        ("some $x in //a satisfies $x[1]/@n = @m", "2 1"),
        ("some $x in //a, $y in //c satisfies $x/@n = $y", "2 1 9"),
        ("some $x in $all satisfies $x/@n = @m", "2 1"),
        ("some $x in ., $y in $x satisfies $y/@n = @m", ""),
        ("for $z in . return (some $x in $z satisfies $x/@n = 2)", "1 9"),
        ("some $x in //a satisfies $x/@m lt @m", "2 9"),
        ("some $x in //a satisfies $x/@m lt @m and $x/@n", "2 9"),
        ("every $x in //a satisfies not($x/@n = @m)", "9"),
        ("every $x in //a satisfies not($x/@n = @m and $x = 'x')", "1 9"),
        ("every $x in //a satisfies $x/@n = @n", ""),
        ("every $x in //none satisfies not($x/@n = @m)", "2 1 9"),
        ("every $x in //a satisfies $x/@n != @m", "9"),
        ("every $x in //a satisfies @m != $x/@n", "9"),
        ("every $x in //a satisfies ($x/@n != @m or $x = 'x')", "9"),
        ("every $x in //a satisfies ($x/@n != @m and $x/@m)", "9"),
        ("every $x in //a satisfies $x/@n != 1", ""),
        ("every $x in //none satisfies $x/@n != @m", "2 1 9"),
        # Nothing is other than nothing.
        ("every $x in //c satisfies $x/@n != @m", ""),
        ("every $x in //a satisfies $x/@n != @none", ""),
        ("every $x in //(a | c) satisfies ($x/@n != @m or $x/self::c)", "9"),
        ("every $x in //(a | c) satisfies ($x/@n != @m or $x = '2')", ""),
        ("every $x in //a satisfies $x/(@n | @m) != @m", "2 1 9"),
    ],
)
def test_some_and_every(book: Rulebook, test: str, expected: str) -> None:
    report = f'<report test="{test}"><value-of select="@m"/></report>'
    book.write(f'{HEAD}<pattern><rule context="a">{report}</rule></pattern>')

    assert " ".join(book.messages(DOCUMENT)) == expected


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("count(preceding-sibling::*)", "0 1 2"),
        ("count(following-sibling::*)", "5 4 3"),
        ("count(preceding::*)", "0 1 2"),
        ("count(following::*)", "6 5 4"),
        ("count(preceding::a[@n = 2])", "0 0 1"),
        ("count(following::a[@n = '2'][. = 'x'])", "1 0 0"),
        ("count(following-sibling::a[@m])", "2 1 0"),
        ("count(preceding-sibling::a[@n = current()/@m])", "0 1 0"),
        ("count(following-sibling::*[. = current()/@m])", "1 0 1"),
        ("preceding-sibling::a[@n = 2][1]/@m", "1"),
        ("preceding::*[1]/@m", "2 1"),
        ("following::c[. > 2][1]", "7 7 7"),
        ("/r/d/e/count(preceding::*[@n])", "3 3 3"),
        ("/r/d/e/count(preceding::*)", "5 5 5"),
        ("//@n/count(following::*[@m])", "2 1 0 2 1 0 2 1 0"),
        ("count(@n/preceding-sibling::*[@m])", "0 0 0"),
        ("count(@n/preceding::node())", "0 2 4"),
        ("count(@n/following::node())", "11 9 7"),
        ("count(preceding-sibling::a[@n = current()/@m][. = current()/@m])", "0 1 0"),
        ("count(preceding-sibling::a[@n = current()/@n][. = current()/@n])", "0 0 0"),
        ("preceding::r:*", ""),
    ],
)
def test_elements_that_predicates_hold_at_are_counted(
    book: Rulebook, expression: str, values: str
) -> None:
    report = f'<report test="true()">=<value-of select="{expression}"/></report>'
    rule = f'<pattern><rule context="a">{report}</rule></pattern>'
    said = book.write(f'<ns prefix="r" uri="r"/>{rule}').messages(DOCUMENT)

    assert " ".join(" ".join(said).replace("=", "").split()) == values


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("preceding-sibling::a[xs:integer(.) = 1]", "1"),
        ("count(preceding-sibling::a[xs:integer(.) = 1]) > 1", ""),
    ],
)
def test_an_element_beyond_the_axis_has_no_say(
    book: Rulebook, test: str, expected: str
) -> None:
    report = f'<report test="{test}"><value-of select="@m"/></report>'
    rule = f"<pattern><rule context=\"a[. != '']\">{report}</rule></pattern>"

    assert " ".join(book.write(f"{HEAD}{rule}").messages(DOCUMENT)) == expected
