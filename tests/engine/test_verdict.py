"""What libxml2 refuses has an error, what it takes has none about its syntax."""

from __future__ import annotations

import pytest
from fixture_file import FIXTURES
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint import Diagnostic, Severity, lint

OPERATIONS = ("create", "update", "response")
DOCUMENTS = [
    path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "valid").iterdir())
]
PIECES = [
    *("<", ">", "&", '"', "'", "/", "=", "]]>", "<![CDATA[", "<!--", "-->", "--", "?>"),
    *("<br>", "</b>", "<a b>", "<x/>", "<?x", "&nbsp;", "&#0;", "&amp", "&lt;", "x='"),
    *("\x00", "\ufffe", "\xa0", "é", "\n", " ", "a:", ":", "xmlns:a=''", "xmlns='a b'"),
    *("<entry>", "</entry>", "<b>W</b>: x<br />", "<?xml version='1.0'?>", "< a>"),
]


def is_well_formed(text: str) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, encoding="utf-8")
    try:
        etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return False
    return True


def syntax_errors(found: list[Diagnostic]) -> list[str]:
    return [
        d.code
        for d in found
        if d.severity is Severity.ERROR and d.code.startswith("CTC1")
    ]


def check_verdict(text: str) -> None:
    well_formed = is_well_formed(text)
    for operation in OPERATIONS:
        found = lint(text, operation=operation)
        if well_formed:
            assert syntax_errors(found) == []
        else:
            assert Severity.ERROR in {d.severity for d in found}


@st.composite
def mutants(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(DOCUMENTS))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 3, 10, 40]))
        text = text[:start] + draw(st.sampled_from(["", *PIECES])) + text[end:]
    return text


@given(text=mutants())
def test_verdict_is_that_of_libxml2(text: str) -> None:
    check_verdict(text)


@pytest.mark.parametrize(
    "title",
    [
        "<title>x<br></title>",
        "<title>x</titel>",
        "<title>x & y</title>",
        "<title>a<b</title>",
        "<title>&nbsp;</title>",
        "<title type=text>x</title>",
        "<title>]]></title>",
        "<title><![CDATA[x</title>",
        "<title>x<br/></title>",
        "<title><?php echo $x ?></title>",
        '<title xmlns:x="">x</title>',
        "<title>x<!-- a -- b --></title>",
    ],
)
@pytest.mark.parametrize("root", ["entry", "feed"])
def test_verdict_on_a_title(title: str, root: str) -> None:
    check_verdict(
        f'<{root} xmlns="http://www.w3.org/2005/Atom"><id>data:,none</id>{title}'
        f"<updated>2012-05-04T13:53:04Z</updated></{root}>"
    )
