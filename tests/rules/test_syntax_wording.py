"""What is said of slips in tags, sections and references, and what mends them."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.profiles.ctct.names import ATOM, CTCT

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def contact(first_name: str) -> str:
    return (
        f'<entry xmlns="{ATOM}"><id>data:,</id><title/><updated>2011-03-14</updated>'
        f'<author/><content type="application/vnd.ctct+xml"><Contact xmlns="{CTCT}">'
        "<EmailAddress>joe@example.com</EmailAddress>"
        f"{first_name}<OptInSource>ACTION_BY_CONTACT</OptInSource><ContactLists>"
        '<ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>'
        "</ContactLists></Contact></content></entry>"
    )


@pytest.mark.parametrize(
    ("first_name", "message", "help_", "title", "applicability"),
    [
        (
            "<FirstName>Joe<//FirstName>",
            "the end tag of `FirstName` begins with `<//`, not with `</`",
            *("write `</FirstName>`", "begin it with `</`", SAFE),
        ),
        (
            r"<FirstName>Joe<\/FirstName>",
            r"the end tag of `FirstName` begins with `<\/`, not with `</`",
            *("write `</FirstName>`", "begin it with `</`", SAFE),
        ),
        (
            "<>Joe</FirstName>",
            "`<>` is no start tag: it has no name",
            "write `<FirstName>`, as the end tag that follows says",
            *("write `<FirstName>`", UNSAFE),
        ),
        (
            "<FirstName>Joe<>",
            "`<>` does not close `<FirstName>`",
            "close it with `</FirstName>`",
            *("make both tags of the element agree", SAFE),
        ),
        (
            "<FirstName>Joe</FirstName><>",
            "`<>` closes no open element",
            "remove it, or add the start tag that belongs to it",
            *("remove the end tag", UNSAFE),
        ),
        (
            "<<FirstName>Joe</FirstName>",
            "`<` stands before the `<` of a tag",
            *("remove it", "remove it", UNSAFE),
        ),
        (
            "<FirstName>Joe < Ann</FirstName>",
            "`<` begins no tag here and is not escaped",
            *("write `&lt;` for the character", "escape it as `&lt;`", SAFE),
        ),
        (
            "<FirstName>Joe ]]> Ann</FirstName>",
            "`]]>` ends a CDATA section, but none is open",
            *("write `]]&gt;`, or remove it", "escape it as `]]&gt;`", SAFE),
        ),
        (
            "<FirstName><![CDATA[Joe]]>]]></FirstName>",
            "`]]>` ends a CDATA section, but none is open",
            *("remove it", "remove it", UNSAFE),
        ),
        (
            "<FirstName><b>Joe</b>]]></FirstName>",
            "`]]>` ends a CDATA section, but none is open",
            "begin the section with `<![CDATA[`, right after the start tag",
            *("begin the CDATA section", UNSAFE),
        ),
        (
            "<FirstName>&#xD83D;&#xDE00;</FirstName>",
            "`&#xD83D;&#xDE00;` is no character that XML allows",
            *("write `&#128512;`", "write `&#128512;`", UNSAFE),
        ),
        (
            "<FirstName>Joe&#12</FirstName>",
            "`&#12` is no character that XML allows",
            "write a number such as `&#233;` or `&#xE9;`, or remove it",
            *("remove it", UNSAFE),
        ),
        (
            "<!- the name -><FirstName>Joe</FirstName>",
            "`<!-` does not begin a comment",
            "write `<!--` and, at its end, `-->`",
            *("write it as a comment", UNSAFE),
        ),
    ],
)
def test_slip_is_told_once(
    first_name: str, message: str, help_: str, title: str, applicability: Applicability
) -> None:
    (found,) = lint(contact(first_name), operation="create")

    assert (found.message, found.help) == (message, (help_,))
    assert [(f.title, f.applicability) for f in found.fixes] == [(title, applicability)]


@pytest.mark.parametrize(
    ("before", "after", "code", "message", "title"),
    [
        (
            '{"xml": "',
            '"}',
            "CTC138",
            "the document is escaped as a string literal",
            "remove the code round the document, and unescape it",
        ),
        (
            'xml += "',
            '";',
            "CTC142",
            '`xml += "` stands beside lines of the document, and is no part of it',
            "remove it from the lines",
        ),
    ],
)
def test_document_that_came_in_code(
    before: str, after: str, code: str, message: str, title: str
) -> None:
    document = contact("\n<FirstName>Joe</FirstName>\n")
    escaped = document.replace('"', '\\"')
    is_whole = code == "CTC138"
    lines = [escaped] if is_whole else escaped.split("\n")
    text = "\n".join(f"{before}{line}{after}" for line in lines)
    (found,) = lint(text, operation="create")
    (fix,) = found.fixes

    assert (found.code, found.message, fix.title) == (code, message, title)
    assert fix.applicability is UNSAFE
    assert mend(text.encode(), lint, frozenset({UNSAFE})).data.decode() == document
