"""Documents that are escaped as a whole, as pages and mails have them."""

from __future__ import annotations

import html
import quopri

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.xml.edits import apply_edits
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

XML = (
    '<?xml version="1.0"?>\n'
    '<a b="c">Zoë\'s <d/> 💐 &amp; more, and more of it, and so on</a>\n'
)


def told(text: str) -> list[tuple[str, str]]:
    result = repair(text, ContentModel())
    return [(f.kind, text[f.at.start : f.at.end]) for f in result.faults]


def mended(text: str) -> str:
    return repair(text, ContentModel()).text


@pytest.mark.parametrize("quote", [False, True])
def test_document_of_a_page_is_unescaped(quote: bool) -> None:
    text = html.escape(XML, quote=quote)

    assert told(text) == [("escaped-document", "&lt;")]
    assert mended(text) == XML


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_document_of_a_mail_is_decoded(end: str) -> None:
    text = quopri.encodestring(XML.encode()).decode().replace("\n", end)

    assert f"={end}" in text
    assert told(text) == [("escaped-document", "=3D")]
    assert mended(text) == XML.replace("\n", end)


def test_other_faults_are_told_where_they_stand() -> None:
    page = html.escape(XML.replace("&amp;", "&"))
    mail = quopri.encodestring(XML.replace("&amp;", "&").encode()).decode()

    assert told(page)[1:] == [("bare-ampersand", "&amp;")]
    assert told(mail)[1:] == [("bare-ampersand", "&")]


@pytest.mark.parametrize(
    "text",
    [
        "3 &lt; 4",
        "&lt;a&gt;<b/>",
        "words &lt;a&gt;",
    ],
)
def test_what_is_no_page(text: str) -> None:
    assert all(kind != "escaped-document" for kind, _ in told(text))


@pytest.mark.parametrize(
    "text", ['<a b=3D"c" d="e"/>', "<a b=3D/>", '<a b=3D"c">1=2</a>']
)
def test_what_is_no_mail(text: str) -> None:
    assert all(kind != "escaped-document" for kind, _ in told(text))


@pytest.mark.parametrize(
    ("less", "greater", "ampersand"),
    [("#60", "#62", "#38"), ("#x3c", "#x3E", "#x26"), ("#060", "#062", "#038")],
)
def test_references_of_a_page_may_be_numbers(
    less: str, greater: str, ampersand: str
) -> None:
    names = {"&": f"&{ampersand};", "<": f"&{less};", ">": f"&{greater};"}
    text = "".join(names.get(char, char) for char in XML)

    assert told(text) == [("escaped-document", f"&{less};")]
    assert mended(text) == XML


@pytest.mark.parametrize("more", [1, 2])
def test_document_may_be_escaped_several_times(more: int) -> None:
    text = html.escape(XML)
    for _ in range(more):
        text = html.escape(text, quote=False)

    assert told(text) == [("escaped-document", f"&{'amp;' * more}lt;")]
    assert mended(text) == XML


def test_document_that_is_not_all_escaped_is_not_taken_away() -> None:
    text = f"{html.escape(XML)}<br/>{html.escape(XML)}"
    found = [d for d in lint(text) if d.code == "CTC128"]
    advice = ("it is escaped XML: unescape it: `&lt;` is `<`",)

    assert [(d.help, d.fixes) for d in found] == [(advice, ())] * 2


def test_digits_of_a_mail_may_be_small_letters() -> None:
    assert mended('<a b=3d"c">=c3=bc</a>') == '<a b="c">ü</a>'


@pytest.mark.parametrize("at", range(4))
def test_line_of_a_mail_may_end_inside_a_character(at: int) -> None:
    parts = ["=F0", "=9F", "=92", "=90"]
    parts.insert(at + 1, "=\r\n")

    assert mended(f'<a b=3D"c">{"".join(parts)}=41</a>') == '<a b="c">💐A</a>'


def test_header_and_rest_of_a_mail_stand_around_its_document() -> None:
    header = 'Content-Type: text/xml; charset="utf-8"'
    mail = f'{header}\n\n<a b=3D"c">=C3=BC</a>\n--=_1--'

    assert told(mail) == [
        ("text-outside-root", header),
        ("escaped-document", "=3D"),
        ("text-outside-root", "--=_1--"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (repr(XML.replace("'", "")), "'"),
        (repr(XML.replace("'", "").encode()), "b'"),
        ("var xml =\n '" + repr(XML.replace("'", ""))[1:] + ";", "var xml =\n '"),
    ],
)
def test_document_in_other_quotes_is_unescaped(text: str, code: str) -> None:
    assert told(text) == [("escaped-document", code)]
    assert mended(text) == XML.replace("'", "")


SLASHED = "<a b='c'>\\n<d>x \\u00fc<\\/d>\\n<\\/a>"


@pytest.mark.parametrize(
    ("before", "after", "told_of"),
    [
        ("", "", "\\n"),
        ('{"n": 1, "xml": "', '"}', '{"n": 1, "xml": "'),
        ("var xml = `", "`;", "var xml = `"),
    ],
)
def test_slashes_of_all_end_tags_are_those_of_a_literal(
    before: str, after: str, told_of: str
) -> None:
    text = before + SLASHED + after

    assert told(text) == [("escaped-document", told_of)]
    assert mended(text) == "<a b='c'>\n<d>x ü</d>\n</a>"


@pytest.mark.parametrize(
    "text",
    [
        "<a><d>x<\\/d></a>",  # one that is not
        "<a>x<\\/a>",  # one alone
        '"<a><d>x<\\/d><\\/a>',  # no quote at the end
        "'<a><d>x<\\/d>' + '<\\/a>'",
    ],
)
def test_other_slashes_are_those_of_their_tags(text: str) -> None:
    assert all(kind != "escaped-document" for kind, _ in told(text))


def test_escapes_of_a_literal_in_other_quotes() -> None:
    assert mended(r"'<a>\n\'\"\\\t\u00fc\xfc\x00\u0000</a>'") == (
        "<a>\n'\"\\\tüü\\x00\\u0000</a>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "'<a>b</a>'",
        "'<a>\\n</a>",
        "'<a>\\n' + '</a>'",
        "b \"'<a>\\n</a>'",
        "x<a>\\n</a>'",
    ],
)
def test_what_is_no_literal_of_other_quotes(text: str) -> None:
    assert all(kind != "escaped-document" for kind, _ in told(text))


def test_bytes_that_are_no_utf8_are_those_of_windows() -> None:
    assert mended('<a b=3D"c">=80=E9=81</a>') == '<a b="c">\u20ac\u00e9\x81</a>'


def test_bytes_that_are_no_xml_stay() -> None:
    assert mended('<a b=3D"c">=E9=01</a>') == '<a b="c">é=01</a>'
    assert mended('<a b=3D"c">=3C=01=3Cd/></a>') == '<a b="c"><=01<d/></a>'.replace(
        "<=01", "&lt;=01"
    )


@pytest.mark.parametrize(
    ("text", "message", "title"),
    [
        (
            html.escape("<a><b/></a>"),
            "the document is escaped: each `<` is written as `&lt;`",
            "unescape the document",
        ),
        (
            '<a b=3D"c"/>',
            "the document is in quoted-printable, as mails are sent: `=` is `=3D`",
            "decode the document",
        ),
        (
            "<a><b>c<\\/b><\\/a>",
            "the document is escaped as a string literal",
            "unescape the document",
        ),
    ],
)
def test_fix_writes_the_document_itself(text: str, message: str, title: str) -> None:
    (found,) = lint(text, select=["escaped-document"])

    assert found.message == message
    (fix,) = found.fixes
    assert (fix.title, fix.applicability) == (title, Applicability.SAFE)
    after = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert lint(after, select=["escaped-document"]) == []


@pytest.mark.parametrize("code", ["=> ", "& ", "=>\n"])
def test_sign_before_a_literal_is_none_of_a_page_or_a_mail(code: str) -> None:
    (found,) = lint(f'{code}"<a b=\\"c\\"/>"', select=["escaped-document"])

    assert found.message == "the document is escaped as a string literal"
