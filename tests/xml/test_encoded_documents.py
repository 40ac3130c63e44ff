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


def test_bytes_that_are_no_utf8_or_no_xml_stay() -> None:
    assert mended('<a b=3D"c">=E9=01</a>') == '<a b="c">=E9=01</a>'
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
    ],
)
def test_fix_writes_the_document_itself(text: str, message: str, title: str) -> None:
    (found,) = lint(text, select=["escaped-document"])

    assert found.message == message
    (fix,) = found.fixes
    assert (fix.title, fix.applicability) == (title, Applicability.SAFE)
    after = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert lint(after, select=["escaped-document"]) == []
