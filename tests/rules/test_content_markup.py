"""What the rules say of addresses, elements and style sheets in a content."""

from __future__ import annotations

import pytest
from said import escaped, unescaped

from ctct_lint import Diagnostic, lint
from ctct_lint.html.content import EMAIL, REMINDER, STYLE, TEXT
from ctct_lint.profiles.ctct.mail.style_sheets import StyleSheet
from ctct_lint.profiles.ctct.mail.web_address import Verdict, judge, mended
from ctct_lint.profiles.ctct.names import ATOM, CTCT

OURS = ("CTC53", "CTC54")


def document(text: str, field: str = EMAIL, content_format: str = "HTML") -> str:
    return (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">'
        f"<EmailContentFormat>{content_format}</EmailContentFormat>"
        f"<{field}>{escaped(text)}</{field}></Campaign></content></entry>"
    )


def diagnostics(text: str, field: str, content_format: str) -> list[Diagnostic]:
    source = document(text, field, content_format)
    return lint(source, operation="create", select=OURS)


def marked(
    text: str, field: str = EMAIL, content_format: str = "HTML"
) -> list[tuple[str, str]]:
    """Return the code of each diagnostic and what is underlined, unescaped."""
    source = document(text, field, content_format)
    return [
        (d.code, unescaped(source[d.range.start.offset : d.range.end.offset]))
        for d in diagnostics(text, field, content_format)
    ]


def messages(text: str, field: str = EMAIL, content_format: str = "HTML") -> list[str]:
    return [d.message for d in diagnostics(text, field, content_format)]


def fixed(text: str, field: str = EMAIL) -> str | None:
    """Return the text after the fix of its only diagnostic; None if it has none."""
    source = document(text, field)
    (found,) = lint(source, operation="create", select=OURS)
    if not found.fixes:
        return None
    (fix,) = found.fixes
    for edit in reversed(fix.edits):
        start, end = edit.range.start.offset, edit.range.end.offset
        source = source[:start] + edit.new_text + source[end:]
    inside = source.partition(f"<{field}>")[2].partition(f"</{field}>")[0]
    return unescaped(inside)


# ------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.com/",
        "https://example.com",
        "HTTP://WWW.EXAMPLE.COM/",
        "http://example.com/a?b=c&d=%20e#f",
        "http://joe:secret@www.example.com:8080/",
        "http://www.example.com:/a",
        "http://www.example.com./",
        "http://b\u00fccher.example/",
        "http://8.8.8.8/",
        "http://[2001:db8::1]:80/",
        "ftp://example.com/",
        "mailto:joe@example.com?subject=rye bread",
        "mailto:joe@example.com,ann%40example.com",
        "mailto:?subject=rye",
        "mailto:$SUBSCRIBER.EMAIL",
        "tel:+1-802-555-0100",
        "tel:8025550100",
        "SMS:12345",
        "cid:logo",
        "webcal://example.com/a",
        "skype:joe?call",
        "urn:isbn:0",
        "#",
        "#top",
        "$ACCOUNT.WEBSITE",
        "{{ address }}",
        "http://www.example.com/{{ path }}",
        "{address}",
        "%%unsubscribe%%",
    ],
)
def test_address_that_nothing_is_said_of(address: str) -> None:
    assert judge(address) is None


@pytest.mark.parametrize(
    ("address", "kind", "what"),
    [
        ("", "empty", "empty"),
        (" \n", "empty", "empty"),
        ("img/logo.gif", "relative", "relative"),
        ("/shop", "relative", "relative"),
        ("../shop", "relative", "relative"),
        ("?page=2", "relative", "relative"),
        ("index.html", "relative", "relative"),
        ("com/shop", "relative", "relative"),
        ("http/foo", "relative", "relative"),
        ("http://localhost/", "local", "the reader's own computer"),
        ("http://shop.localhost/", "local", "the reader's own computer"),
        ("LOCALHOST:8080/shop", "local", "the reader's own computer"),
        ("127.0.0.1/shop", "local", "the reader's own computer"),
        ("http://127.0.0.1:80/", "local", "the reader's own computer"),
        ("http://[::1]/", "local", "the reader's own computer"),
        ("http://10.0.0.1/", "local", "a private network"),
        ("http://172.16.0.1/", "local", "a private network"),
        ("http://192.168.0.5/", "local", "a private network"),
        ("http://mail.local/", "local", "a private network"),
        ("http://intranet/", "local", "a private network"),
        ("file:///C:/logo.gif", "local", "a file on one computer"),
        ("C:\\logo.gif", "local", "a file on one computer"),
        ("\\\\server\\logo.gif", "local", "a file on one computer"),
        ("javascript:void(0)", "script", "a script"),
        ("mailto:", "empty", "empty"),
        ("MAILTO:?", "empty", "empty"),
        ("VBScript:a", "script", "a script"),
        ("data:image/png;base64,AAAA", "embedded", "the data itself"),
    ],
)
def test_address_without_a_mend(address: str, kind: str, what: str) -> None:
    assert judge(address) == Verdict(kind, what)
    assert mended(address, Verdict(kind, what)) is None


@pytest.mark.parametrize(
    ("address", "what", "better"),
    [
        ("www.example.com", "`http://` or `https://`", "http://www.example.com"),
        ("EXAMPLE.COM", "`http://` or `https://`", "http://EXAMPLE.COM"),
        ("example.org:80/a", "`http://` or `https://`", "http://example.org:80/a"),
        ("//example.com/a", "`http:` or `https:`", "http://example.com/a"),
        ("://example.com/a", "`http` or `https`", "http://example.com/a"),
        ("joe@example.com", "`mailto:`", "mailto:joe@example.com"),
    ],
)
def test_address_without_its_scheme(address: str, what: str, better: str) -> None:
    verdict = judge(address)

    assert verdict is not None
    assert verdict[:2] == ("unschemed", what)
    assert mended(address, verdict) == better


@pytest.mark.parametrize(
    ("address", "what", "better"),
    [
        ("http:/a.com", "has one slash behind the scheme", "http://a.com"),
        ("https:a.com", "has no slashes behind the scheme", "https://a.com"),
        ("http:///a.com", "has 3 slashes behind the scheme", "http://a.com"),
        ("http:\\\\a.com\\b", "has backslashes", "http://a.com/b"),
        ("http://http://a.com", "has its scheme twice", "http://a.com"),
        ("http://https//a.com", "has its scheme twice", "https://a.com"),
        ("http//a.com", "has no `:` behind its scheme", "http://a.com"),
        ("https;//a.com", "has no `:` behind its scheme", "https://a.com"),
        ("htp://a.com", "has `htp` for `http`", "http://a.com"),
        ("hhtp://a.com", "has `hhtp` for `http`", "http://a.com"),
        ("httpss://a.com", "has `httpss` for `https`", "https://a.com"),
        ("mailto://joe@a.com", "has `//` behind `mailto:`", "mailto:joe@a.com"),
        ("mailto:joe", "has no e-mail address behind `mailto:`", None),
        ("mailto:joe@", "has no e-mail address behind `mailto:`", None),
        ("mailto:@a.com", "has no e-mail address behind `mailto:`", None),
        ("mailto:joe@a.com,ann", "has no e-mail address behind `mailto:`", None),
        ("mailto:joe at a.com", "has no e-mail address behind `mailto:`", None),
        ("\u201chttp://a.com/\u201d", "begins with a quotation mark", "http://a.com/"),
        (" http://a.com/\n", "has white space around it", "http://a.com/"),
        ("http://a.com/b c", "has white space in it", "http://a.com/b%20c"),
        ("http://a.com/b\n c", "has white space in it", None),
        ("http://a b.com/", "has no sound host name", None),
        ("http://www,a.com/", "has no sound host name", None),
        ("http://", "has no sound host name", None),
        ("http://a.com:80a/", "has a port that is no number", None),
        ("http:/localhost", "has one slash behind the scheme", None),
    ],
)
def test_address_that_is_malformed(address: str, what: str, better: str | None) -> None:
    verdict = judge(address)

    assert verdict is not None
    assert verdict[:2] == ("malformed", what)
    assert mended(address, verdict) == better


def test_only_the_beginning_of_a_very_long_address_is_judged() -> None:
    address = "http:/www.example.com/" + "a" * 5000
    verdict = judge(address)

    assert verdict is not None
    assert mended(address, verdict) is None
    assert judge("http://www.example.com/" + "a" * 5000 + " ") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a name=top>top</a> href src url(a)", []),
        ('<A HREF="a.html">a</A>', [("CTC532", "a.html")]),
        ("<a href='a.html'>a</a>", [("CTC532", "a.html")]),
        ("<a href=a.html>a</a>", [("CTC532", "a.html")]),
        ("<a href = ' a.html '>a</a>", [("CTC532", "a.html")]),
        ('<a href=" http://a.com">a</a>', [("CTC534", " http://a.com")]),
        ("<a href>a</a>", [("CTC537", "href")]),
        ('<a href="">a</a>', [("CTC537", "href")]),
        ('<a href="  ">a</a>', [("CTC537", "  ")]),
        (
            '<a href="http://&#108;ocalhost/">a</a>',
            [("CTC535", "http://&#108;ocalhost/")],
        ),
        ('<area href="http://www..com/">', [("CTC534", "http://www..com/")]),
        ('<body background="a.gif">', [("CTC532", "a.gif")]),
        ('<SimpleURLProperty name="a" href="www.a.com"/>', [("CTC533", "www.a.com")]),
        ("<!-- <a href='a.html'> -->", []),
        ('<link rel="icon" href="a.ico"/>', []),
        ("<input src='a.gif'/>", [("CTC540", "input")]),
        ("<p style='color: red; background: url(a.gif)'>", [("CTC532", "a.gif")]),
        ('<p style="background: URL( &quot;a.gif&quot; )">', [("CTC532", "a.gif")]),
        ("<p style='background: url(\"http://a.com/a.gif\")'>", []),
        ("<p style='background: url( )'>", [("CTC537", "url( )")]),
        ("<p style='background: url(http://a.com/?a&amp;b)'>", []),
        ("<p style='background: url(//a.com/a.gif)'>", [("CTC533", "//a.com/a.gif")]),
        ("<p style='background: url(javascript:a())'>", [("CTC536", "javascript:a()")]),
        ("<p style='background: url(\"http://a.com/a(1).gif\")'>", []),
    ],
)
def test_where_addresses_are(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


def test_addresses_of_style_sheets() -> None:
    css = "p { background: url( 'a.gif' ) } q { background: url(http://a.com/b) }"

    assert marked(css, STYLE) == [("CTC532", "a.gif")]
    assert marked(f"<style>{css}</style><p>url(b.gif)</p>") == [
        ("CTC542", "style"),
        ("CTC532", "a.gif"),
    ]
    assert marked("<style>p { background: url(b.gif)")[-1] == ("CTC532", "b.gif")


def test_addresses_of_style_sheets_that_call_functions() -> None:
    css = "p { background: url(javascript:a()) } q { background: url('vbscript:b(1)') }"
    deep = "p { background: url('javascript:a(b(c(1), d()))') }"

    assert marked(css, STYLE) == [
        ("CTC536", "javascript:a()"),
        ("CTC536", "vbscript:b(1)"),
    ]
    assert marked(deep, STYLE) == [("CTC536", "javascript:a(b(c(1), d()))")]
    assert marked("p { background: url(a.gif } q { color: rgb(1, 2, 3) }", STYLE) == []


def test_kinds_of_addresses_have_messages_of_their_own() -> None:
    image = "<img alt='' src='data:image/gif;base64,AAAA'/>"

    assert messages(image) == [
        "the image holds its own data: several mail programs do not show it"
    ]
    assert messages("<a href='data:text/html,a'>a</a>") == [
        "the link holds its own data: several mail programs do not open it"
    ]
    assert messages("<a href='javascript:a()'>a</a>") == [
        "`javascript:a()` is a script, and mail programs run none"
    ]


def test_base_is_the_one_fault_of_relative_addresses() -> None:
    assert marked('<base href="http://a.com/"/><a href="a">a</a><a href="">b</a>') == [
        ("CTC541", "base"),
        ("CTC537", "href"),
    ]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        (
            '<a href="www.a.com/?b&amp;c">a</a>',
            '<a href="http://www.a.com/?b&amp;c">a</a>',
        ),
        ("<a href=' http://a.com '>a</a>", "<a href='http://a.com'>a</a>"),
        ("<a href=' www.a.com '>a</a>", "<a href=' http://www.a.com '>a</a>"),
        (
            "<p style='b: url( www.a.com/b )'>",
            "<p style='b: url( http://www.a.com/b )'>",
        ),
        ("<a href='&#32;http://a.com'>a</a>", None),
    ],
)
def test_address_is_mended_as_html_writes_it(text: str, better: str | None) -> None:
    assert fixed(text) == better


def test_address_is_shown_on_one_line() -> None:
    assert messages('<a href="http://a.com/\n b">a</a>') == [
        "the address `http://a.com/ b` has white space in it"
    ]


# ------------------------------------------------------------ images


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<img src="http://a.com/a.gif" alt=""/>', []),
        ('<IMG SRC="http://a.com/a.gif" ALT="a">', []),
        ("<img\nsrc='http://a.com/a.gif'\nalt='a'>", []),
        ('<img src="http://a.com/a>b.gif" alt="a"/>', []),
        ("<img src='http://a.com/a.gif' alt>", []),
        ("<img src='http://a.com/a.gif' title='alt'>", [("CTC543", "img")]),
        ("<img alt='a'>", [("CTC537", "img")]),
        ("<iMG data-src='http://a.com/a.gif' alt='a'>", [("CTC537", "iMG")]),
        (
            "<area alt='a' href='http://a.com/'><img src='http://a.com/a.gif'>",
            [("CTC543", "img")],
        ),
        ("<image><imgs>", []),
    ],
)
def test_image_needs_an_address_and_a_text(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(text) == expected


# ------------------------------------------------------------ scripts


def test_script_goes_with_its_end_tag() -> None:
    assert fixed("<p>a</p><script>if (a<b) c()</SCRIPT>d") == "<p>a</p>d"
    assert fixed("a<script src='a.js'/>b") == "ab"
    assert fixed("a<script>b") is None


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ('<a onclick="f()" name="a">a</a>', '<a name="a">a</a>'),
        ("<a name='a' ONCLICK = f>a</a>", "<a name='a'>a</a>"),
        ("<body onload>a</body>", "<body>a</body>"),
        ("<a name='a'\n\tonclick='f()'/>", "<a name='a'/>"),
    ],
)
def test_event_handler_goes_with_the_blank_before_it(text: str, better: str) -> None:
    assert fixed(text) == better


@pytest.mark.parametrize(
    "text",
    ["<p title=' on time='>on time</p>", "<p one='1'>a</p>", "<p\nclass='a'>a</p>"],
)
def test_what_is_no_event_handler(text: str) -> None:
    assert marked(text) == []


# ------------------------------------------------------------ elements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<iframe></iframe><embed><frame><applet></applet>",
            "iframe embed frame applet",
        ),
        ("<object><embed></embed><object></object></object><embed/>", "object embed"),
        ("<video><source src='a'/><object></object></video>", "video"),
        ("</object><audio></audio><iframe/><p>", "audio iframe"),
    ],
)
def test_only_the_outermost_object_is_reported(text: str, expected: str) -> None:
    assert marked(text) == [("CTC539", name) for name in expected.split()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<form><input/></form><form><select></select></form>", ["form", "form"]),
        ("<p><select></select><button>a</button></p>", ["select"]),
    ],
)
def test_forms_or_else_the_first_control(text: str, expected: list[str]) -> None:
    assert marked(text) == [("CTC540", name) for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<meta http-equiv='REFRESH' content='0'>", ["meta"]),
        ("<meta http-equiv='Content-Type' content='text/html'>", []),
        ("<meta name='refresh' content='1'>", []),
        ("<link rel='StyleSheet' href='a.css'>", ["link"]),
        ("<link rel='alternate stylesheet' href='a.css'>", ["link"]),
        ("<link rel='icon' href='a.ico'><link>", []),
        ("<base target='_blank'>", []),
        ("<base href='http://a.com/'>", ["base"]),
    ],
)
def test_what_mail_programs_ignore_in_a_head(text: str, expected: list[str]) -> None:
    assert marked(text) == [("CTC541", name) for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<style>p { margin: 0 }</style><style>a { margin: 0 }</style>", 1),
        ("<style></style><style> @media print { a { margin: 0 } }</style>", 0),
        ("<style>p { margin: 0 }", 1),
        ("<p style='margin: 0'>a</p></style>", 0),
    ],
)
def test_style_element_is_reported_once(text: str, expected: int) -> None:
    assert marked(text) == [("CTC542", "style")] * expected


def test_style_sheet_is_an_alternative_for_xhtml() -> None:
    def help_for(content_format: str) -> list[tuple[str, ...]]:
        text = "<style>p { margin: 0 }</style>"
        return [d.help for d in diagnostics(text, EMAIL, content_format)]

    assert help_for("HTML") == [("write them into `style` attributes",)]
    assert help_for("XHTML") == [
        ("write them into `style` attributes or `StyleSheet`",)
    ]


# ------------------------------------------------------------ style sheets


@pytest.mark.parametrize(
    "css",
    [
        "h1 { color: green } p, h2 > a { margin: 0 }",
        "<!-- p { margin: 0 } -->",
        "@media print { a { margin: 0 } a:hover { margin: 1px } }",
        "/* page */ @media print { a { margin: 0 } }",
        "a { color: red; &:hover { color: blue } }",
        'a { content: \'}\' } b { content: "\\"{" } c\\{ { margin: 0 }',
        "a { background: url(http://a.com/{}.gif) }",
        "/* { ' @import */ a { margin: 0 }",
        "@imports { margin: 0 }",
        "a { content: '@import' }",
        "a { background: url('http://a.com/a.gif') }",
        "",
    ],
)
def test_sound_style_sheet(css: str) -> None:
    assert marked(css, STYLE) == []


@pytest.mark.parametrize(
    ("css", "better"),
    [
        ("a { b: c }\n}", "a { b: c }\n"),
        ("a { b: c\nd { e: f }", "a { b: c }\nd { e: f }"),
        ("a { b: c d { e: f }", None),
        ("a {\nb: c,\nd { e: f }", None),
        ("a { b: c ", "a { b: c } "),
        ("<!-- a { b: c -->", "<!-- a { b: c } -->"),
        ("@media a { b { c: d }", "@media a { b { c: d } }"),
        ("a { b: c } /* d", "a { b: c } /* d */"),
        ('a { b: "c }\nd { e: f }', None),
        ('a { b: "c\n}', None),
        ("{", None),
    ],
)
def test_broken_style_sheet(css: str, better: str | None) -> None:
    assert [code for code, _ in marked(css, STYLE)] == ["CTC545"]
    assert fixed(css, STYLE) == better


def test_each_slip_of_a_style_sheet_is_where_it_begins() -> None:
    css = "a { b: c\nd { e: 'f }\ng { h: i } }\n/* j"

    assert [
        (css[slice(*s.span)], s.span[0]) for s in StyleSheet(css, 0, len(css)).slips()
    ] == [
        ("{", 2),
        ("'f }", 16),
        ("}", 32),
        ("/*", 34),
    ]


def test_style_elements_are_style_sheets_too() -> None:
    text = "<style>a { b: c }}</style><style/><style>@import 'a';/* @import"

    assert marked(text) == [
        ("CTC542", "style"),
        ("CTC545", "}"),
        ("CTC546", "@import"),
        ("CTC545", "/*"),
    ]


def test_import_is_reported_without_its_address() -> None:
    assert marked("@import url(a.css); @IMPORT 'b.css'", STYLE) == [
        ("CTC546", "@import"),
        ("CTC546", "@IMPORT"),
    ]
    assert marked("a { margin: 0 } @import 'b.css'", STYLE) == [("CTC546", "@import")]
    assert marked("a { margin: 0 } @import b", STYLE) == [("CTC546", "@import")]
    assert marked("<p>Write @import or joe@example.com</p>") == []


@pytest.mark.parametrize(
    ("css", "better"),
    [
        ("<style>a { b: c }</style>", "a { b: c }"),
        ("<STYLE type='text/css'><!-- a { b: c } --></STYLE>", "<!-- a { b: c } -->"),
        ("<p>a { b: c }</p>", None),
        ("<html><style>a { b: c }</style></html>", None),
    ],
)
def test_style_sheet_of_tags(css: str, better: str | None) -> None:
    assert [code for code, _ in marked(css, STYLE)] == ["CTC544"]
    assert fixed(css, STYLE) == better


# ------------------------------------------------------------ placeholders


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("<p>{{ a }}, 10% off ${b}</p>", EMAIL, ["{{ a }}", "${b}"]),
        ("<Text>%%A%% <%= b %></Text>", TEXT, ["%%A%%", "<%= b %>"]),
        ("Hello [[name]]", REMINDER, ["[[name]]"]),
        ("a { b: {{ c }} } d { e: {0} }", STYLE, ["{{ c }}"]),
        ("<?xml version='1.0'?><p>a {b} $ACCOUNT.CITY</p>", EMAIL, []),
        ("<!-- {{ a }} --><!--[if mso]>{{ b }}<![endif]-->", EMAIL, []),
        ("<!-- {{ a }}", EMAIL, []),
        ("<p>100%s {a</p>", EMAIL, []),
        ("<p>{1, 2, 3} [[citation needed]] ${5}</p>", EMAIL, []),
    ],
)
def test_placeholders_in_content(text: str, field: str, expected: list[str]) -> None:
    assert marked(text, field) == [("CTC547", found) for found in expected]


def test_braces_of_scripts_and_styles_are_no_placeholders() -> None:
    text = "<script>f({{a: 1}}, '{0}')</script><style><!-- {0} {{ b }} --></style>"

    assert [found for code, found in marked(text) if code == "CTC547"] == ["{{ b }}"]
