"""What has one cause is said once: messages of programs, marks of sections, blanks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Severity, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
NOTICE = (
    "<br />\n<b>Notice</b>:  Undefined index: subject in <b>/var/www/send.php</b> "
    "on line <b>42</b><br />"
)
TABLE = "<br />\n<font size='1'><table><tr><th>( ! ) Notice: x</th></tr></table></font>"


def told(text: str, operation: str | None = None) -> list[tuple[str, str]]:
    """Return the code and the underlined text of each diagnostic."""
    return [
        (d.code, text[d.range.start.offset : d.range.end.offset])
        for d in lint(text, operation=operation)
    ]


def mended(text: str) -> str:
    (found,) = lint(text)
    (fix,) = found.fixes
    return apply_edits(text, edits_of([ChosenFix(found, fix)]))


# ------------------------------------------------------- messages between elements


@pytest.mark.parametrize(
    "message",
    [
        NOTICE,
        NOTICE.replace("Notice", "Fatal error"),
        "<b>Warning</b>: x in y.php",
        "<b>Warning</b>:  x in <b>y.php</b> on line <b>3</b>",
        "<p>hello</p> world",
        TABLE,
    ],
)
@pytest.mark.parametrize(
    ("document", "name"),
    [(CAMPAIGN, "Subject"), (CONTACT, "EmailAddress"), (CONTACT, "updated")],
)
def test_run_of_html_between_elements_is_one_fault(
    message: str, document: str, name: str
) -> None:
    text = document.replace(f"<{name}>", f"{message}<{name}>", 1)

    assert told(text) == [("CTC211", message)]
    assert mended(text) == document


def test_message_is_named_as_what_it_is() -> None:
    text = CAMPAIGN.replace("<Subject>", f"{NOTICE}\n<Subject>")

    (found,) = lint(text)

    assert found.severity is Severity.WARNING
    assert found.message == (
        "text `Notice: Undefined index: subject in /va…` stands between the elements "
        "of `Campaign`"
    )
    assert found.help[0].startswith("it is a message of PHP: ")


def test_each_run_is_a_fault_of_its_own() -> None:
    text = CONTACT.replace("<EmailAddress>", f"{NOTICE}<EmailAddress>")
    text = text.replace("<OptInSource>", f"{NOTICE}<OptInSource>")

    assert told(text) == [("CTC211", NOTICE)] * 2


@pytest.mark.parametrize(
    ("strangers", "names"),
    [("<Foo/><Bar/>", ["Foo", "Bar"]), ("<br/><p/>", ["br", "p"])],
)
def test_strange_elements_without_text_are_faults_each(
    strangers: str, names: list[str]
) -> None:
    text = CONTACT.replace("<EmailAddress>", f"{strangers}<EmailAddress>")

    assert told(text) == [("CTC201", name) for name in names]


def test_text_before_them_is_another_fault() -> None:
    text = CONTACT.replace("<EmailAddress>", "a <b>b</b> c<EmailAddress>")

    assert told(text) == [("CTC211", "a"), ("CTC211", "<b>b</b> c")]


# ------------------------------------------------------------ messages and no more


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        f"{NOTICE}\n{NOTICE}",
        "<b>Warning</b>: [<a href='function.include'>function.include</a>]: x<br />",
        TABLE,
        "PHP Parse error:  syntax error, unexpected '}' in x.php on line 12",
        "Fatal error: Uncaught PDOException in x.php:12\nStack trace:\n#0 {main}",
    ],
)
@pytest.mark.parametrize("operation", [None, "create"])
def test_message_alone_is_no_document(text: str, operation: str | None) -> None:
    (found,) = lint(text, operation=operation)

    assert found.code == "CTC130"
    assert found.message.startswith("this is a message of PHP (`")
    assert "<" not in found.message


# ------------------------------------------------------------- sections in values


@pytest.mark.parametrize("section", ["<![CDATA[{}]]>", "<![CDATA[ {}]]> "])
def test_section_in_a_value_is_one_fault(section: str) -> None:
    uri = "http://api.constantcontact.com/ws/customers/greenleaf/lists/"
    text = CONTACT.replace(f'"{uri}', f'"{section.format(uri)}')

    (found,) = [d for d in lint(text) if d.code.startswith("CTC1")]

    assert (found.code, found.message) == (
        "CTC116",
        "no CDATA section can stand in the value of an attribute",
    )
    (fix,) = found.fixes
    assert fix.title == "take `<![CDATA[` and `]]>` away"
    plain = section.replace("<![CDATA[", "").replace("]]>", "").format(uri)
    assert apply_edits(text, edits_of([ChosenFix(found, fix)])) == CONTACT.replace(
        f'"{uri}', f'"{plain}'
    )


@pytest.mark.parametrize("value", ["<![CDATA[a", "<![CDATA[a]b]]>", "<x>"])
def test_other_less_than_in_a_value_is_escaped(value: str) -> None:
    text = CONTACT.replace("<ContactList id", f'<ContactList x="{value}" id')

    (found,) = [d for d in lint(text) if d.code == "CTC116"]

    assert [fix.title for fix in found.fixes] == ["escape it as `&lt;`"]


# --------------------------------------------------------------- nothing to be seen


def test_no_break_spaces_before_the_lines_are_one_fault() -> None:
    text = CONTACT.replace("  ", "\u00a0\u00a0")
    (found,) = lint(text)

    assert told(text) == [("CTC211", "\u00a0\u00a0")]
    assert found.message == (
        "the character U+00A0 stands between the elements of `entry`, "
        "and such text in 19 other places"
    )
    assert mended(text) == CONTACT.replace("  ", "")


def test_two_blanks_between_elements_are_one_and_another() -> None:
    text = CONTACT.replace("<City>", "\u200b<City>")
    text = text.replace("</City>", "</City>\u200b")
    (found,) = lint(text)

    assert found.message == (
        "the character U+200B stands between the elements of `Contact`, "
        "and such text in 1 other place"
    )


@pytest.mark.parametrize("mark", ["^M", "\\", " |", "\\n", "¶", ";"])
def test_a_mark_behind_many_lines_is_one_fault(mark: str) -> None:
    whole = CONTACT.partition("\n")[2].rstrip()
    text = whole.replace("\n", f"{mark}\n")
    (found,) = lint(text)
    count = text.count(mark) - 1

    assert told(text) == [("CTC211", mark.strip())]
    assert found.message == (
        f"text `{mark.strip()}` stands between the elements of `entry`, "
        f"and such text in {count} other places"
    )
    assert [label.message for label in found.related] == ["and here"] * count
    assert mended(text).replace(" \n", "\n") == whole


NAMES = ("City", "StateCode", "EmailType", "FirstName")


@pytest.mark.parametrize(
    ("texts", "faults"),
    [
        # Two are no evidence, nor are words, what is left out, and escaped markup.
        ([";", ";"], [";", ";"]),
        ([";", ";", "x", ";"], [";", "x"]),
        (["ab", "ab", "ab"], ["ab", "ab", "ab"]),
        (["...", "...", "..."], ["...", "...", "..."]),
        (["&lt;b", "&lt;b", "&lt;b"], ["&lt;b", "&lt;b", "&lt;b"]),
        (["; and on", "; and on", "; and on"], ["; and on"] * 3),
    ],
)
def test_only_a_mark_that_stands_often_is_one_fault(
    texts: list[str], faults: list[str]
) -> None:
    text = CONTACT
    for name, between in zip(NAMES[: len(texts)], texts, strict=True):
        text = text.replace(f"<{name}>", f"{between}<{name}>")

    assert sorted(words for _, words in told(text)) == sorted(faults)


def test_one_blank_between_elements_is_named() -> None:
    text = CONTACT.replace("<City>", "\u200b<City>")
    (found,) = lint(text)

    assert told(text) == [("CTC211", "\u200b")]
    assert found.message == (
        "the character U+200B stands between the elements of `Contact`"
    )


@pytest.mark.parametrize("unseen", ["\u200b", "\u00a0\u200b", "\u2060\ufeff"])
def test_text_in_which_nothing_is_seen_is_one_fault(unseen: str) -> None:
    start, rest = CAMPAIGN.split("<Subject>")
    text = f"{start}<Subject>{unseen}<{rest.partition('<')[2]}"

    assert told(text) == [("CTC433", unseen)]


def test_address_in_which_nothing_is_seen_is_one_fault() -> None:
    text = CONTACT.replace("rosa.field@example.org", "\u00a0", 1)

    assert told(text) == [("CTC706", "\u00a0")]


# ------------------------------------------------------ an end that would not help


@pytest.mark.parametrize(
    ("before", "tag", "owner"),
    [("<Name>", "<content>", "Campaign"), ("<Subject>", '<link href="x">', "Campaign")],
)
def test_element_in_the_wrong_place_is_not_closed(
    before: str, tag: str, owner: str
) -> None:
    text = CAMPAIGN.replace(before, f"{tag}{before}")

    (found,) = lint(text)

    assert found.code == "CTC102"
    assert found.help == (f"remove the tag: it does not belong in `{owner}`",)
    assert found.fixes == ()


def test_element_in_its_place_is_closed() -> None:
    (found,) = lint(CAMPAIGN.replace("</Subject>", ""))

    assert [fix.title for fix in found.fixes] == ["add the end tag"]


# ------------------------------------------------------- fields inside themselves


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (CAMPAIGN, "OrganizationState"),
        (CAMPAIGN, "OrganizationCity"),
        (CAMPAIGN, "Subject"),
        (CONTACT, "OptInSource"),
    ],
)
def test_field_inside_itself_says_what_it_says(document: str, name: str) -> None:
    text = document.replace(f"<{name}>", f"<{name}><{name}>")
    text = text.replace(f"</{name}>", f"</{name}></{name}>")

    assert told(text) == [("CTC206", name)]
    assert mended(text) == document


def test_markup_where_text_belongs_is_escaped_as_it_is() -> None:
    text = CAMPAIGN.replace("<Subject>", "<Subject>A <b>&amp;</b> <!-- c -->")
    (found,) = lint(text, select=["CTC501"])
    (fix,) = found.fixes

    after = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert "<Subject>A &lt;b>&amp;amp;&lt;/b> <!-- c -->" in after


def test_a_byte_order_mark_that_was_decoded_is_none_of_the_text() -> None:
    assert lint(f"\ufeff{CAMPAIGN}") == lint(CAMPAIGN) == []


# ------------------------------------------------------------- in the wrong place


def test_author_that_stands_too_deep_is_not_missing() -> None:
    text = CONTACT.replace("<author/>", "").replace("<Contact ", "<author/><Contact ")

    assert "<author/>" in CONTACT
    assert told(text) == [("CTC206", "author")]


def test_user_of_what_is_no_uri_is_not_compared() -> None:
    right = 'id="http://api.constantcontact.com/ws/customers/greenleaf/lists/'
    wrong = right.replace("f/l", "fl/")
    found = told(CAMPAIGN.replace(right, wrong, 1))

    assert [code for code, _ in found] == ["CTC407"]


def test_blank_behind_a_user_is_no_other_user() -> None:
    update = (VALID / "campaign.update.xml").read_text("utf-8")
    found = told(
        update.replace("greenleaf/campaigns", "greenleaf /campaigns"), "update"
    )

    assert "CTC305" not in {code for code, _ in found}


@pytest.mark.parametrize("uri", ["http://ws.example.com/ns/", "http:/?ws.x/ns/1.0/"])
def test_each_kind_of_event_in_a_feed_has_one_namespace(uri: str) -> None:
    feed = (VALID / "report-events.response.xml").read_text("utf-8")
    right = '<ForwardEvent xmlns="http://ws.constantcontact.com/ns/1.0/"'
    text = feed.replace(right, f'<ForwardEvent xmlns="{uri}"')

    assert right in feed
    assert told(text, "response") == [("CTC212", uri)]
