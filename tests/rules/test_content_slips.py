"""Slips in the tags of a content: one diagnosis each, and a fix that mends it."""

from __future__ import annotations

import pytest

from ctct_lint import Diagnostic, lint
from ctct_lint.html.content import EMAIL, STYLE, TEXT
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.profiles.ctct.mail.service_tags import service_tag_meant
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.rules.content import misspelt_service_tag
from ctct_lint.rules.context import Context
from ctct_lint.rules.registry import rule_named

NBSP = "\N{NO-BREAK SPACE}"
OUTSIDE = " is not in ISO-8859-1"
QUOTE_OUTSIDE = (
    "CTC510 `“` (U+201C, left double quotation mark) in `EmailContent`" + OUTSIDE
)
XHTML = 'html xmlns="http://www.w3.org/1999/xhtml"'


def document(text: str, field: str, content_format: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">'
        f"<EmailContentFormat>{content_format}</EmailContentFormat>"
        f"<{field}>{escaped}</{field}></Campaign></content></entry>"
    )


def found_in(source: str) -> list[Diagnostic]:
    ignored = ["CTC502", "CTC504", "CTC514"]
    return lint(source, operation="create", select=["CTC1", "CTC5"], ignore=ignored)


def said(text: str, field: str = EMAIL, content_format: str = "HTML") -> list[str]:
    found = found_in(document(text, field, content_format))
    return [f"{d.code} {d.message}" for d in found]


def fixed(text: str, field: str = EMAIL, content_format: str = "HTML") -> str:
    """Return the text after all fixes; no two of them may meet."""
    source = document(text, field, content_format)
    edits = [e for d in found_in(source) for f in d.fixes[:1] for e in f.edits]
    ordered = sorted(edits, key=lambda e: e.range.start.offset, reverse=True)
    for edit in ordered:
        start, end = edit.range.start.offset, edit.range.end.offset
        source = source[:start] + edit.new_text + source[end:]
    inside = source.partition(f"<{field}>")[2].partition(f"</{field}>")[0]
    return inside.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


SLIPS = [
    (
        "<a href=“http://x.example/”>a</a>",
        "CTC117 `“http://x.example/”` has typographic quotes",
        '<a href="http://x.example/">a</a>',
    ),
    (
        '<a href=""http://x.example/"">a</a>',
        'CTC113 `href=""http://x.example/""` has too many quotes',
        '<a href="http://x.example/">a</a>',
    ),
    (
        '<a href="http://x.example class="b">a</a>',
        'CTC115 the value in `href="http://x.example` has no closing quote',
        '<a href="http://x.example" class="b">a</a>',
    ),
    (
        "Joe <joe@example.com>",
        "CTC106 `<` before the address `joe@example.com` is not escaped",
        "Joe &lt;joe@example.com>",
    ),
    (
        f'<a href="http://x.example/"{NBSP}class="b">a</a>',
        "CTC113 `<U+00A0>` is no white space that may stand in a tag",
        '<a href="http://x.example/" class="b">a</a>',
    ),
    (
        "<tabel><tr><td>a</td></tr></tabel>",
        "CTC548 `tabel` is no tag of HTML",
        "<table><tr><td>a</td></tr></table>",
    ),
    (
        "<tabel><tr><td>a</td></tr></table>",
        "CTC101 `</table>` does not close `<tabel>`",
        "<table><tr><td>a</td></tr></table>",
    ),
]


@pytest.mark.parametrize(("text", "message", "better"), SLIPS)
@pytest.mark.parametrize("content_format", ["HTML", "XHTML"])
def test_slip_is_one_diagnostic_with_the_fix_that_mends_it(
    text: str, message: str, better: str, content_format: str
) -> None:
    start, end = f"<{XHTML}><body>", "</body></html>"

    assert said(start + text + end, EMAIL, content_format) == [message]
    whole = fixed(start + text + end, EMAIL, content_format)
    assert whole.replace("  ", " ") == start + better + end


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        # the address has the quotes, straight ones are around it
        (
            '<a href="“http://x.example/”">“a</a>',
            [
                "CTC534 the address `“http://x.example/”` begins with a quotation mark",
                QUOTE_OUTSIDE,
            ],
        ),
        # an address that is malformed in another way
        (
            "<a href='http:/x.example/'>“a</a><p title='“'>a</p>",
            [
                "CTC534 the address `http:/x.example/` has one slash behind the scheme",
                QUOTE_OUTSIDE,
                QUOTE_OUTSIDE,
            ],
        ),
        # other characters of the value are its own
        (
            "<p title=“Ж”>a</p>",
            [
                "CTC117 `“Ж”` has typographic quotes",
                "CTC510 `Ж` (U+0416, cyrillic capital letter zhe) in `EmailContent`"
                + OUTSIDE,
            ],
        ),
        # these quotes are no quotes of a value
        (
            "<p title='“'>a</p>",
            [
                QUOTE_OUTSIDE,
            ],
        ),
        (
            "<a href='http://x.example/“'>a</a><a href='x.html'>a</a>",
            [
                QUOTE_OUTSIDE,
                "CTC532 `x.html` is relative, and a mail has no base",
            ],
        ),
        (
            f"a<br{NBSP}/>",
            ["CTC113 `<U+00A0>` is no white space that may stand in a tag"],
        ),
    ],
)
def test_quotes_are_spoken_of_once(text: str, messages: list[str]) -> None:
    assert said(f"<html><body>{text}</body></html>") == messages


def test_quotes_that_are_references_are_taken_away() -> None:
    text = "<html><body><a href=&#8220;http://x.example/&#8221;>a</a></body></html>"

    assert fixed(text) == text.replace("&#8220;", "").replace("&#8221;", "")


@pytest.mark.parametrize(
    "text",
    [
        "<spam>a</spam><city>b</city><foot>c</foot><herf>d</herf><date>e</date>",
        "<o:p></o:p><st1:place>a</st1:place><my-tabel>b</my-tabel><h7>c</h7>",
        "<section>a</section><xmp><tabel></xmp><image src='http://x.example/a.gif'>",
    ],
)
def test_tag_that_is_not_surely_misspelt(text: str) -> None:
    codes = {line.split()[0] for line in said(f"<html><body>{text}</body></html>")}

    assert "CTC548" not in codes


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tabel", "table"),
        ("spna", "span"),
        ("divv", "div"),
        ("fnt", "font"),
        ("stong", "strong"),
        ("centre", "center"),
        ("tbl", ""),
        ("Dvi", "div"),
    ],
)
def test_tag_that_is_meant(name: str, meant: str) -> None:
    text = f"<html><body><{name}>a</{name}></body></html>"
    right = meant or name

    assert fixed(text) == text.replace(name, right)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tabel><tr><td>a</table>", "CTC101 `</table>` does not close `<tabel>`"),
        ("<div><tabel>a</div>", "CTC102 `tabel` is never closed"),
        ("<div>a<p>b</dvi>", "CTC101 `</dvi>` does not close `<div>`"),
    ],
)
def test_misspelt_tag_without_its_end_is_spoken_of_once(
    text: str, message: str
) -> None:
    assert said(f"<html><body>{text}</body></html>") == [message]


@pytest.mark.parametrize(
    ("name", "is_text", "meant"),
    [
        ("greeting", False, "Greeting"),
        ("opentraking", False, "OpenTracking"),
        ("text", False, None),
        ("text", True, "Text"),
        ("textarea", True, None),
        ("v:text", True, None),
        ("tabel", False, None),
    ],
)
def test_service_tag_that_is_meant(name: str, is_text: bool, meant: str | None) -> None:
    assert service_tag_meant(name, is_text=is_text) == meant


@pytest.mark.parametrize(
    ("css", "tags"),
    [
        ("/* <b> */ p { color: red }", []),
        ("a:after { content: '<i>' } b:after { content: \"</i>\" }", []),
        ("p { color: red } /* <b>", []),
        ("/* <b> */ <style type='t'>p { color: red }</style>",
         ["CTC544 `<style type='t'>` is a tag, and `StyleSheet` holds CSS only"]),
        ("<!-- p { color: red } -->", []),
    ],
)  # fmt: skip
def test_tags_in_comments_and_strings_of_css_are_none(
    css: str, tags: list[str]
) -> None:
    assert [line for line in said(css, STYLE, "XHTML") if "CTC544" in line] == tags


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("0; url=http://x.example/", "the mail is to lead elsewhere by itself"),
        ("0;URL='http://x.example/'", "the mail is to lead elsewhere by itself"),
        ("30", "the mail is to be loaded again by itself"),
        ("", "the mail is to be loaded again by itself"),
    ],
)
def test_refresh(content: str, message: str) -> None:
    meta = f'<meta http-equiv="Refresh" content="{content}"/>'
    text = f"<html><head>{meta}</head><body>a</body></html>"

    assert said(text) == [f"CTC541 {message}, which mail programs do not do"]
    assert fixed(text) == text.replace(meta, "")


def test_meta_that_asks_for_nothing() -> None:
    meta = '<meta http-equiv="Content-Type" content="text/html"/>'

    assert said(f"<html><head>{meta}</head><body>no refresh</body></html>") == []


@pytest.mark.parametrize(
    ("subject", "owner", "message", "help_"),
    [
        ("x", "", "`x` is no attribute", 'write it as `name="value"`, or remove it'),
        (",", "", "`,` stands between attributes", "separate attributes by a space"),
        ("/ ", "", "`/` and `>` are apart", "end the tag with `/>`"),
        (f"/{NBSP}", "", "`/` and `>` are apart", "end the tag with `/>`"),
        ("/", "", "`/` is no attribute", 'write it as `name="value"`, or remove it'),
        (
            "/",
            "a",
            "`/` ends `a` before its content",
            "end the start tag with `>` alone",
        ),
        ("\\", "", "`\\` is no attribute", 'write it as `name="value"`, or remove it'),
        (
            "\\",
            "a",
            "`\\` ends `a` before its content",
            "end the start tag with `>` alone",
        ),
        (
            NBSP,
            "",
            "`<U+00A0>` is no white space that may stand in a tag",
            "separate attributes by a plain space",
        ),
        (
            "a=''b''",
            "",
            "`a=''b''` has too many quotes",
            "write one at each end of the value",
        ),
    ],
)
def test_malformed_attribute_is_worded(
    subject: str, owner: str, message: str, help_: str
) -> None:
    fault = Fault("malformed-attribute", source_span(0, 1), subject, owner)
    (finding,) = rule_named(fault.kind).check(fault, Context("create"))

    assert (finding.message, finding.help) == (message, (help_,))


def test_backslash_at_the_end_of_a_tag_is_worded() -> None:
    edits = ((source_span(0, 1), "/"),)
    fault = Fault("malformed-attribute", source_span(0, 1), "\\", edits=edits)
    (finding,) = rule_named(fault.kind).check(fault, Context("create"))

    assert finding.message == "the tag ends with the wrong slash"
    assert finding.help == ("end it with `/>`",)
    assert [fix.title for fix in finding.fixes] == ["write `/>`"]


def test_among_very_many_names_no_service_tag_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(misspelt_service_tag, "_MOST_NAMES", 2)

    assert "CTC512" in said("<a1></a1><Greting/>")[0]
    assert said("<a1></a1><a2></a2><Greting/>") == []


def test_service_tag_is_looked_for_in_the_text_version() -> None:
    assert said("<text>a</text>", TEXT) == ["CTC512 `text` is in the wrong case"]
    assert said("<Text>a</Text>", TEXT) == []


def test_so_many_findings_are_counted_in_all_contents() -> None:
    images = "<img src='http://x.example/a.gif'/>" * 1001
    text = images.replace("<", "&lt;").replace(">", "&gt;")
    source = document(images, EMAIL, "HTML").replace(
        f"<{EMAIL}>",
        f"<PermissionReminderText>{text}</PermissionReminderText><{EMAIL}>",
    )
    found = lint(source, operation="create", select=["CTC543"])

    assert len(found) == 101
    assert [d.message for d in found if d.code == "CTC902"] == [
        "1902 more CTC543 (image-without-alt) not shown"
    ]
