"""Contents in documents: what is found in them, where in the file, how bad it is."""

from __future__ import annotations

import html
import random
import subprocess
import sys
from collections.abc import Iterator
from xml.sax.saxutils import escape

import pytest
from fixture_file import FIXTURES
from lxml import etree
from said import underlined

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.engine.contents import Contents
from ctct_lint.html.content import EMAIL, REMINDER, STYLE, TEXT, Content
from ctct_lint.model.quota import MOST_OF_KIND
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.base import Evidence, Finding, Rule
from ctct_lint.rules.context import Context

FORM = ("CTC1", "CTC520")


def document(inside: str, field: str = EMAIL, form: str = "HTML") -> str:
    """Return a document; `inside` is what stands in the field, as in the file."""
    return (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}"><EmailContentFormat>{form}</EmailContentFormat>'
        f"<{field}>{inside}</{field}></Campaign></content></entry>\n"
    )


def found_in(
    inside: str, field: str = EMAIL, form: str = "HTML", operation: str = "create"
) -> list[Diagnostic]:
    text = document(inside, field, form)
    return lint(text.encode(), operation=operation, select=FORM)


def worded(found: list[Diagnostic]) -> list[tuple[str, Severity]]:
    return [(d.message, d.severity) for d in found]


# ---------------------------------------------------------------------- severity

UNCLOSED = "&lt;html&gt;&lt;body&gt;&lt;b&gt;a&lt;/body&gt;&lt;/html&gt;"


@pytest.mark.parametrize(
    ("form", "operation", "severity"),
    [
        ("XHTML", "create", Severity.ERROR),
        (" xhtml ", "update", Severity.ERROR),
        ("XHTML", "response", Severity.WARNING),
        ("HTML", "create", Severity.WARNING),
        ("", "create", Severity.WARNING),
    ],
)
def test_xhtml_is_strict(form: str, operation: str, severity: Severity) -> None:
    assert worded(found_in(UNCLOSED, EMAIL, form, operation)) == [
        ("`b` is never closed", severity)
    ]


@pytest.mark.parametrize(
    ("field", "form", "inside", "expected"),
    [
        # the text version is XML as soon as it has its wrapper
        (TEXT, "XHTML", "&lt;Text>a &amp;amp; b&lt;/Text>", []),
        (TEXT, "XHTML", "&lt;Text>a &amp; b&lt;/Text>", [Severity.ERROR]),
        (TEXT, "HTML", "&lt;Text>a &amp; b&lt;/Text>", [Severity.WARNING]),
        (TEXT, "HTML", "&lt;text>a &lt;b>c&lt;/text>", [Severity.WARNING]),
        (TEXT, "HTML", "a &amp; b &lt;c", []),
        (TEXT, "XHTML", "a &amp; b", []),
        # of the reminder little is known
        (REMINDER, "HTML", "a &lt;b>c", [Severity.WARNING]),
        (REMINDER, "XHTML", "a &lt;b>c", [Severity.WARNING]),
        (REMINDER, "XHTML", "a &lt;br>c &amp; d", []),
        (STYLE, "XHTML", "a > b { content: '&lt;b>' }", []),
        # escaped twice, or not at all: that is said by others
        (EMAIL, "XHTML", "&amp;lt;html&amp;gt;&amp;lt;b&amp;gt;a &amp; b", []),
        (EMAIL, "XHTML", "<html xmlns=''><b/></html>", []),
        (EMAIL, "XHTML", " \n ", []),
    ],
)
def test_each_field_is_judged_for_itself(
    field: str, form: str, inside: str, expected: list[Severity]
) -> None:
    assert [d.severity for d in found_in(inside, field, form)] == expected


def test_why_it_is_an_error_is_noted() -> None:
    (strict,) = found_in(UNCLOSED, EMAIL, "XHTML")
    (lax,) = found_in(UNCLOSED)

    assert strict.notes == (
        "`EmailContentFormat` is `XHTML`: `EmailContent` has to be XML",
    )
    assert lax.notes == ()
    assert strict.path == "/entry/content/Campaign/EmailContent"


def test_messages_speak_of_the_field_not_of_the_document() -> None:
    cut = found_in("&lt;html>&lt;body>&lt;p>a", EMAIL, "XHTML")
    roots = found_in("&lt;html/>&lt;p/>", EMAIL, "XHTML")

    assert [d.message for d in cut] == [
        "`EmailContent` ends here while 3 elements are open"
    ]
    assert [(d.message, d.help) for d in roots] == [
        (
            "`p` is a second root element",
            ("put it into the root element: `EmailContent` has one",),
        )
    ]


# ------------------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("inside", "expected", "fixed"),
    [
        ("&lt;p&gt;a&lt;br&gt;&lt;/p&gt;", "br", "&lt;p&gt;a&lt;br/&gt;&lt;/p&gt;"),
        ("&#60;p>a&#x3c;b&#114;>&lt;/p>", "b&#114;", "&#60;p>a&#x3c;b&#114;/>&lt;/p>"),
        ("<![CDATA[<p>a<br></p>]]>", "br", "<![CDATA[<p>a<br/></p>]]>"),
        (
            "<![CDATA[<p>]]>\r\n\U0001f64f<!-- <br> -->&lt;br<![CDATA[></p>]]>",
            "br",
            "<![CDATA[<p>]]>\r\n\U0001f64f<!-- <br> -->&lt;br/&gt;<![CDATA[</p>]]>",
        ),
    ],
)
def test_range_and_fix_are_of_the_file_s_own_spelling(
    inside: str, expected: str, fixed: str
) -> None:
    text = document(inside, EMAIL, "XHTML")
    (diagnostic,) = lint(text.encode(), select=FORM)
    ((edit,),) = [fix.edits for fix in diagnostic.fixes]
    start, end = edit.range
    after = text[: start.offset] + edit.new_text + text[end.offset :]

    assert underlined(text, diagnostic) == expected
    if "<!--" not in inside:
        assert after == document(fixed, EMAIL, "XHTML")
    assert lint(after.encode(), select=FORM) == []


SPELLINGS = {
    "<": ["&lt;", "&#60;", "&#x3C;", "<![CDATA[<]]>"],
    "&": ["&amp;", "&#38;", "<![CDATA[&]]>"],
    ">": [">", "&gt;", "&#62;"],
    "\n": ["\n", "\r\n", "&#10;"],
    "e": ["e", "&#101;", "e<!-- < -->", "<![CDATA[e]]>"],
}


def spelt(text: str, dice: random.Random) -> str:
    """Return a text as a file may write it, each character in one of its ways."""
    return "".join(dice.choice(SPELLINGS.get(char, [char])) for char in text)


@pytest.mark.parametrize("one_line", [False, True])
def test_fault_in_a_hundred_kilobytes_is_underlined_exactly(one_line: bool) -> None:
    """Where it is comes from the lengths of the pieces that the file is made of."""
    dice = random.Random(1)  # noqa: S311
    line = "" if one_line else "\n"
    before = "<html><body>" + f"<p>Wheel \U0001f64f\u00e9 &amp; more</p>{line}" * 2000
    after = f"<p>Other</p>{line}" * 1500 + "</body></html>"
    head = document("@").partition("@")[0] + spelt(before, dice) + "&#x3c;/"
    text = f"{head}&#105;&gt;{spelt(after, dice)}{document('@').partition('@')[2]}"
    (found,) = lint(text.encode(), select=FORM)

    assert len(text) > 100_000
    assert found.message == "`</i>` closes no open element"
    assert (found.range.start.offset, found.range.end.offset) == (
        len(head),
        len(head) + len("&#105;"),
    )
    last_line = head.rpartition("\n")[2]
    assert found.range.start.column == len(last_line)
    assert found.range.start.character == len(last_line.encode("utf-16-le")) // 2


def test_related_places_are_in_the_content_as_well() -> None:
    text = document(UNCLOSED)
    (found,) = lint(text.encode(), select=FORM)
    (label,) = found.related
    start, end = label.range

    assert underlined(text, found) == "b"
    assert text[start.offset - 5 : end.offset] == "&lt;/body"[-9:]


# ------------------------------------------------------------------- the engine


def record_of(fields: dict[str, str]) -> Record:
    inside = "".join(f"<{n}>{escape(v)}</{n}>" for n, v in fields.items())
    return Record(etree.fromstring(f'<Campaign xmlns="{CTCT}">{inside}</Campaign>'))


class Spy:
    """A rule that says what it was called with."""

    def __init__(self, **narrow: frozenset[str]) -> None:
        self.seen: list[tuple[str, str, bool]] = []
        self.rule = Rule(
            code="CTC599",
            module="ctct_lint.profiles.ctct.rules.content.spy",
            severity=Severity.ERROR,
            on="content",
            operations=frozenset(),
            evidence=Evidence.INFERENCE,
            source="",
            check=self.check,
            **narrow,
        )

    def check(self, content: Content, _context: Context) -> Iterator[Finding]:
        self.seen.append((content.name, content.text, content.is_xhtml))
        if "bad" in content.text:
            yield Finding(content.span(0, 1), "bad")
        if "worse" in content.text:
            raise ValueError("oops")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch):  # noqa: ANN201
    def run_one(spy: Spy, fields: dict[str, str]) -> list[str]:
        profile = built_in()
        monkeypatch.setattr(type(profile), "rules_on", lambda *_: (spy.rule,))
        found = known.check(record_of(fields), profile, Context("create"))
        return [one.finding.message for one in found]

    known = Contents(most=2, most_characters=9)
    return run_one


def test_rule_is_called_for_each_field_with_text(run) -> None:  # noqa: ANN001
    spy = Spy()
    run(spy, {EMAIL: "a", TEXT: "b", REMINDER: " ", "Name": "c", STYLE: "d"})

    assert spy.seen == [(EMAIL, "a", False), (TEXT, "b", False), (STYLE, "d", False)]


def test_rule_knows_the_format(run) -> None:  # noqa: ANN001
    spy = Spy()
    run(spy, {"EmailContentFormat": "XHTML", EMAIL: "a"})

    assert spy.seen == [(EMAIL, "a", True)]


def test_rule_may_want_some_fields_only(run) -> None:  # noqa: ANN001
    spy = Spy(fields=frozenset({TEXT, REMINDER}))
    run(spy, {EMAIL: "a", TEXT: "b"})

    assert spy.seen == [(TEXT, "b", False)]


def test_rule_may_want_some_tags_only(run) -> None:  # noqa: ANN001
    spy = Spy(tags=frozenset({"script", "object"}))
    texts = ["<p>script</p>", "<!-- <script> -->", "a<SCRIPT>b</SCRIPT>"]
    for text in texts:
        run(spy, {EMAIL: text})

    assert [text for _, text, _ in spy.seen] == texts[2:]


def test_clean_content_is_read_once(run) -> None:  # noqa: ANN001
    spy = Spy()
    for _ in range(3):
        run(spy, {EMAIL: "a", TEXT: "a"})
    run(spy, {EMAIL: "a", "EmailContentFormat": "XHTML"})

    assert spy.seen == [(EMAIL, "a", False), (TEXT, "a", False), (EMAIL, "a", True)]


def test_finding_is_said_each_time(run) -> None:  # noqa: ANN001
    spy = Spy()

    assert [run(spy, {EMAIL: "bad"}) for _ in range(3)] == [["bad"]] * 3


@pytest.mark.parametrize(
    ("texts", "judged"),
    [
        ("a b a b", "a b"),
        ("a b c c a", "a b c a"),
        ("long-words long-words", "long-words long-words"),
        ("long de long de", "long de"),
        ("longer word longer", "longer word longer"),
    ],
)
def test_what_is_remembered_is_bounded(run, texts: str, judged: str) -> None:  # noqa: ANN001
    spy = Spy()
    for text in texts.split():
        run(spy, {EMAIL: text})

    assert [text for _, text, _ in spy.seen] == judged.split()


def test_rule_that_fails_is_reported_and_the_run_goes_on(run) -> None:  # noqa: ANN001
    messages = run(Spy(), {EMAIL: "worse", TEXT: "bad"})

    assert messages == ["CTC599 failed: ValueError: oops", "bad"]


def test_too_many_faults_are_counted_not_worded() -> None:
    number = MOST_OF_KIND + 234
    found = found_in("&lt;p>" + "&lt;br>" * number + "&lt;/p>", EMAIL, "XHTML")

    assert len(found) == 101
    assert found[-1].message == (
        f"{number - 100} more CTC520 (unclosed-void-element) not shown"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<" * 20_000,
        "<a" * 20_000,
        "<div>" * 10_000,
        "<div>" * 10_000 + "</div>" * 10_000,
        "</b>" * 10_000,
        "<p>" * 5_000 + "</div>" * 5_000,
        "<a x='>" * 5_000,
        '<a x="' * 5_000,
        "<!--" * 10_000,
        "<html><body>" + "x" * 200_000,
        "<p>" + "&" * 10_000,
        "<title></titl" * 3_000,
    ],
    ids=lambda text: repr(text[:8]),
)
@pytest.mark.parametrize("form", ["HTML", "XHTML"])
def test_hostile_content_is_linted(text: str, form: str) -> None:
    found = found_in(escape(text), EMAIL, form)

    assert [d.message for d in found if d.code == "CTC901"] == []
    assert len(found) <= 4 * 101


def test_clean_contents_need_no_repair() -> None:
    """HTML that is no XML is checked at a glance; libxml2 knows the rest."""
    code = (
        "import sys, ctct_lint;"
        "ctct_lint.lint(open(sys.argv[1], 'rb').read());"
        "print(sorted(m for m in sys.modules if m.startswith('ctct_lint.xml.rep')"
        " or m in ('ctct_lint.html.xml', 'ctct_lint.html.nesting')))"
    )
    for name in ("campaign-html.create.xml", "campaign-xhtml.create.xml"):
        path = FIXTURES / "valid" / name
        done = subprocess.run(
            [sys.executable, "-c", code, path],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "[]\n"


# ------------------------------------------------------------------ what rules see


def content_of(text: str, name: str = EMAIL) -> Content:
    return Content(etree.Element(name), name, text, is_xhtml=False)


def test_content_knows_its_tags() -> None:
    content = content_of("<P>a<b>c</B><!-- <i> --><br/></p>")

    assert content.tag_names == {"p", "b", "br"}
    assert [t.name for t in content.start_tags()] == ["P", "b", "br"]
    assert [t.name for t in content.start_tags("b", "br")] == ["b", "br"]
    assert [t.name for t in content.end_tags()] == ["B", "p"]
    assert [t.name for t in content.end_tags("p")] == ["p"]
    assert content.tags is content.tags


def test_content_knows_the_tags_of_broken_html() -> None:
    content = content_of("<p <b>a</b <![CDATA[<i>]]></p>")

    assert content.tag_names == {"p", "b"}


def test_content_knows_its_tree() -> None:
    document, fragment, broken = map(content_of, ("<p>a</p>", "a<b/>", "<p>"))

    assert document.root is not None
    assert (document.root.tag, document.root.text) == ("p", "a")
    assert document.root is document.root
    assert (document.is_fragment, fragment.is_fragment) == (False, True)
    assert (broken.root, broken.is_fragment) == (None, False)


def test_style_sheet_has_neither_tags_nor_a_tree() -> None:
    content = content_of("a { b: '<p>' }", STYLE)

    assert (content.root, content.tag_names, content.tags) == (None, frozenset(), ())


def test_places_are_named_by_tags_and_attributes() -> None:
    text = "a<a href='x' b=''>"
    content = content_of(text)
    (tag,) = content.tags
    href, empty = tag.attributes
    places = [
        content.name_of(tag),
        content.whole(tag),
        content.attribute_name(href),
        content.attribute_value(href),
        content.attribute_value(empty),
    ]

    assert [text[p.start : p.end] for p in places] == [
        "a",
        "<a href='x' b=''>",
        "href",
        "x",
        "b",
    ]
    assert {p.element for p in places} == {content.element}


def test_decoded_text_is_what_a_reader_of_the_file_gets() -> None:
    inside = "&lt;p>&amp;eacute;&#233;<![CDATA[<b>]]>&lt;/p>"
    element = etree.fromstring(document(inside)).find(f".//{{{CTCT}}}{EMAIL}")

    assert element is not None
    assert element.text == html.unescape(
        "&lt;p&gt;&amp;eacute;\u00e9&lt;b&gt;&lt;/p&gt;"
    )
