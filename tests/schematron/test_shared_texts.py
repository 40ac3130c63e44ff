"""`=` of nodes and texts has the values that Saxon has, wherever it is evaluated."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = (
    '<a><b n="1" m="2"><k>x</k></b><b n="2" m="3"><k>x<i>y</i></k></b>'
    '<c n="9">01</c><c> 1</c></a>'
)
BINDINGS = pytest.mark.parametrize("binding", ["xslt", "xslt2"])


def found(book: Rulebook, test: str, binding: str = "xslt2") -> str:
    """Return the numbers of the `b` at which a test holds."""
    report = f'<report test="{test}"><value-of select="@n"/></report>'
    rules = book.rules(f'<rule context="b">{report}</rule>', binding)
    return " ".join(rules.messages(DOCUMENT))


@BINDINGS
@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("@m = //b/@n", "1"),
        ("//b/@n = @m", "1"),
        ("string(@m) = /a/b/@n", "1"),
        ("@m = (//b/@n | //c/@n)", "1"),
        ("@m = (//b)[1]/@n", ""),
        ("@n = //b[@m = 2]/@n", "1"),
        ("@n = ../b/@m", "2"),
        ("k = ../b/k", "1 2"),
        ("k = ('xy')", "2"),
        ("k = //b[1]/k", "1"),
        ("//k = 'xy'", "1 2"),
        ("@n = /a/none", ""),
        # What is selected is another thing at each node.
        ("@m = //b[@n = current()/@n]/@m", "1 2"),
        ("'3' = //b[@n = current()/@n]/@m", "2"),
        # Texts that are not alike may be like numbers.
        ("1 = //c", "1 2"),
        ("@n = //c", ""),
        ("number(@n) = //c", "1"),
        ("k = 'x'", "1"),
        ("'2' = @n", "2"),
        ("@m = (@n + 1)", "1 2"),
        ("@m = 2.0", "1"),
        ("k[. = 'xy']", "2"),
        ("@n[. = ../@m - 1]", "1 2"),
        ("none = 'x' or none = ''", ""),
        # What stands before or behind is another part of one list at each node.
        ("@n = preceding-sibling::b/@m", "2"),
        ("following-sibling::b/@n = @m", "1"),
        ("@n = preceding::b/@m", "2"),
        ("@m = following::b[k]/@n", "1"),
        ("@n = preceding-sibling::*/@m", "2"),
        ("'x' = preceding-sibling::b", "2"),
        ("k = preceding-sibling::b/k", ""),
        ("1 = following-sibling::c", "1 2"),
        ("//c/@n = following-sibling::c/@n", "1 2"),
        ("@n = preceding-sibling::b[@m = current()/@n]/@m", "2"),
        ("@n = preceding-sibling::b[1]/@m", "2"),
        ("@n = preceding-sibling::b/k/../@m", "2"),
        ("k[. = ../preceding-sibling::b/k/i]", ""),
        ("boolean(@n[. = preceding-sibling::b/@m])", ""),
    ],
)
def test_a_text_is_on_both_sides(
    book: Rulebook, binding: str, test: str, expected: str
) -> None:
    assert found(book, test, binding) == expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("some $one in @m satisfies $one = //b[@n = $one]/@n", "1"),
        ("@n = //b/number(@n)", "1 2"),
        ("('2', '7')[. = //b/@n] = @m", "1"),
        ("@m = (//b/@n, 3)", "1 2"),
        ("(1, 2)[. = 2] = @n", "2"),
        ("('a', '2')[. = '2'] = @n", "2"),
    ],
)
def test_as_xpath_2_has_it(book: Rulebook, test: str, expected: str) -> None:
    assert found(book, test) == expected


def test_a_name_with_a_prefix_is_one_of_nodes_and_not_of_a_function(
    book: Rulebook,
) -> None:
    spaces = {"p": "urn:p", "xs": "http://www.w3.org/2001/XMLSchema"}
    ns = "".join(f'<ns prefix="{one}" uri="{uri}"/>' for one, uri in spaces.items())
    tests = ("p:k = '1'", "'1' = @p:n", "k = xs:string('1')", "k = xs:integer('1')")
    reports = "".join(f'<report test="{test}">{test}</report>' for test in tests)
    book.write(f'{ns}<pattern><rule context="b">{reports}</rule></pattern>')
    text = '<a xmlns:p="urn:p"><b p:n="1"><p:k>1</p:k></b><b n="1"><k>1</k></b></a>'

    assert sorted(book.messages(text)) == sorted(tests)


def test_a_path_from_the_root_starts_in_the_document_of_the_node(
    book: Rulebook,
) -> None:
    (book.folder / "codes.xml").write_text("<a><d>9</d></a>", "utf-8")
    both = "(//c/@n | doc('codes.xml')//d)"

    assert found(book, f"count({both}[. = //c/@n]) = 1") == "1 2"
    assert found(book, f"count({both}[. = //d]) = 1") == "1 2"


def test_what_stands_round_a_node_is_not_before_it(book: Rulebook) -> None:
    report = '<report test="@n = preceding::a/@n"><value-of select="@m"/></report>'
    rules = book.rules(f'<rule context="a">{report}</rule>')
    nested = (
        '<r><a n="1" m="1"><a n="1" m="2"/><a n="2" m="3"/></a><a n="1" m="4"/></r>'
    )

    assert rules.messages(nested) == ["4"]


def test_texts_before_a_node_are_looked_up(
    book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctct_lint.schematron.effort.LEAST", 0)
    monkeypatch.setattr("ctct_lint.schematron.effort.TIMES", 10)
    unique = '<assert test="not(@n = preceding-sibling::l/@n)">no</assert>'
    lines = "".join(f"<l n='{n}'/>" for n in range(100))

    rules = book.rules(f'<rule context="l">{unique}</rule>')
    assert rules.messages(f"<r>{lines}</r>") == []
    assert rules.messages(f"<r>{lines}<l n='7'/></r>") == ["no"]
