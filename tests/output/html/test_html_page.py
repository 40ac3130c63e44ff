"""The page as a document: its parts, its links, and that nothing gets in or out."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Position,
    Range,
    Severity,
)
from ctct_lint.output.context import RenderContext, RuleInfo
from ctct_lint.output.html import render
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    Page = Callable[..., str]
    Report = Callable[..., FileReport]

ERROR, WARNING, INFO, HINT = Severity
RULE = RuleInfo(
    "CTC201",
    "unknown-element",
    WARNING,
    "An element is not known.",
    "An element\nis not known.\n\nIt is `not` known,\nto anyone.\n\n"
    "## Why\n\nIt is ignored.\n\n"
    "```xml\n<a>\n\n  <b/>\n</a>\n```\n\nUse instead:\n\n```xml\n<c/>\n```\n",
    "Schema",
)
OTHER = RuleInfo("CTC999", "other", ERROR, "Never found.", "Never found.", "Schema")
EVIL = (
    "</script><script>x()</script><img src=x onerror=x()>--> ]]> &amp; \"' \u202e\x00"
)


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def one(root: html.HtmlElement, selector: str) -> html.HtmlElement:
    (found,) = root.xpath(selector)
    return found


def test_a_card_says_what_is_wrong_why_and_what_to_do(
    page: Page, report: Report
) -> None:
    text = "<a>\n  <b/>\n</a>"
    index = LineIndex(text)
    more = {
        "message": "`b` is wrong",
        "path": "/a/b",
        "help": ("write `c`",),
        "notes": ("`b` is ignored",),
        "related": (Label(index.range(1, 2), "in here"),),
        "fixes": (
            Fix("call it `c`", Applicability.SAFE, (Edit(index.range(7, 8), "c"),)),
        ),
    }
    root = parsed(page(report(text, ("b", ERROR, "CTC201", more))))

    card = one(root, "//article")
    assert card.get("id") == "f1-d1"
    assert [words(part) for part in card.xpath("*[not(@class='fix')]")] == [
        "error b is wrong",
        "CTC201 bad-thing 2:4\u20132:5 /a/b",
        "help: write c",
        "note: b is ignored",
        "see: line 1: in here",
    ]
    assert words(one(card, "div/p")) == "fix: call it c safe"
    assert [words(row) for row in card.xpath(".//div[contains(@class, 'row')]")] == [
        "2\u2212 <b/>",
        "2+ <c/>",
    ]
    assert [words(part) for part in card.xpath(".//del | .//ins")] == ["b", "c"]
    assert [words(code) for code in card.xpath(".//h3/code | .//p/code")] == [
        *("b", "/a/b", "c", "b", "c"),
    ]


def test_related_places_beyond_eight_are_counted(page: Page, report: Report) -> None:
    text = "b" + "\n<c/>" * 10
    index = LineIndex(text)
    labels = [Label(index.range(at, at + 1), "here") for at in range(2, 52, 5)]

    def last_remark(number: int) -> str:
        more = {"related": tuple(labels[:number])}
        root = parsed(page(report(text, ("b", ERROR, "CTC201", more))))
        return words(root.xpath("//article/p[contains(@class, 'remark')]")[-1])

    assert last_remark(8) == "see: line 9: here"
    assert last_remark(9) == "note: and 1 more place"
    assert last_remark(10) == "note: and 2 more places"


def test_source_cards_and_list_are_in_the_order_of_the_file(
    page: Page, report: Report
) -> None:
    root = parsed(
        page(
            report(
                "<a/>\n<b/>\n<c/>\n",
                ("a", ERROR, "CTC201", {}),
                ("a/", WARNING, "CTC202", {}),
                ("c", HINT, "CTC203", {}),
            )
        )
    )
    listing = one(root, "//div[@class='source']")
    order = [
        element.get("id")
        for element in listing.iter("div", "article")
        if element.get("id")
    ]
    assert order == ["f1-L1", "f1-d1", "f1-d2", "f1-L2", "f1-L3", "f1-d3"]
    assert [link.get("href") for link in root.xpath("//nav//li/a")] == [
        "#f1-d1",
        "#f1-d2",
        "#f1-d3",
    ]
    assert words(one(root, "//nav//li[3]")) == "hint: it is wrong CTC203 \xb7 3:2"


def test_the_head_counts_and_each_file_counts(page: Page, report: Report) -> None:
    root = parsed(
        page(
            report("<a/><b/>", ("a", ERROR, "CTC201", {}), ("b", ERROR, "CTC201", {})),
            report("<a/>", ("a", WARNING, "CTC202", {}), name="b.xml"),
            report("<a/>", name="c.xml"),
        )
    )

    assert words(one(root, "//title")) == "2 errors, 1 warning \u2013 ctct-lint"
    assert words(one(root, "//header")) == (
        "Skip to the sourcesctct-lint2 errors, 1 warningin 3 files checked"
    )
    assert [words(name) for name in root.xpath("//div[@class='name']")] == [
        "a.xml2 errors",
        "b.xml1 warning",
    ]
    assert [words(option) for option in root.xpath("//option")] == [
        *("Every code", "CTC201 bad-thing (2)", "CTC202 bad-thing (1)"),
        *("Every file", "a.xml", "b.xml"),
    ]
    clean = one(root, "//details[@class='in-order']")
    assert words(clean) == "1 file without a faultc.xml"
    assert clean.get("open") is None


def test_one_file_needs_no_choice_of_files(page: Page, report: Report) -> None:
    root = parsed(page(report("<a/>", ("a", ERROR, "CTC201", {}))))
    assert [select.get("id") for select in root.xpath("//select")] == ["by-code"]


def test_a_clean_run_says_so_and_names_the_files(page: Page, report: Report) -> None:
    root = parsed(page(report("<a/>"), report("<b/>", name="b.xml"), rules=(RULE,)))

    assert words(one(root, "//h1")) == "Nothing found"
    assert words(one(root, "//p[@class='files']")) == "in 2 files checked"
    clean = one(root, "//details")
    assert words(clean) == "2 files without a faulta.xmlb.xml"
    assert clean.get("open") is not None
    assert root.xpath("//nav | //form | //section") == []


def test_a_run_without_a_file_is_a_page(page: Page) -> None:
    root = parsed(page())

    assert words(one(root, "//header")) == (
        "Skip to the sourcesctct-lintNothing foundin 0 files checked"
    )
    assert words(one(root, "//main")) == ""


def test_of_very_many_clean_files_the_rest_is_counted(
    page: Page, report: Report
) -> None:
    root = parsed(page(*(report("", name=f"{n}.xml") for n in range(1203))))

    names = root.xpath("//details/ul/li")
    assert len(names) == 1001
    assert words(names[-1]) == "and 203 more"


def test_manuals_of_the_rules_that_found_something(page: Page, report: Report) -> None:
    root = parsed(page(report("<a/>", ("a", ERROR, "CTC201", {})), rules=(RULE, OTHER)))

    manual = one(root, "//section[@class='rules']/details")
    assert manual.get("id") == "CTC201"
    assert [(part.tag, words(part)) for part in manual] == [
        ("summary", "CTC201 unknown-element An element is not known. 1 time"),
        ("p", "It is not known, to anyone."),
        ("h3", "Why"),
        ("p", "It is ignored."),
        ("pre", "<a> <b/> </a>"),
        ("p", "Use instead:"),
        ("pre", "<c/>"),
    ]
    assert one(manual, "pre[1]").text_content() == "<a>\n\n  <b/>\n</a>"


def test_a_manual_leads_to_its_published_page(report: Report) -> None:
    context = RenderContext(
        Style(color=False, columns=100),
        lambda: (RULE,),
        rule_pages="https://docs.example.org/{code}",
    )
    root = parsed(
        "".join(render([report("<a/>", ("a", ERROR, "CTC201", {}))], context))
    )

    assert root.xpath("//details[@id='CTC201']/p[last()]/a/@href") == [
        "https://docs.example.org/CTC201"
    ]


def test_every_link_leads_somewhere_and_every_id_is_one(
    page: Page, report: Report
) -> None:
    text = "<a>" + "<b>x</b>" * 2000 + "KEY" + "<c/>" * 300 + "</a>\n" * 90 + "<d/>"
    label = Label(LineIndex(text).range(0, 1), "here")
    root = parsed(
        page(
            report(
                text,
                ("KEY", ERROR, "CTC201", {"related": (label,)}),
                (text[text.index("KEY") :], ERROR, "CTC201", {}),
                ("d", INFO, "CTC201", {}),
            ),
            report("<b/>", ("b", ERROR, "CTC201", {})),
            rules=(RULE,),
        )
    )
    ids = Counter(root.xpath("//@id"))
    links = root.xpath("//@href[starts-with(., '#')] | //@aria-labelledby")

    assert set(ids.values()) == {1}
    assert {link.lstrip("#") for link in links} - set(ids) == set()


def test_the_policy_allows_this_style_and_script_only(
    page: Page, report: Report
) -> None:
    root = parsed(page(report("<a/>", ("a", ERROR, "CTC201", {}))))

    def hashed(tag: str) -> str:
        digest = hashlib.sha256(one(root, f"//{tag}").text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    policy = one(root, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; style-src {hashed('style')}; "
        f"script-src {hashed('script')}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert root.xpath("//@style | //@*[starts-with(name(), 'on')]") == []


def test_the_page_asks_for_nothing_outside(page: Page, report: Report) -> None:
    content = page(report("<a/>", ("a", ERROR, "CTC201", {})), rules=(RULE,))
    root = parsed(content)

    outside = root.xpath("//@src | //@href[not(starts-with(., '#'))]")
    assert [url.partition(",")[0] for url in outside] == ["data:image/svg+xml;base64"]
    assert re.findall(r"https?:|@import|url\(|fetch\(|##", content) == []
    assert content.isascii()


@pytest.mark.parametrize(
    ("severity", "start"),
    [(ERROR, "fill='#c4302b'"), (WARNING, "fill='#c77700'"), (INFO, "fill='none'")],
)
def test_the_sign_in_the_tab_tells_the_worst(
    page: Page, report: Report, severity: Severity, start: str
) -> None:
    root = parsed(page(report("<a/>", ("a", severity, "CTC201", {}))))
    data = one(root, "//link[@rel='icon']/@href").partition(",")[2]
    assert start in base64.b64decode(data).decode()


def test_what_a_file_says_is_text_wherever_it_stands(
    page: Page, report: Report
) -> None:
    edit = Edit(LineIndex(EVIL).range(0, 4), EVIL)
    more = {
        "message": EVIL,
        "path": EVIL,
        "help": (EVIL, f"`{EVIL}`"),
        "notes": (EVIL,),
        "related": (Label(edit.range, EVIL),),
        "fixes": (Fix(EVIL, Applicability.UNSAFE, (edit,)),),
    }
    evil = RULE._replace(name=EVIL, summary=EVIL, manual=f"{EVIL}\n\n```\n{EVIL}\n```")
    rest = parsed(page(report(EVIL, ("]]>", ERROR, "CTC201", more), name=EVIL)))
    root = parsed(
        page(
            report(EVIL, ("]]>", ERROR, "CTC201", more), name=EVIL),
            report("", name=EVIL),
            rules=(evil,),
        )
    )

    plain = parsed(page(report("a", ("a", ERROR, "CTC201", {}))))
    tags = {element.tag for element in plain.iter() if isinstance(element.tag, str)}
    more_tags = {"del", "ins", "details", "summary", "ul", "pre", "bdi", "b"}
    assert len(root.xpath("//script")) == len(rest.xpath("//script")) == 1
    assert {e.tag for e in root.iter() if isinstance(e.tag, str)} <= tags | more_tags
    assert list(root.iter(html.etree.Comment)) == []
    code = one(root, "//div[@id='f1-L1']/code")
    assert code.text_content() == EVIL.replace("\u202e", "U+202E").replace(
        "\x00", "U+0000"
    )


@st.composite
def reports(draw: st.DrawFn) -> FileReport:
    """Make a text with odd characters, and ranges anywhere in it."""
    text = draw(
        st.text("ab<&\t\r\n\u05d0\u0301\u202e\U0001f389\x00\u200d", max_size=60)
    )
    index = LineIndex(text)
    found = []
    for _ in range(draw(st.integers(1, 5))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        where = index.range(start, end)
        fix = Fix("f", Applicability.SAFE, (Edit(where, draw(st.text(max_size=5))),))
        found.append(
            Diagnostic(
                where, draw(st.sampled_from(Severity)), "C", "n", "m", fixes=(fix,)
            )
        )
    found.sort(key=lambda each: each.sort_key)
    return FileReport("a.xml", "file:///a.xml", Lines(text), tuple(found))


@examples(50)
@given(reports())
def test_any_text_and_any_ranges_make_a_whole_page(report: FileReport) -> None:
    page = "".join(render([report], RenderContext(Style(color=False, columns=100))))
    root = parsed(page)

    keys = {f"f1-d{number}" for number in range(1, len(report.diagnostics) + 1)}
    assert set(root.xpath("//mark/@data-of")) == keys
    assert set(root.xpath("//article/@id")) == keys
    shown = "".join(root.xpath("//div[@class='row']/code//text()"))
    visible = re.sub(
        "[\u202e\x00]",
        lambda m: f"U+{ord(m[0]):04X}",
        "".join(report.lines.text(line) for line in range(report.lines.count)),
    )
    assert shown == visible


def test_a_place_behind_the_text_is_shown_at_its_end(page: Page) -> None:
    nowhere = Range(Position(9, 7, 0, 0), Position(9, 7, 0, 0))
    found = Diagnostic(nowhere, ERROR, "CTC201", "n", "m")
    root = parsed(page(FileReport("a.xml", "", Lines("<a/>\n"), (found,))))

    assert [row.get("id") for row in root.xpath("//div[@class='row']")] == [
        "f1-L1",
        "f1-L2",
    ]
    assert one(root, "//article").get("id") == "f1-d1"
