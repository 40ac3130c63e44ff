"""End tags of the root behind which the document goes on: nothing is taken away."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.html.model import HtmlModel
from ctct_lint.model.severity import Applicability
from ctct_lint.xml.edits import apply_edits
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

TITLE = "<id>1</id><title>x</title>"
CAMPAIGN = "<Campaign><Name>x</Name></Campaign>"
CONTENT = f"<content>{CAMPAIGN}</content>"
STRAY = ("stray-end-tag", "entry")

# What is written, the faults with what they point at, the mend.
EARLY = [
    # Another end tag follows, or none does.
    (f"<entry>{TITLE}</entry>\n{CONTENT}</entry>", [STRAY], TITLE + "\n" + CONTENT),
    (f"<entry>{TITLE}</entry>\n{CONTENT}\n", [STRAY], f"{TITLE}\n{CONTENT}"),
    (f"<entry></entry>{TITLE}{CONTENT}", [STRAY], TITLE + CONTENT),
    (
        f"<entry>{TITLE}</entry></entry>{CONTENT}</entry>",
        [STRAY, STRAY],
        TITLE + CONTENT,
    ),
    (f"<entry>{TITLE}</entry></entry>{CONTENT}", [STRAY, STRAY], TITLE + CONTENT),
    # What is between the end and what belongs to the root belongs to it as well.
    (f"<entry>{TITLE}</entry>a{CONTENT}", [STRAY], f"{TITLE}a{CONTENT}"),
    (f"<entry>{TITLE}</entry>a</entry>", [STRAY], f"{TITLE}a"),
    (
        f"<entry>{TITLE}</entry><!-- c --><f><id/></f>{CONTENT}",
        [STRAY],
        f"{TITLE}<!-- c --><f><id/></f>{CONTENT}",
    ),
    (
        f"<entry>{TITLE}</entry></f>{CONTENT}",
        [STRAY, ("stray-end-tag", "f")],
        TITLE + CONTENT,
    ),
    # Inner elements are open.
    (f"<entry><content></entry>{CAMPAIGN}</content>", [STRAY], CONTENT),
    (
        "<entry><content><Campaign></entry><Name>x</Name></Campaign></content>",
        [STRAY],
        CONTENT,
    ),
    ("<entry><title>a</entry>b</title></entry>", [STRAY], "<title>ab</title>"),
    (
        f"<entry><title>x</entry></title>{CONTENT}",
        [STRAY],
        f"<title>x</title>{CONTENT}",
    ),
    # It is the slash of the start tag.
    (f"<entry/>{TITLE}</entry>", [("malformed-attribute", "/")], TITLE),
    (f"<entry/>{TITLE}", [("malformed-attribute", "/")], TITLE),
]


@pytest.mark.parametrize(("text", "faults", "content"), EARLY)
def test_early_end(
    model: ContentModel, text: str, faults: list[tuple[str, str]], content: str
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text.strip() == f"<entry>{content}</entry>"


FEED = f"<feed>{TITLE}</feed>"
ENTRY = f"<entry>{TITLE}</entry>"

# Of another name, and what ends where it should.
OTHERS = [
    (
        f"{FEED}{ENTRY}</feed>",
        [("stray-end-tag", "feed")],
        f"{FEED[:-7]}{ENTRY}</feed>",
    ),
    (
        f"{FEED}<entry xmlns='u:a'>{TITLE}</entry></feed>",
        [("stray-end-tag", "feed")],
        f"{FEED[:-7]}<entry xmlns='u:a'>{TITLE}</entry></feed>",
    ),
    (f"{FEED}<entry xmlns='u:a'/>", [("second-root", "entry")], FEED),
    (f"{ENTRY}{ENTRY}</entry>", [("second-root", "entry"), STRAY], ENTRY),
    (f"{ENTRY}<?xml version='1.0'?>{FEED}", [("second-root", "feed")], ENTRY),
    (
        f"<entry>{TITLE}</entry>{CONTENT}{ENTRY}",
        [("second-root", "content"), ("second-root", "entry")],
        ENTRY,
    ),
    (f"{ENTRY}<p><title>a</title></p>", [("second-root", "p")], ENTRY),
    (
        "<entry><title>x</entry></title>",
        [("mismatched-end-tag", "entry")],
        "<entry><title>x</title></entry>",
    ),
    # The document is cut off, or its last elements have no end.
    (
        f"<entry></entry>{TITLE}<upd",
        [STRAY, ("truncated-document", "d")],
        f"<entry>{TITLE}</entry>",
    ),
    (
        f"<entry>{TITLE}</entry><content>",
        [STRAY, ("truncated-document", ">")],
        f"<entry>{TITLE}<content></content></entry>",
    ),
    # Elements that nobody knows: they are like those in the root, or bound by it.
    (
        "<a><b/></a><b/>",
        [("stray-end-tag", "a")],
        "<a><b/><b/></a>",
    ),
    ("<a><b/></a><c/>", [("second-root", "c")], "<a><b/></a>"),
    (
        "<a xmlns='u:b'><b/></a><c/>",
        [("stray-end-tag", "a")],
        "<a xmlns='u:b'><b/><c/></a>",
    ),
    (
        "<x:a xmlns:x='u:b'><b/></x:a><x:c/></x:a>",
        [("stray-end-tag", "x:a")],
        "<x:a xmlns:x='u:b'><b/><x:c/></x:a>",
    ),
    (
        "<a xmlns='u:b'><b/></a><c xmlns='u:b'/>",
        [("second-root", "c")],
        "<a xmlns='u:b'><b/></a>",
    ),
    (
        "<a xmlns='u:b'><b/></a><br/>",
        [("second-root", "br")],
        "<a xmlns='u:b'><b/></a>",
    ),
    ("<a><a/></a><a/>", [("second-root", "a")], "<a><a/></a>"),
    ("<feed><entry/>", [("truncated-document", ">")], "<feed><entry/></feed>"),
]


@pytest.mark.parametrize(("text", "faults", "mended"), OTHERS)
def test_other_roots(
    model: ContentModel, text: str, faults: list[tuple[str, str]], mended: str
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == mended


def test_early_end_of_what_may_stand_in_its_like() -> None:
    text = "<div>a</div><div>b</div></div>"

    result = repair(text, HtmlModel())

    assert pointed_at(text, result.faults) == [("stray-end-tag", "div")]
    assert result.text == "<div>a<div>b</div></div>"


ATOM = '<entry xmlns="http://www.w3.org/2005/Atom">'


@pytest.mark.parametrize(
    ("end", "title"),
    [("</entry>", "remove the end tag"), ("", "move the end tag to the end")],
)
def test_early_end_is_told(end: str, title: str) -> None:
    text = f"{ATOM}<id>data:,none</id></entry><title>a</title>{end}"

    (found,) = lint(text, select=["stray-end-tag"])

    assert found.message == "`</entry>` ends the document too early"
    assert found.help == (f"{title}: what follows belongs to `entry`",)
    assert [label.message for label in found.related] == ["`title` follows"]
    (fix,) = found.fixes
    assert (fix.title, fix.applicability) == (title, Applicability.UNSAFE)


# What stands behind the root, and the titles of the fixes.
BEHIND = [
    ("<entry/>", ["remove this `entry`"]),
    ("<div>a</div>", ["remove this `div`"]),
    ("<ContactList/>", ["remove this `ContactList`"]),
    ('<ContactList xmlns="u:a"></ContactList>', ["remove this `ContactList`"]),
    ("<ContactList><Name>a</Name></ContactList>", []),
    ('<ContactList id="a"/>', []),
    ("<other><![CDATA[a]]></other>", []),
    ("<other>a", []),
    ("<feed>a</feed>", []),
    ('<feed xmlns="http://www.w3.org/2005/Atom">a</feed>', ["remove this `feed`"]),
]


@pytest.mark.parametrize(("behind", "titles"), BEHIND)
def test_second_root_is_not_removed_if_it_may_belong_to_the_first(
    behind: str, titles: list[str]
) -> None:
    found = lint(f"{ATOM}</entry>{behind}", select=["second-root"])

    assert [fix.title for one in found for fix in one.fixes] == titles


# A document with text behind its root, and what becomes of it.
TEXTS = [
    ("<a>b</a> c\n", "<a>b c</a>\n"),
    ("<a><b/>c</a><?d?>e", "<a><b/>c<?d?>e</a>"),
    ("<a><b/></a>c", "<a><b/></a>"),
    ("<a/>b", "<a/>"),
    ("<a></a>b>c", "<a></a>"),
    ("<a>b</a>\n```", "<a>b</a>\n"),
    ("<a>b</a>c<!-- d -->", "<a>b</a><!-- d -->"),
    ("<title>b</title>c", "<title>bc</title>"),
    ("<author><name/></author>c", "<author><name/></author>"),
    ("<a>b</A>c", "<a>b</a>"),
    # The end tag is moved as it is meant, and what is wrong in the text is mended.
    ("<Name>b<\\Name>c", "<Name>bc</Name>"),
    ("<a>b</a>c & <1 &amp; d", "<a>bc &amp; &lt;1 &amp; d</a>"),
]


@pytest.mark.parametrize(("text", "mended"), TEXTS)
def test_text_behind_the_root(model: ContentModel, text: str, mended: str) -> None:
    assert repair(text, model).text == mended


def test_text_that_the_root_may_hold_is_not_removed() -> None:
    found = lint("<a>b</a>c", select=["text-outside-root"])

    assert [one.help for one in found] == [("move the end tag behind it",)]
    assert [fix.title for one in found for fix in one.fixes] == [
        "move the end tag behind it"
    ]


@pytest.mark.parametrize(
    ("text", "title", "mended"),
    [
        ("c<a>b</a>", "move the start tag before it", "<a>cb</a>"),
        ("\nc d\n<a>b<e/></a>", "move the start tag before it", "\n<a>c d\nb<e/></a>"),
        ("<!-- e -->c<a>b</a>", "move the start tag before it", "<!-- e --><a>cb</a>"),
        # It may have to be mended itself, and so may the start tag.
        ("c & d<a>b</a>", "remove the text", "<a>b</a>"),
        ("c ]]> d<a>b</a>", "remove the text", "<a>b</a>"),
        ('c<a d="1">b</a>', "remove the text", '<a d="1">b</a>'),
        # The root holds none, or it is no text alone.
        ("c<a><b/></a>", "remove the text", "<a><b/></a>"),
        ("c<a/>", "remove the text", "<a/>"),
        ("c<entry>b</entry>", "remove the text", "<entry>b</entry>"),
        ("-<a>b</a>", "remove the text", "<a>b</a>"),
        ("c<br/><a>b</a>", "remove the text", "<a>b</a>"),
        ("HTTP/1.1 200\n<entry>b</entry>", "remove the text", "\n<entry>b</entry>"),
    ],
)
def test_text_before_the_root_that_it_may_hold(
    text: str, title: str, mended: str
) -> None:
    (found,) = lint(text, select=["text-outside-root"])

    (fix,) = found.fixes
    assert (fix.title, apply_edits(text, edits_of([ChosenFix(found, fix)]))) == (
        title,
        mended,
    )


BODY = "<id>1</id><title>a</title><updated/><author/>"

# A document with something before its root, and the titles of the fixes.
BEFORE = [
    ("<a>b</a><c><d/><d/><d/></c>", []),
    ("<b>a</b><c><d/><d/><d/></c>", ["remove the text"]),
    (f"<ok/>{ATOM}{BODY}</entry>", ["remove the text"]),
    (f"<entry>{ATOM}{BODY}</entry>", ["remove the text"]),
    (f"<Contact><Name>a</Name></Contact>{ATOM}{BODY}</entry>", []),
    (f'<Contact xmlns="u:a">a</Contact>{ATOM}{BODY}</entry>', ["remove the text"]),
]


@pytest.mark.parametrize(("text", "titles"), BEFORE)
def test_what_may_belong_to_the_root_is_not_removed_before_it(
    text: str, titles: list[str]
) -> None:
    (found,) = lint(text, select=["text-outside-root"])

    assert [fix.title for fix in found.fixes] == titles
