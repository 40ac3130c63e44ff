"""Quotes, blanks and signs in tags that only look right, and what is made of them."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.glance import glance
from ctct_lint.html.names import address_at
from ctct_lint.html.tags import TagReading, read_carefully

NBSP = "\N{NO-BREAK SPACE}"
WIDE = "\N{IDEOGRAPHIC SPACE}"
CURLY, UNCLOSED = "curly-quotes", "unclosed-attribute-value"
ODD, BARE = "malformed-attribute", "bare-less-than"
NO_SPACE = "missing-space-before-attribute"


def mended(text: str, read: TagReading) -> str:
    edits = [edit for slip in read.slips for edit in slip.edits]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


SLIPS = [
    # typographic quotes
    ("<a b=“c d”>", [(CURLY, "“c d”")], '<a b="c d">'),
    ("<a b=“c d” e=‘f’/>", [(CURLY, "“c d”"), (CURLY, "‘f’")], '<a b="c d" e="f"/>'),
    ("<a b=“Joe’s shop”>", [(CURLY, "“Joe’s shop”")], '<a b="Joe’s shop">'),
    ("<a b=‘Joe’s’>", [(CURLY, "‘Joe’s’")], '<a b="Joe’s">'),
    ('<a b=“c">', [(CURLY, '“c"')], '<a b="c">'),
    ("<a b=“c>", [(CURLY, "“c")], '<a b="c">'),
    ("<a b=”c”d=”e”>", [(CURLY, "”c”"), (CURLY, "”e”")], '<a b="c"d="e">'),
    # quotes twice
    ('<a b=""c"">', [(ODD, 'b=""c""')], '<a b="c">'),
    ('<a b=""c" d="e">', [(ODD, 'b=""c"')], '<a b="c" d="e">'),
    ("<a b=''c d''/>", [(ODD, "b=''c d''")], "<a b='c d'/>"),
    # no end quote
    ('<a b="c d="e">', [(UNCLOSED, 'b="c')], '<a b="c" d="e">'),
    ('<a b="c  d = "">', [(UNCLOSED, 'b="c')], '<a b="c"  d = "">'),
    ('<a b="c d="e" f="g h="i">', [(UNCLOSED, 'b="c'), (UNCLOSED, 'f="g')],
     '<a b="c" d="e" f="g" h="i">'),
    ("<a b=\"c d='e'>f</a>", [(UNCLOSED, 'b="c')], "<a b=\"c\" d='e'>f</a>"),
    ('<a b="c>d', [(UNCLOSED, 'b="c')], '<a b="c">d'),
    ('<img b="c />d', [(UNCLOSED, 'b="c')], '<img b="c" />d'),
    ('<a b="c/>d</a>', [(UNCLOSED, 'b="c/')], '<a b="c/">d</a>'),
    ('<a b="c>d</a><a b="e">', [(UNCLOSED, 'b="c')], '<a b="c">d</a><a b="e">'),
    ('<a b="c>d<e>f"g</a>', [(UNCLOSED, 'b="c')], '<a b="c">d<e>f"g</a>'),
    # no space before an attribute
    ('<imgsrc="c" alt="">', [(NO_SPACE, 'src="c"')], '<img src="c" alt="">'),
    ("<TDalign=left>", [(NO_SPACE, "align=left")], "<TD align=left>"),
    ('<spanclass = "c">d</span>', [], '<spanclass = "c">d</span>'),
    ('<foo="c">', [], '<foo="c">'),
    ("<b=>c</b>", [], "<b=>c</b>"),
    # blanks that only look so
    (f"<a{NBSP}b='c'{WIDE}>d</a{NBSP}>", [(ODD, NBSP), (ODD, WIDE), (ODD, NBSP)],
     "<a b='c' >d</a >"),
    (f"<br{NBSP}/>", [(ODD, NBSP)], "<br />"),
    # addresses
    ("<joe@example.com> <b>", [(BARE, "<")], "&lt;joe@example.com> <b>"),
    ("<http://x.example/a?b>", [(BARE, "<")], "&lt;http://x.example/a?b>"),
    ("a <mailto:joe@example.com", [(BARE, "<")], "a &lt;mailto:joe@example.com"),
    ("<www.x.example></www.x.example>", [(BARE, "<")],
     "&lt;www.x.example></www.x.example>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slips", "meant"), SLIPS)
def test_slips_are_told_with_their_mend(
    text: str, slips: list[tuple[str, str]], meant: str
) -> None:
    read = read_carefully(text)

    assert [(s.kind, text[s.start : s.end]) for s in read.slips] == slips
    assert mended(text, read) == meant
    assert glance(text) is None


@pytest.mark.parametrize("text", [text for text, _, _ in SLIPS])
def test_tags_are_read_as_if_the_slips_had_been_mended(text: str) -> None:
    read = read_carefully(text)
    again = read_carefully(mended(text, read))

    def told(tags: TagReading) -> list[tuple[str, list[tuple[str, str]]]]:
        return [(t.name, [(a.name, a.value) for a in t.attributes]) for t in tags.tags]

    assert told(again) == told(read)
    assert again.slips == ()


@pytest.mark.parametrize(
    "text",
    [
        "<a b=\"“c”\" d='e=f'>“g”</a>",
        '<a b="" c="">',
        '<a b="" / c="">',
        '<a b=""c="d">',
        '<a b="c d=" e>',
        f'<a b="c{NBSP}d">',
        "<a b='it\"s'c>",
        "<o:p><v:shape/><my-tag>",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert read_carefully(text).slips == ()


def test_attribute_ends_behind_its_quote() -> None:
    text = '<a b=“c” d=""e"" f=\'g\' h i=j k="l m=\'n\'>'
    (tag,) = read_carefully(text).tags

    written = [text[a.start : a.after] for a in tag.attributes]
    assert written == ["b=“c”", 'd=""e""', "f='g'", "h", "i=j", 'k="l', "m='n'"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("joe@example.com>", "joe@example.com"),
        ("j.o+e@example.com class='x'>", "j.o+e@example.com"),
        ("ftp://x.example/a", "ftp://x.example/a"),
        ("www.x.example>", "www.x.example"),
        ("joe@", ""),
        ("b>joe@example.com", ""),
        ("st1:place>", ""),
        ('a href="http://x.example/">', ""),
    ],
)
def test_address_at_an_offset(text: str, address: str) -> None:
    assert address_at(text, 0) == address


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<p>Joe <joe@example.com></p>", [(BARE, "joe@example.com")]),
        ("<p>1 <a b=c d></p>", [("unclosed-element", "</p>")]),
    ],
)
def test_address_is_told_by_the_fault(text: str, kinds: list[tuple[str, str]]) -> None:
    content = Content(etree.Element(EMAIL), EMAIL, text, is_xhtml=False)

    assert [(f.kind, f.detail) for f in content.faults(as_xml=False).kept] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<p>Joe <joe@example.com></p>", [(BARE, "joe@example.com")]),
        ("<p>1 < 2</p>", [(BARE, "")]),
        (f"<br/{NBSP}>", [(ODD, "")]),
        (f"<br{NBSP}>", [("unclosed-void-element", ""), (ODD, "")]),
        ('<a b=""c"">d</a>', [(ODD, "")]),
    ],
)
def test_slips_in_xhtml(text: str, kinds: list[tuple[str, str]]) -> None:
    content = Content(etree.Element(EMAIL), EMAIL, text, is_xhtml=True)

    assert [(f.kind, f.detail) for f in content.faults(as_xml=True).kept] == kinds


@pytest.mark.parametrize(
    "name", ["script", "style", "title", "textarea", "xmp", "iframe", "noframes",
             "noembed", "plaintext"],
)  # fmt: skip
def test_raw_text_holds_no_tags(name: str) -> None:
    text = f"<{name}><b> <c@d.example></{name}><i>"

    assert [tag.name for tag in read_carefully(text).tags] == [name, name, "i"]
