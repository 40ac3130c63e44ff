"""An entry in a SOAP envelope, a page or another entry is checked all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Severity, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")
ENTRY = CAMPAIGN[CAMPAIGN.index("<entry") :].strip()
PAYLOAD = ENTRY[ENTRY.index("<Campaign") : ENTRY.index("</content>")].strip()
SOAP = 'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
ATTRIBUTES = 'type="application/vnd.ctct+xml"'
LACKING = "`title`, `updated` and `content`"
FEED = f'<feed xmlns="{ATOM}"><id>u:a</id><title/><updated>2011-01-02</updated>'


def wrong_inside(text: str) -> str:
    """Return a document with one fault more, inside."""
    return text.replace("<EmailContentFormat>HTML", "<EmailContentFormat>PDF")


def said(text: str) -> list[str]:
    return [
        f"{d.code} {text[d.range.start.offset : d.range.end.offset]}: {d.message}"
        for d in lint(text)
    ]


def wraps(name: str, inner: str = "entry", which: str = "the") -> str:
    return f"`{name}` stands round {which} `{inner}`, which must be the root"


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("<request>", "request", "</request>"),
        ("<pre>", "pre", "</pre>"),
        ("<html><body>", "html", "</body></html>"),
        (f"<html {XHTML}><body>", "html", "</body></html>"),
        (f"<s:Envelope {SOAP}><s:Body>", "Envelope", "</s:Body></s:Envelope>"),
        ("<entries>", "entries", "</entries>"),
        ("<data>\n  ", "data", "\n</data>"),
    ],
)
def test_elements_round_an_entry_are_one_fault(
    before: str, name: str, after: str
) -> None:
    text = f"{before}{ENTRY}{after}"

    (found,) = lint(text)

    assert (found.code, found.message) == ("CTC220", wraps(name))
    assert found.severity is Severity.ERROR
    assert text[found.range.start.offset :].startswith(before[1:].rstrip("> \n")[:3])
    (fix,) = found.fixes
    assert fix.title == "remove the tags round it"
    mended = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert mended.strip() == ENTRY
    assert lint(mended) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<request key="1">', "</request>"),
        ("<request><token>x</token>", "</request>"),
        ("<request>please", "</request>"),
        ("<request>", "please</request>"),
        ("<a><b/><c>", "</c></a>"),
        (f'<a xmlns:x="{ATOM}">', "</a>"),
    ],
)
def test_nothing_is_taken_away_that_says_anything(before: str, after: str) -> None:
    (found,) = lint(f"{before}{ENTRY}{after}")

    assert (found.code, found.fixes) == ("CTC220", ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<entry xmlns="{ATOM}">', "</entry>"),
        ("<entry>", "</entry>"),
        (f'<entry xmlns="{ATOM}"><entry>', "</entry></entry>"),
        (
            f'<entry xmlns="{ATOM}"><id>data:,</id><title/><content {ATTRIBUTES}>',
            "</content></entry>",
        ),
    ],
)
def test_entry_in_an_entry_is_one_fault(before: str, after: str) -> None:
    text = before + ENTRY + after

    assert said(text) == [f"CTC220 entry: {wraps('entry', which='another')}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<html>{ENTRY}</html>", f"CTC220 html: {wraps('html')}"),
        (f"<html>{FEED}{ENTRY}</feed></html>", f"CTC220 html: {wraps('html', 'feed')}"),
        (f"<request>{PAYLOAD}</request>", "CTC220 request: `request` is not an Atom"),
        (PAYLOAD, "CTC220 Campaign: `Campaign` stands alone, without its Atom `entry`"),
        (ENTRY.replace("entry", "entri"), "CTC220 entri: `entri` is not an Atom"),
        (f"<html><entry><id/></entry>{ENTRY}</html>", f"CTC220 html: {wraps('html')}"),
    ],
)
def test_what_it_stands_round_is_looked_at(text: str, expected: str) -> None:
    outer, inner = said(wrong_inside(text))

    assert outer.startswith(expected)
    assert inner == "CTC203 PDF: `PDF` is not a valid EmailContentFormat"


def test_payload_is_to_be_wrapped_by_its_name() -> None:
    (found,) = lint(f"<request>{PAYLOAD}</request>")

    (help_,) = found.help
    assert help_.startswith("wrap `Campaign` in `<entry ")


def test_entry_without_its_content_is_still_the_one_there_is() -> None:
    text = f'<html><entry xmlns="{ATOM}"><id>data:,</id></entry></html>'

    assert said(text) == [
        f"CTC220 html: {wraps('html')}",
        f"CTC207 entry: `entry` lacks the required elements {LACKING}",
        "CTC304 entry: `entry` has no `author`",
    ]


@pytest.mark.parametrize(
    "extension",
    [
        f'<entry xmlns="{ATOM}"><id/></entry>',
        f'<Contact xmlns="{CTCT}"><Foo/></Contact>',
        f'<b><Campaign xmlns="{CTCT}">x</Campaign></b>',
        f'<x:f><Schedule xmlns="{CTCT}"/></x:f>',
    ],
)
def test_foreign_extension_may_hold_anything(extension: str) -> None:
    foreign = f'<x:e xmlns:x="urn:x">{extension}</x:e>'

    assert said(ENTRY.replace("</content>", f"</content>{foreign}")) == []
