"""What the rules say of a campaign's content, case by case."""

from __future__ import annotations

import pytest
from linting import lint_bytes
from said import escaped, unescaped

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.config import Settings
from ctct_lint.engine import contents
from ctct_lint.profiles.ctct.mail.escapes import (
    as_html,
    as_plain,
    as_plain_text,
    escaped_tag,
)
from ctct_lint.profiles.ctct.mail.mojibake import has_symbols, mojibake_in
from ctct_lint.profiles.ctct.mail.service_tags import SPELLINGS
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.rules.content import content_outside_charset
from ctct_lint.rules.registry import all_rules

EMAIL, TEXT, REMINDER = "EmailContent", "EmailTextContent", "PermissionReminderText"
XHTML_NAMESPACE = 'xmlns="http://www.w3.org/1999/xhtml"'


def document(field: str, written: str, content_format: str = "HTML") -> str:
    return (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">'
        f"<EmailContentFormat>{content_format}</EmailContentFormat>"
        f"<{field}>{written}</{field}></Campaign></content></entry>"
    )


def diagnostics(
    select: str, field: str, text: str, content_format: str = "HTML"
) -> list[Diagnostic]:
    """Return what is said by the rules that are meant; broken markup is no matter."""
    source = document(field, escaped(text), content_format)
    wanted = Settings(select=tuple(select.split()))
    found = lint(source, operation="create", select=wanted.select)
    return [d for d in found if wanted.chooses(d.code, d.name)]


def mended(
    select: str, field: str, text: str, content_format: str = "HTML", *, fix: int = 0
) -> str:
    """Return the field's text after the fix of its one diagnostic, as it is read."""
    source = document(field, escaped(text), content_format)
    (found,) = lint(source, operation="create", select=select.split())
    for edit in reversed(found.fixes[fix].edits):
        start, end = edit.range.start.offset, edit.range.end.offset
        source = source[:start] + edit.new_text + source[end:]
    inside = source.partition(f"<{field}>")[2].partition(f"</{field}>")[0]
    return unescaped(inside)


def at(found: Diagnostic, field: str, text: str, content_format: str = "HTML") -> str:
    """Return what is underlined, unescaped."""
    source = document(field, escaped(text), content_format)
    return unescaped(source[found.range.start.offset : found.range.end.offset])


def said(
    select: str, field: str, text: str, content_format: str = "HTML"
) -> list[tuple[str, str]]:
    """Return what is underlined and the message of each diagnostic."""
    found = diagnostics(select, field, text, content_format)
    return [(at(d, field, text, content_format), d.message) for d in found]


def html(body: str, head: str = "") -> str:
    return f"<html>{head}<body>{body}</body></html>"


# ------------------------------------------------------------ no HTML document


NO_DOCUMENT = "`EmailContent` is no HTML document"


@pytest.mark.parametrize(
    ("text", "where", "rest"),
    [
        ("Test Email", "Test Email", " but words alone"),
        ("\n Rye,\n spelt \n", "Rye,\n spelt", " but words alone"),
        ("5 < 6", "5 < 6", " but words alone"),
        ("<p>Rye</p>", EMAIL, ": it has neither `<html>` nor `<body>`"),
        ("<body>Rye</body>", EMAIL, ": it has no `<html>`"),
        ("<html><p>Rye</p></html>", EMAIL, ": it has no `<body>`"),
        ("<body><html>Rye</html></body>", EMAIL, ": `<body>` stands before `<html>`"),
        ("<!-- <html><body> --><p>Rye</p>", EMAIL, ": it has neither `<html>` nor"),
    ],
)
def test_content_that_is_no_document(text: str, where: str, rest: str) -> None:
    ((underlined, message),) = said("no-html-document", EMAIL, text)

    assert underlined == where
    assert message.startswith(NO_DOCUMENT + rest)


@pytest.mark.parametrize(
    "text",
    [
        html("Rye"),
        "<HTML LANG='en'>\n<BODY>Rye</BODY></HTML>",
        "<!-- of <body> --><!DOCTYPE html>\n<html><body>Rye</body></html>",
        "<html><head><!-- rye --></head><body>Rye</body></html>",
        "&lt;html&gt;&lt;body&gt;Rye&lt;/body&gt;&lt;/html&gt;",
        "{{ content }}",
    ],
)
def test_content_that_is_a_document_or_something_else_is_said_of(text: str) -> None:
    assert said("no-html-document", EMAIL, text) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (" Rye ", " <html><body>Rye</body></html> "),
        ("<p>Rye</p>", html("<p>Rye</p>")),
        ("<!DOCTYPE html>\n<body>R</body>", "<!DOCTYPE html>\n" + html("R")),
        ("<!-- a > b -->Rye", "<!-- a > b -->" + html("Rye")),
        ("<!-- Rye", html("<!-- Rye")),
        ("<!-- rye --> ", "<!-- rye -->" + html("") + " "),
        ("<html>Rye</html>", html("Rye")),
        ("<html>Rye", "<html><body>Rye</body>"),
        ("<html><head></head>Rye</html>", html("Rye", "<head></head>")),
    ],
)
def test_document_is_made_of_what_there_is(text: str, meant: str) -> None:
    assert mended("no-html-document", EMAIL, text) == meant


@pytest.mark.parametrize("text", ["<body><html>", "<html><frameset></html>"])
def test_document_that_nobody_can_mend(text: str) -> None:
    (found,) = diagnostics("no-html-document", EMAIL, text)

    assert found.fixes == ()


def test_document_without_body_leads_to_its_root() -> None:
    text = "<html><p>Rye</p></html>"
    (found,) = diagnostics("no-html-document", EMAIL, text)
    (label,) = found.related

    assert found.severity is Severity.ERROR
    assert label.message == "it stands inside of this"
    assert label.range.start.offset == document(EMAIL, "").index("></EmailC") + 1


# ------------------------------------------------------------ unclosed documents


@pytest.mark.parametrize(
    ("text", "where", "missing", "meant"),
    [
        ("<html><body>Rye\n", "html", "</body></html>", html("Rye") + "\n"),
        ("<html><body>Rye</body>", "html", "</html>", html("Rye")),
        ("<html><body>Rye</html>", "body", "</body>", html("Rye")),
        ("<HTML><BODY>", "HTML", "</BODY></HTML>", "<HTML><BODY></BODY></HTML>"),
    ],
)
def test_document_that_is_not_closed(
    text: str, where: str, missing: str, meant: str
) -> None:
    message = f"`EmailContent` has no `{missing}`"

    assert said("unclosed-document", EMAIL, text) == [(where, message)]
    assert mended("unclosed-document", EMAIL, text) == meant


@pytest.mark.parametrize(
    ("text", "content_format"),
    [
        (html("Rye"), "HTML"),
        ("<html><body>Rye</BODY ></HTML>", "HTML"),
        ("<html><body><table><tr><td>Rye", "HTML"),
        ("<body>Rye", "HTML"),
        ("<html><body>Rye", "XHTML"),
    ],
)
def test_document_that_is_closed_or_broken_elsewhere(
    text: str, content_format: str
) -> None:
    assert said("unclosed-document", EMAIL, text, content_format) == []


# ------------------------------------------------------------ the text version


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (" Rye. ", "Rye."),
        ("Rye & <b>spelt</b>", "Rye & <b>spelt</b>"),
        ("<html><body>Rye</body></html>", "<html>"),
    ],
)
def test_text_that_is_not_wrapped(text: str, where: str) -> None:
    message = "`EmailTextContent` is not wrapped in `<Text>`"

    assert said("text-not-wrapped", TEXT, text) == [(where, message)]


def test_text_in_the_middle_is_no_wrapper() -> None:
    text = "<html><Text>Rye</Text></html>"
    (found,) = diagnostics("text-not-wrapped", TEXT, text)

    assert at(found, TEXT, text) == "<html>"
    assert found.message == "`<Text>` is not the outermost element of the text"
    assert found.fixes == ()


@pytest.mark.parametrize(
    ("content_format", "severity", "note"),
    [
        ("HTML", Severity.WARNING, "staff ask for it"),
        ("XHTML", Severity.ERROR, "`EmailContentFormat` is `XHTML`"),
    ],
)
def test_text_is_refused_in_xhtml_only(
    content_format: str, severity: Severity, note: str
) -> None:
    (found,) = diagnostics("text-not-wrapped", TEXT, "Rye.", content_format)

    assert found.severity is severity
    assert found.notes[0].startswith(note)


@pytest.mark.parametrize(
    "text",
    [
        "<Text>Rye.</Text>",
        "\n<Text >Rye.</Text>",
        "<text>Rye.</text>",
        "<Txt>Rye.</Txt>",
        "Rye <Text>and</Text> spelt",
        "&lt;Text&gt;Rye.&lt;/Text&gt;",
        "{{ text }}",
    ],
)
def test_text_that_is_wrapped_or_something_else_is_said_of(text: str) -> None:
    assert said("text-not-wrapped", TEXT, text) == []


@pytest.mark.parametrize(
    ("text", "meant", "is_safe"),
    [
        ("\n Rye.\n", "\n <Text>Rye.</Text>\n", True),
        ("Rye & spelt", "<Text>Rye & spelt</Text>", False),
        ("<b>Rye</b>", "<Text><b>Rye</b></Text>", False),
    ],
)
def test_text_is_wrapped(text: str, meant: str, is_safe: bool) -> None:
    (in_html,) = diagnostics("text-not-wrapped", TEXT, text)
    (in_xhtml,) = diagnostics("text-not-wrapped", TEXT, text, "XHTML")

    assert mended("text-not-wrapped", TEXT, text) == meant
    assert in_html.fixes[0].applicability.value == "unsafe"
    assert (in_xhtml.fixes[0].applicability.value == "safe") is is_safe


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("<Text><Text>Rye</Text></Text>", "<Text>Rye</Text>"),
        ("<Text> a <Text/> b </Text>", "<Text> a  b </Text>"),
        ("<text><Text>Rye</Text></text>", "<text>Rye</text>"),
        ("<Text></b><Text>Rye</Text></Text>", "<Text></b>Rye</Text>"),
    ],
)
def test_text_that_is_wrapped_twice(text: str, meant: str) -> None:
    message = "`<Text>` stands inside `<Text>`: the text is wrapped twice"

    assert said("nested-text", TEXT, text) == [("Text", message)]
    assert mended("nested-text", TEXT, text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "<Text>Rye</Text>",
        "<Text>Rye</Text><Text>Spelt</Text>",
        "<Text><Greeting/>Rye</Text>",
        "<Text><Text>Rye",
    ],
)
def test_text_that_is_wrapped_once(text: str) -> None:
    assert said("nested-text", TEXT, text) == []


# ------------------------------------------------------------ escaped twice


@pytest.mark.parametrize(
    ("field", "content_format", "severity"),
    [
        (EMAIL, "HTML", Severity.ERROR),
        (TEXT, "XHTML", Severity.ERROR),
        (TEXT, "HTML", Severity.WARNING),
        (REMINDER, "XHTML", Severity.WARNING),
    ],
)
def test_content_escaped_twice(
    field: str, content_format: str, severity: Severity
) -> None:
    text = 'Rye &lt;b class="a"&gt;&amp; spelt&lt;/b&gt;'
    (found,) = diagnostics("content-escaped-twice", field, text, content_format)

    assert at(found, field, text, content_format) == '&lt;b class="a"&gt;'
    assert found.message == (
        f'`{field}` was escaped twice: `&lt;b class="a"&gt;` is no tag'
    )
    assert found.severity is severity
    assert mended("content-escaped-twice", field, text, content_format) == (
        'Rye <b class="a">& spelt</b>'
    )


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("&lt;html&gt;", "&lt;html&gt;"),
        ("&#60;p&#62;", "&#60;p&#62;"),
        ("&#x3C;/P&#x3e;", "&#x3C;/P&#x3e;"),
        ("a &lt; b &lt;br/>", "&lt;br/>"),
        ("&lt;!DOCTYPE html&gt;", "&lt;!DOCTYPE html&gt;"),
        ("&lt;joe@example.com&gt; &lt;b&gt;", "&lt;b&gt;"),
        ("&lt;joe@example.com&gt;", None),
        ("&lt;b &lt;joe&gt;", None),
        ("&lt;b ", None),
        ("<p>&lt;b&gt;</p>", None),
        ("Rye &amp; spelt", None),
        ("Rye", None),
    ],
)
def test_first_tag_that_is_still_escaped(text: str, tag: str | None) -> None:
    span = escaped_tag(text)

    assert (span and text[slice(*span)]) == tag


@pytest.mark.parametrize(
    ("field", "reference", "meant"),
    [
        (EMAIL, "&amp;nbsp;", "&nbsp;"),
        (EMAIL, "&amp;amp;", "&amp;"),
        (EMAIL, "&amp;amp;amp;", "&amp;"),
        (EMAIL, "&amp;#8211;", "&#8211;"),
        (TEXT, "&amp;#xe9;", "&#xe9;"),
        (TEXT, "&amp;amp;", "&amp;"),
        (TEXT, "&amp;eacute;", "é"),
        (TEXT, "&amp;amp;nbsp;", " "),
        (REMINDER, "&amp;eacute;", "&eacute;"),
    ],
)
def test_reference_escaped_twice(field: str, reference: str, meant: str) -> None:
    text = f"<Text>a{reference}b</Text>"
    message = f"`{reference}` in `{field}` was escaped twice"

    assert said("reference-escaped-twice", field, text) == [(reference, message)]
    assert mended("reference-escaped-twice", field, text) == f"<Text>a{meant}b</Text>"


def test_reference_that_plain_text_cannot_have() -> None:
    (found,) = diagnostics("reference-escaped-twice", TEXT, "a &amp;hearts; b")

    assert found.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "a &amp; b",
        "<a href='/?a=1&amp;b=2&amp;copy=3'>",
        "&amp;now;",
        "&nbsp;",
        "&lt;p&gt;&amp;nbsp;&lt;/p&gt;",
    ],
)
def test_reference_escaped_once(text: str) -> None:
    assert said("reference-escaped-twice", EMAIL, text) == []


@pytest.mark.parametrize(
    ("entity", "meant", "title"),
    [
        ("&eacute;", "é", "write `é`"),
        ("&nbsp;", " ", "write a blank"),
        ("&rsquo;", "'", "write `'`"),
        ("&lsaquo;", "&lt;", "write `&lt;`"),
        ("&zwnj;", "", "remove it"),
    ],
)
def test_entity_in_text(entity: str, meant: str, title: str) -> None:
    text = f"<Text>a{entity}b</Text>"
    (found,) = diagnostics("entity-in-text", TEXT, text)

    assert at(found, TEXT, text) == entity
    assert found.message == f"`{entity}` is an entity of HTML, this is plain text"
    assert found.fixes[0].title == title
    assert found.fixes[0].applicability.value == "unsafe"
    assert mended("entity-in-text", TEXT, text) == f"<Text>a{meant}b</Text>"


@pytest.mark.parametrize(
    "text",
    [
        "Rye",
        "a &amp; b &lt;b&gt; &quot;c&quot; &apos; &#233;",
        "a &co; b",
        "&Atilde;&copy;",
    ],
)
def test_text_without_entities_of_html(text: str) -> None:
    assert said("entity-in-text", TEXT, text) == []


def test_entity_without_anything_similar() -> None:
    (found,) = diagnostics("entity-in-text", TEXT, "I &hearts; rye")

    assert found.fixes == ()


# ------------------------------------------------------------ characters


@pytest.mark.parametrize(
    ("field", "run", "message", "meant"),
    [
        (EMAIL, "“", "`“` (U+201C, left double quotation mark) in", "&#8220;"),
        (EMAIL, "–", "`–` (U+2013, en dash) in", "&#8211;"),
        (EMAIL, "\u200b\ufeff", "`U+200B` in", ""),
        (EMAIL, "\u200a", "`U+200A` (hair space) in", "&#8202;"),
        (EMAIL, "\u2066", "`U+2066` (left-to-right isolate) in", ""),
        (EMAIL, "\ufd3e", "`﴾` (U+FD3E, ornate left parenthesis) in", "&#64830;"),
        (EMAIL, "\u2e80", "`⺀` (U+2E80, cjk radical repeat) in", "&#11904;"),
        (EMAIL, "\u29bf", "`⦿` (U+29BF, circled bullet) in", "&#10687;"),
        (EMAIL, "\u2a74", "`⩴` (U+2A74, double colon equal) in", "&#10868;"),
        (EMAIL, "\ufdfa", "`ﷺ` (U+FDFA) in", "&#65018;"),
        (EMAIL, "\ue000", "`\ue000` (U+E000) in", "&#57344;"),
        (TEXT, "”", "`”` (U+201D, right double quotation mark) in", '"'),
        (REMINDER, "’", "`’` (U+2019, right single quotation mark) in", "&#8217;"),
    ],
)
def test_character_outside_the_charset(
    field: str, run: str, message: str, meant: str
) -> None:
    ((underlined, found),) = said("content-outside-charset", field, f"é{run}é")

    assert underlined == run
    assert found.startswith(f"{message} `{field}` is not in ISO-8859-1")
    assert mended("content-outside-charset", field, f"é{run}é") == f"é{meant}é"


def test_runs_of_characters_that_nobody_is_shown_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (contents, content_outside_charset):
        monkeypatch.setattr(module, "MOST_OF_KIND", 2)
    settings = Settings(operation="create", select=("CTC510",), most=1)
    found = lint_bytes(document(EMAIL, "“a” “b” “c”").encode(), settings).diagnostics

    assert [one.message for one in found] == [
        f"`“` (U+201C, left double quotation mark) in `{EMAIL}` is not in ISO-8859-1",
        "5 more CTC510 (content-outside-charset) not shown",
    ]


def test_run_of_characters_is_one_finding() -> None:
    ((run, message),) = said("content-outside-charset", EMAIL, "a “…” b")[:1]

    assert run == "“…”"
    assert message == (
        "`“` (U+201C) in `EmailContent` is not in ISO-8859-1, nor are 2 more"
    )


@pytest.mark.parametrize(
    ("field", "text", "help_"),
    [
        (EMAIL, "“", "write `&#8220;` in the HTML instead"),
        (TEXT, "“", "write something similar in plain characters"),
        (EMAIL, "\u200b", "remove it: it cannot be seen"),
    ],
)
def test_what_to_do_about_a_character(field: str, text: str, help_: str) -> None:
    (found,) = diagnostics("content-outside-charset", field, text)

    assert found.help == (help_,)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (EMAIL, "<style>a:after { content: '“' }</style>"),
        (EMAIL, "<script>'“"),
        (TEXT, "I ♥ rye"),
    ],
)
def test_character_that_no_fix_can_replace(field: str, text: str) -> None:
    (found,) = diagnostics("content-outside-charset", field, text)

    assert found.fixes == ()


@pytest.mark.parametrize("text", ["Rye", "Café « Sol » ©", "Joeâ€™s", "&rsquo;"])
def test_text_inside_the_charset(text: str) -> None:
    assert said("content-outside-charset", EMAIL, text) == []


def test_reference_of_the_document_is_the_character() -> None:
    source = document(EMAIL, "caf&#8217;s")
    (found,) = lint(source, operation="create", select=["content-outside-charset"])

    assert source[found.range.start.offset : found.range.end.offset] == "&#8217;"


@pytest.mark.parametrize(
    ("field", "text", "where", "meant"),
    [
        (EMAIL, "Joe\x92s", "`U+0092`", "Joe&#8217;s"),
        (EMAIL, "\x93\x94", "`U+0093`", "&#8220;&#8221;"),
        (EMAIL, "a\x81b", "`U+0081`", "ab"),
        (EMAIL, "a\x7fb", "`U+007F`", "ab"),
        (TEXT, "Joe\x92s", "`U+0092`", "Joe's"),
    ],
)
def test_control_character(field: str, text: str, where: str, meant: str) -> None:
    ((_, message),) = said("control-character", field, text)

    assert message == f"{where} in `{field}` is a control character"
    assert mended("control-character", field, text) == meant


def test_control_character_without_anything_similar() -> None:
    (found,) = diagnostics("control-character", TEXT, "100 \x89")

    assert found.help == ("did you mean `‰`?",)
    assert found.fixes == ()


@pytest.mark.parametrize("text", ["Rye", "Café", "© Joe", "â\x80\x99"])
def test_text_without_control_characters(text: str) -> None:
    assert said("control-character", EMAIL, text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Rye", []),
        ("Café à la crème, £3", []),
        ("CafÃ© Ã©", [(3, 5, "é"), (6, 8, "é")]),
        ("Joeâ\x80\x99s", [(3, 6, "’")]),
        ("Ã\x89tÃ©", [(0, 2, "É"), (3, 5, "é")]),
        ("Ã©â\x80\x99", [(0, 5, "é’")]),
        ("Caf&Atilde;&copy;s", [(3, 17, "é")]),
        ("&acirc;&euro;&trade;&nbsp;", [(0, 20, "’")]),
        ("&acirc;€™", [(0, 9, "’")]),
        ("&Acirc;&copy;&#195;&#169;", [(0, 25, "©é")]),
        ("&Atilde; &Atilde;o &Acirc;&amp;", []),
        ("n&atilde;o &Atilde;&ccedil;", []),
        ("\xe2\x80\xff\xc3\xff", []),
        ("\xe0\x80\x80", []),
    ],
)
def test_text_encoded_twice(text: str, spans: list[tuple[int, int, str]]) -> None:
    assert [(*span, meant) for span, meant in mojibake_in(text)] == spans


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [
        (EMAIL, "&Atilde;&copy;", "é"),
        (EMAIL, "&acirc;&euro;&trade;", "&#8217;"),
        (TEXT, "&acirc;&euro;&trade;", "'"),
    ],
)
def test_content_encoded_twice(field: str, text: str, meant: str) -> None:
    message = f"`{text}` is UTF-8 in the wrong encoding"

    assert said("content-encoded-twice", field, text) == [(text, message)]
    assert mended("content-encoded-twice", field, text) == meant


def test_content_encoded_twice_is_shown_with_its_control_characters() -> None:
    text = document(EMAIL, escaped(html("â")).replace("â", "â&#128;&#153;"))

    (found,) = lint(text, operation="create", select=["content-encoded-twice"])

    assert found.message == "`â&#128;&#153;` is UTF-8 in the wrong encoding"


def test_content_encoded_twice_that_plain_text_cannot_have() -> None:
    (found,) = diagnostics("content-encoded-twice", TEXT, "&acirc;&trade;&yen;")

    assert found.help == ("did you mean `♥`?",)
    assert found.fixes == ()


def test_text_encoded_twice_is_one_cause() -> None:
    found = lint(document(EMAIL, escaped(html("CafÃ©, Joeâ€™s"))), operation="create")
    codes = [d.code for d in found if d.code[3] in "05"]

    assert codes == ["CTC010", "CTC010"]


@pytest.mark.parametrize(
    ("text", "has"), [("Rye", False), ("Café", False), ("£3", True), ("“", True)]
)
def test_symbols_are_what_no_letter_is(text: str, has: bool) -> None:
    assert has_symbols(text) is has


def test_characters_in_another_spelling() -> None:
    assert as_html("é “&”") == "é &#8220;&&#8221;"
    assert as_plain("é “&” ‹") == 'é "&amp;" &lt;'
    assert as_plain("♥") is None
    assert [as_plain_text(e) for e in ("amp;", "nbsp;", "co;")] == ["&amp;", " ", None]


# ------------------------------------------------------------ tags of the service


@pytest.mark.parametrize(
    ("field", "text", "name", "meant"),
    [
        (EMAIL, "<Opentracking/>", "Opentracking", "<OpenTracking/>"),
        (EMAIL, "<copyright>a</copyright>", "copyright", "<CopyRight>a</CopyRight>"),
        (EMAIL, "<greeting/><Greeting/>", "greeting", "<Greeting/><Greeting/>"),
        (EMAIL, "<GREETING></Greeting>", "GREETING", "<Greeting></Greeting>"),
        (REMINDER, "<ConfirmOptIn/>", "ConfirmOptIn", "<ConfirmOptin/>"),
        (TEXT, "<text>a</text>", "text", "<Text>a</Text>"),
    ],
)
def test_tag_in_the_wrong_case(field: str, text: str, name: str, meant: str) -> None:
    (found,) = diagnostics("misspelt-service-tag", field, text)

    assert at(found, field, text) == name
    assert found.message == f"`{name}` is in the wrong case"
    assert found.fixes[0].applicability.value == "safe"
    assert mended("misspelt-service-tag", field, text) == meant


@pytest.mark.parametrize(
    ("field", "name", "meant"),
    [
        (EMAIL, "OpenTraking", "OpenTracking"),
        (EMAIL, "Copy-Right", "CopyRight"),
        (EMAIL, "CustomBlok", "CustomBlock"),
        (EMAIL, "SimpleUrlProprety", "SimpleURLProperty"),
        (REMINDER, "ConfirmOption", "ConfirmOptin"),
        (TEXT, "Txt", "Text"),
    ],
)
def test_tag_that_is_misspelt(field: str, name: str, meant: str) -> None:
    text = f"<{name}>a</{name}>"
    (found,) = diagnostics("misspelt-service-tag", field, text)

    assert at(found, field, text) == name
    assert found.message == f"`{name}` is no tag of HTML or of Constant Contact"
    assert found.help == (f"did you mean `{meant}`?",)
    assert found.fixes[0].applicability.value == "unsafe"
    assert mended("misspelt-service-tag", field, text) == f"<{meant}>a</{meant}>"


def test_start_tag_is_what_is_misspelt_if_the_end_tag_is_right() -> None:
    text = "<CustmBlock>a</CustomBlock>"
    (found,) = diagnostics("mismatched-end-tag", EMAIL, text)

    assert found.help == ("open it with `<CustomBlock>`",)
    assert mended("mismatched-end-tag", EMAIL, text) == "<CustomBlock>a</CustomBlock>"
    assert said("misspelt-service-tag", EMAIL, text) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (EMAIL, "".join(f"<{name}></{name}>" for name in SPELLINGS.values())),
        (EMAIL, "<svg><text>Rye</text><textPath/></svg><o:p/><section/>"),
        (EMAIL, "<Greeting></greeting>"),
        (TEXT, "<Text>Rye</Text>"),
        (REMINDER, "Rye"),
    ],
)
def test_tags_that_are_right(field: str, text: str) -> None:
    assert said("misspelt-service-tag", field, text) == []


@pytest.mark.parametrize(
    ("field", "tag", "home"),
    [
        (EMAIL, "ConfirmOptin", REMINDER),
        (TEXT, "ConfirmOptin", REMINDER),
        (TEXT, "OpenTracking", EMAIL),
        (REMINDER, "OpenTracking", EMAIL),
        (TEXT, "CustomBlock", EMAIL),
    ],
)
def test_tag_of_another_field(field: str, tag: str, home: str) -> None:
    text = f"<Text><{tag}/></Text>"
    (found,) = diagnostics("misplaced-service-tag", field, text)

    assert at(found, field, text) == tag
    assert found.message == f"`<{tag}>` does nothing in `{field}`"
    assert found.help == (f"it belongs into `{home}`",)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (REMINDER, "<ConfirmOptin><a>confirm</a></ConfirmOptin>"),
        (EMAIL, "<OpenTracking/><CustomBlock/>"),
        (TEXT, "<Text><Greeting/></Text>"),
    ],
)
def test_tag_of_this_field(field: str, text: str) -> None:
    assert said("misplaced-service-tag", field, text) == []


def test_mail_with_own_tags_lacks_open_tracking() -> None:
    text = html("<Greeting/>")
    (found,) = diagnostics("missing-open-tracking", EMAIL, text)

    assert at(found, EMAIL, text) == "body"
    assert found.severity is Severity.INFORMATION
    assert mended("missing-open-tracking", EMAIL, text) == html(
        "<OpenTracking/><Greeting/>"
    )


@pytest.mark.parametrize(
    "text",
    [
        html("Rye"),
        html("<Greeting/><OpenTracking/>"),
        html("<Greeting/><OpenTraking/>"),
        "<Greeting/>",
    ],
)
def test_mail_that_has_it_or_does_without(text: str) -> None:
    assert said("missing-open-tracking", EMAIL, text) == []


@pytest.mark.parametrize("second", ["<OpenTracking/>", "<OpenTracking></OpenTracking>"])
def test_open_tracking_twice(second: str) -> None:
    text = html(f"<OpenTracking/>Rye{second}")
    (found,) = diagnostics("repeated-open-tracking", EMAIL, text)

    assert found.message == "the mail has a second `<OpenTracking/>`"
    assert mended("repeated-open-tracking", EMAIL, text) == html("<OpenTracking/>Rye")


@pytest.mark.parametrize("tag", ["<OpenTracking/>", "<opentracking/>"])
def test_open_tracking_once(tag: str) -> None:
    assert said("repeated-open-tracking", EMAIL, html(tag)) == []


# ------------------------------------------------------------ documents


@pytest.mark.parametrize(
    ("text", "where", "meant"),
    [
        (html("Rye", "<head><title>a</title></head>"), "<html>", "Rye"),
        ("<p>Rye</p><body>", "<body>", "<p>Rye</p>"),
        ("<head>Rye", "<head>", "Rye"),
    ],
)
def test_document_in_the_reminder(text: str, where: str, meant: str) -> None:
    ((underlined, _),) = said("document-in-reminder", REMINDER, text)

    assert underlined == where
    assert mended("document-in-reminder", REMINDER, text) == meant


@pytest.mark.parametrize("text", ["Rye <a>here</a>", "Rye</body>"])
def test_reminder_that_is_a_sentence(text: str) -> None:
    assert said("document-in-reminder", REMINDER, text) == []


@pytest.mark.parametrize(
    ("field", "text", "where"),
    [
        (EMAIL, html(""), "body"),
        (EMAIL, html("<p>&nbsp; &#8203;</p>".replace("&#8203;", "")), "body"),
        (EMAIL, html("<!-- rye --><p></p>", "<head><title>Rye</title></head>"), "body"),
        (EMAIL, html("<CustomBlock name='a'></CustomBlock>"), "body"),
        (TEXT, "<Text> </Text>", "Text"),
    ],
)
def test_nothing_to_read(field: str, text: str, where: str) -> None:
    message = f"there is nothing to read in `{field}`"

    assert said("nothing-to-read", field, text) == [(where, message)]


@pytest.mark.parametrize(
    ("field", "content_format", "severity"),
    [
        (EMAIL, "XHTML", Severity.WARNING),
        (TEXT, "HTML", Severity.WARNING),
        (TEXT, "XHTML", Severity.ERROR),
    ],
)
def test_empty_text_is_refused_in_xhtml(
    field: str, content_format: str, severity: Severity
) -> None:
    text = "<Text></Text>" if field == TEXT else html("")
    (found,) = diagnostics("nothing-to-read", field, text, content_format)

    assert found.severity is severity


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (EMAIL, html("Rye")),
        (EMAIL, html("&eacute;")),
        (EMAIL, html("<!-- a -->Rye")),
        (EMAIL, html("<img src='a'>")),
        (EMAIL, html("<td background='a'></td>")),
        (EMAIL, html("<Greeting/>")),
        (EMAIL, "<p></p></body>"),
        (TEXT, "<Text>Rye</Text>"),
        (TEXT, "<body></body>"),
    ],
)
def test_something_to_read(field: str, text: str) -> None:
    assert said("nothing-to-read", field, text) == []


# ------------------------------------------------------------ XHTML


@pytest.mark.parametrize(
    ("attributes", "where", "meant"),
    [
        ("", "html", f" {XHTML_NAMESPACE}"),
        (' lang="en"', "html", f' {XHTML_NAMESPACE} lang="en"'),
        (' xmlns=""', "html", f" {XHTML_NAMESPACE}"),
        (
            ' xmlns="http://www.w3.org/1999/html"',
            "http://www.w3.org/1999/html",
            f" {XHTML_NAMESPACE}",
        ),
    ],
)
def test_namespace_of_xhtml(attributes: str, where: str, meant: str) -> None:
    text = f"<html{attributes}><body>Rye</body></html>"
    ((underlined, _),) = said("missing-xhtml-namespace", EMAIL, text, "XHTML")

    assert underlined == where
    assert mended("missing-xhtml-namespace", EMAIL, text, "XHTML") == (
        f"<html{meant}><body>Rye</body></html>"
    )


@pytest.mark.parametrize(
    ("text", "content_format"),
    [
        (f"<html {XHTML_NAMESPACE}><body/></html>", "XHTML"),
        (f"<html\n{XHTML_NAMESPACE}><body/></html>", "XHTML"),
        ("<html><body/></html>", "HTML"),
        ("<html <body>", "XHTML"),
        ("</html>", "XHTML"),
    ],
)
def test_namespace_that_is_there_or_no_matter(text: str, content_format: str) -> None:
    assert said("missing-xhtml-namespace", EMAIL, text, content_format) == []


@pytest.mark.parametrize(
    ("body", "where", "message", "meant"),
    [
        ("<P>a</P>", "P", "`P` is no element of XHTML, `p` is", "<p>a</p>"),
        ("<Br/>", "Br", "`Br` is no element of XHTML, `br` is", "<br/>"),
        (
            '<p CLASS="a"/>',
            "CLASS",
            "`CLASS` is no attribute of XHTML, `class` is",
            '<p class="a"/>',
        ),
        (
            '<p onClick="a"/>',
            "onClick",
            "`onClick` is no attribute of XHTML, `onclick` is",
            '<p onclick="a"/>',
        ),
    ],
)
def test_capital_letters_in_xhtml(
    body: str, where: str, message: str, meant: str
) -> None:
    assert said("upper-case-xhtml", EMAIL, html(body), "XHTML") == [(where, message)]
    assert mended("upper-case-xhtml", EMAIL, html(body), "XHTML") == html(meant)


@pytest.mark.parametrize(
    ("text", "content_format"),
    [
        (html("<P>a</P>"), "HTML"),
        (html("<p>A</p>"), "XHTML"),
        (html("<P>a</p>"), "XHTML"),
        (html('<svg viewBox="A"><linearGradient/></svg> <p/> A="a"'), "XHTML"),
        (html("<OpenTracking/><CopyRight>a</CopyRight>"), "XHTML"),
        (html('<p xml:LANG="a"/>'), "XHTML"),
    ],
)
def test_capital_letters_that_are_no_matter(text: str, content_format: str) -> None:
    assert said("upper-case-xhtml", EMAIL, text, content_format) == []


def test_what_the_server_wrote_is_not_looked_at() -> None:
    source = document(EMAIL, "Test Email")
    found = lint(source, operation="response")

    assert [d.code for d in found if d.code.startswith("CTC5")] == []


# ------------------------------------------------------------ every rule


@pytest.mark.parametrize("form", ["</{}>", "<{}>", "<{}/>", "</{0}><{0}>", "<{} "])
def test_no_rule_fails_for_a_tag_that_stands_alone(form: str) -> None:
    tags = sorted({tag for rule in all_rules() for tag in rule.tags})
    for field in (EMAIL, TEXT, REMINDER):
        for tag in tags:
            assert said("internal-error", field, form.format(tag)) == []
