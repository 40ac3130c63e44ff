"""What keeps a content from being XHTML."""

from __future__ import annotations

import random

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_text
from lxml import etree

from ctct_lint.config import Settings
from ctct_lint.html.content import EMAIL, STYLE, TEXT, Content
from ctct_lint.html.faults import faults_as_xml
from ctct_lint.html.model import HtmlModel
from ctct_lint.html.names import KNOWN
from ctct_lint.html.tags import read_tags
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.model.quota import MOST_OF_KIND


def faults_of(text: str, name: str = EMAIL) -> tuple[Fault, ...]:
    return (
        Content(etree.Element(name), name, text, is_xhtml=True).faults(as_xml=True).kept
    )


def worded(text: str) -> list[str]:
    """Return kind and place of each fault, the place in brackets in the text."""
    return [
        f"{f.kind} {text[: f.at.start]}[{text[f.at.start : f.at.end]}]"
        f"{text[f.at.end :]}"
        for f in faults_of(text)
    ]


def edited(text: str, faults: tuple[Fault, ...]) -> str:
    """Apply all edits; of those in one place each once, in their order."""
    edits = dict.fromkeys((p.start, p.end, new) for f in faults for p, new in f.edits)
    for start, end, new in reversed(sorted(edits, key=lambda e: e[:2])):  # noqa: C413
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><p>a<br/></p></body></html>",
        "<br></br><hr />",
        # neither entities of HTML nor a document type are faults
        "<!DOCTYPE html><html><body>&nbsp;&eacute;</body></html>",
        # what has no root lacks it for another rule
        "words & words",
        "a <b>c</b> d",
        "<b>a</b><i>c</i>",
        "<!-- a --><p/><p/>",
        "&lt;p&gt;escaped twice &",
        "",
        # what stands before a root is told by the rule about documents
        '<?<html xmlns="http://www.w3.org/1999/xhtml">',
    ],
)
def test_content_without_fault(text: str) -> None:
    assert worded(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # void elements are closed in XHTML
        ("<p>a<br>b</p>", ["unclosed-void-element <p>a<[br]>b</p>"]),
        ("<P>a<BR>b</P>", ["unclosed-void-element <P>a<[BR]>b</P>"]),
        ("<p><img src='a' ></p>", ["unclosed-void-element <p><[img] src='a' ></p>"]),
        ("<p><br><br/></p>", ["unclosed-void-element <p><[br]><br/></p>"]),
        (
            "<p><br></BR></p>",
            [
                "unclosed-void-element <p><[br]></BR></p>",
                "stray-end-tag <p><br></[BR]></p>",
            ],
        ),
        # what else HTML lets pass
        ("<p class=a>b</p>", ["unquoted-attribute-value <p class=[a]>b</p>"]),
        ("<td nowrap>b</td>", ["attribute-without-value <td [nowrap]>b</td>"]),
        ("<p>a & b</p>", ["bare-ampersand <p>a [&] b</p>"]),
        ("<br></br><p>a < b</p>", ["bare-less-than <br></br><p>a [<] b</p>"]),
        (
            "<p>&nope;&nbsp;&copy</p>",
            [
                "undefined-entity <p>[&nope;]&nbsp;&copy</p>",
                "unterminated-reference <p>&nope;&nbsp;[&copy]</p>",
            ],
        ),
        (
            "<p><!-- a -- b --></p>",
            ["double-hyphen-in-comment <p><!-- a [--] b --></p>"],
        ),
        ("<p><o:p/></p>", ["undeclared-prefix <p><[o:p]/></p>"]),
        # nesting
        (
            "<html><body><p>a</body></html>",
            ["unclosed-element <html><body><[p]>a</body></html>"],
        ),
        ("<ul><li>a<li>b</li></ul>", ["unclosed-element <ul><[li]>a<li>b</li></ul>"]),
        (
            "<ul><li>0<li>1<li>2</ul>",
            [
                "unclosed-element <ul><[li]>0<li>1<li>2</ul>",
                "unclosed-element <ul><li>0<[li]>1<li>2</ul>",
                "unclosed-element <ul><li>0<li>1<[li]>2</ul>",
            ],
        ),
        (
            "<br/ ></br>",
            [
                "malformed-attribute <br[/ ]></br>",
                "stray-end-tag <br/ ></[br]>",
            ],
        ),
        ("<p>a<br/ >b</p>", ["malformed-attribute <p>a<br[/ ]>b</p>"]),
        ("<img src='x' /\n>", ["malformed-attribute <img src='x' [/\n]>"]),
        # the slash belongs to the value
        (
            "<img src=x/ >",
            [
                "unclosed-void-element <[img] src=x/ >",
                "unquoted-attribute-value <img src=[x/] >",
            ],
        ),
        ("<b><i>a</b></i>", ["mismatched-end-tag <b><i>a</[b]></i>"]),
        ("<b>a</B>", ["mismatched-end-tag <b>a</[B]>"]),
        ("<p>a</p></div>", ["stray-end-tag <p>a</p></[div]>"]),
        # documents have one root
        ("<html/>\n<p>a</p>", ["second-root <html/>\n<[p]>a</p>"]),
        ("<Text>a</Text> b", ["text-outside-root <Text>a</Text> [b]"]),
        ("<!-- c --><html/>b", ["text-outside-root <!-- c --><html/>[b]"]),
        ("<html><body>a", ["truncated-document <html><body>[a]"]),
        ("<html><body>a<", ["truncated-document <html><body>a[<]"]),
        # fragments may have text and several roots, and are not cut off
        ("a <b>c", ["unclosed-element a <[b]>c"]),
        ("a<br>c", ["unclosed-void-element a<[br]>c"]),
    ],
)
def test_fault_is_said_once_and_where_it_is(text: str, expected: list[str]) -> None:
    assert worded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a<br></p>", "<p>a<br/></p>"),
        ("<p>a<br ></p>", "<p>a<br/></p>"),
        ("<p><img src='a'></p>", "<p><img src='a' /></p>"),
        ("<p><img src=a></p>", '<p><img src="a" /></p>'),
        ("<p><br><br><b>a</p>", "<p><br/><br/><b>a</b></p>"),
        ("a <b>c<br> & d", "a <b>c<br/> &amp; d</b>"),
        ("<ul><LI>0<LI></ul>", "<ul><LI>0</LI><LI></LI></ul>"),
        ("<div><p>a<p>b<p>c</div>", "<div><p>a</p><p>b</p><p>c</p></div>"),
        ("<tr><td>1<td>2<td>3</tr>", "<tr><td>1</td><td>2</td><td>3</td></tr>"),
        (
            "<select><option>a<option>b</select>",
            "<select><option>a</option><option>b</option></select>",
        ),
        # where the end tag is needed, it may lack its slash
        ("<div><ul><li>a</li><ul></div>", "<div><ul><li>a</li></ul></div>"),
        ("<img src='x' / ><br>", "<img src='x' /><br/>"),
        ("<img src=x/ >", '<img src="x/" />'),
    ],
)
def test_edits_mend_it(text: str, expected: str) -> None:
    assert edited(text, faults_of(text)) == expected


XHTML = (
    "<Campaign><EmailContentFormat>XHTML</EmailContentFormat>\n"
    "<EmailContent><![CDATA[\n{}\n]]></EmailContent></Campaign>"
)


@pytest.mark.parametrize(
    ("text", "expected", "mended"),
    [
        (
            "<ul><li>0<li>1<li>2</ul>",
            [
                (5, 7, "CTC102", "`li` is never closed"),
                (10, 12, "CTC102", "`li` is never closed"),
                (15, 17, "CTC102", "`li` is never closed"),
            ],
            "<ul><li>0</li><li>1</li><li>2</li></ul>",
        ),
        ("a<br/ >", [(4, 6, "CTC113", "`/` and `>` are apart")], "a<br/>"),
        ("<hr / >", [(4, 6, "CTC113", "`/` and `>` are apart")], "<hr />"),
        (
            '<img src="x" / >',
            [(13, 15, "CTC113", "`/` and `>` are apart")],
            '<img src="x" />',
        ),
        # the slash has nothing to do with the field
        (
            "<b / id='x'>a</b>",
            [(3, 4, "CTC113", "`/` is no attribute")],
            "<b   id='x'>a</b>",
        ),
    ],
)
def test_one_slip_is_one_diagnostic(
    text: str, expected: list[tuple[int, int, str, str]], mended: str
) -> None:
    settings = Settings(select=("CTC1", "CTC520"))
    written = XHTML.format(text)
    found = lint_text(written, settings).diagnostics
    before = written.index(text)
    edits = [
        (e.range.start.offset - before, e.range.end.offset - before, e.new_text)
        for d in found
        for e in d.fixes[0].edits
    ]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]

    assert [
        (d.range.start.offset - before, d.range.end.offset - before, d.code, d.message)
        for d in found
    ] == expected
    assert text == mended


def test_wrapper_of_a_fragment_shows_nowhere() -> None:
    text = "a <b>c"
    (fault,) = faults_of(text)

    assert (fault.detail, fault.related) == ("", ())
    assert fault.owner == EMAIL


def test_end_tag_of_nothing_does_not_end_the_wrapper() -> None:
    text = "a <br/></> b <i>c</i>"
    (fault,) = faults_of(text)

    assert (fault.kind, text[: fault.at.start]) == ("stray-end-tag", "a <br/>")
    assert (fault.expected, fault.related) == ((), ())
    assert fault.edits == ((source_span(7, 10), ""),)


def test_fault_outside_of_the_text_has_no_place_in_it() -> None:
    """A tag that swallows the wrapper's end is said, the wrapper is not."""
    for text in ("a <b", "a <b c", "a <b c='", "a </", "a <!--", "a <![CDATA[", "</b"):
        for fault in faults_of(text):
            assert 0 <= fault.at.start <= fault.at.end <= len(text)


def test_owner_is_the_field() -> None:
    (fault,) = faults_of("<Text>a", TEXT)

    assert (fault.kind, fault.owner) == ("truncated-document", TEXT)


def test_style_sheet_is_no_xml() -> None:
    assert faults_of("a > b { content: '<br>' }", STYLE) == ()


def test_too_many_faults_are_counted_only() -> None:
    text = "<p>" + "<br>" * (MOST_OF_KIND + 5) + "</P>"
    kept, left_out = faults_as_xml(text, read_tags(text, is_sure=False), EMAIL)

    assert left_out == {"unclosed-void-element": 5}
    assert [f.kind for f in kept[-2:]] == [
        "unclosed-void-element",
        "mismatched-end-tag",
    ]
    assert len(kept) == MOST_OF_KIND + 1


# ------------------------------------------------------------------- the HTML model


@pytest.mark.parametrize(
    ("parent", "child", "may"),
    [
        ("ul", "li", True),
        ("ul", "p", False),
        ("div", "li", False),
        ("p", "b", True),
        ("p", "div", False),
        ("p", "p", False),
        ("div", "div", True),
        ("a", "a", False),
        ("br", "b", False),
        ("TABLE", "Tr", True),
        ("html", "p", False),
        ("body", "html", False),
        ("CustomBlock", "tr", True),
        ("table", "Greeting", True),
    ],
)
def test_what_may_stand_where(parent: str, child: str, may: bool) -> None:
    assert HtmlModel().may_contain(parent, child) is may


def test_names_are_known_in_any_case() -> None:
    assert {"br", "td", "opentracking", "html", "h1"} <= KNOWN
    assert HtmlModel().knows("BODY")
    assert not HtmlModel().knows("bodi")
    assert HtmlModel().spelling_of("Stong") == "strong"
    assert HtmlModel().spelling_of("xyzzy") is None
    assert not HtmlModel().holds_text_only("title")
    assert HtmlModel().may_omit_end("LI")
    assert not HtmlModel().may_omit_end("ul")


# -------------------------------------------------------------------- properties

SLIPS = [
    *("<p>", "</p>", "<b>", "</b>", "<i", "<br>", "<img/>", "<li>", "</li>", "<ul>"),
    *("</ul>", "<a='", "class=x", 'c="y"', ">", "<", "&", "&nbsp;", "x", "<!--"),
    *("-->", "<html>", "</html>", "<body>", "</body>", "<Text>", "]]>", "<![CDATA["),
    *("<o:p>", "/", "<!DOCTYPE", "'", '"', "\u00e9", "<td", "\U0001f64f", "&#0;"),
    *("</", "<BR>", "</br>", "<hr"),
]


@examples(1500)
@given(st.lists(st.sampled_from(SLIPS), max_size=14).map(" ".join))
def test_any_text_has_faults_with_places_in_it(text: str) -> None:
    found = faults_of(text)
    size = len(text)

    assert [f.at.start for f in found] == sorted(f.at.start for f in found)
    for fault in found:
        assert 0 <= fault.at.start <= fault.at.end <= size
        for place, _ in (*fault.related, *fault.edits):
            assert 0 <= place.start <= place.end <= size


@examples(300)
@given(st.integers(0, 2**32))
def test_one_slip_in_a_document_is_found_and_mended(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    body = "".join(
        dice.choice(["<p>a &amp; b</p>", "<br/>", "<b>c</b>"]) for _ in "123"
    )
    text = f"<html><body>{body}</body></html>"
    slip = dice.choice(["<br>", " & ", "<img src=a/>", "</i>", "<td nowrap/>"])
    at = dice.choice([n for n in range(12, len(text) - 13) if text[n] == "<"])
    text = text[:at] + slip + text[at:]
    found = faults_of(text)

    assert found
    assert all(at <= f.at.start <= f.at.end <= at + len(slip) for f in found)
    after = Content(etree.Element(EMAIL), EMAIL, edited(text, found), is_xhtml=True)
    assert after.faults(as_xml=True).kept == ()
    assert after.root is not None


@examples(400)
@given(st.lists(st.sampled_from(SLIPS), max_size=8).map("".join))
def test_wrapper_is_never_spoken_of(text: str) -> None:
    assert "fragment" not in str(faults_of(text))
