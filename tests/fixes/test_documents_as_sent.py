"""Slips in documents as programs send them: what is said, and what the fixes make."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability
from tests.said import underlined

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-minimal.create.xml").read_text("utf-8")
SUBJECT = "<Subject>Tulip bulbs are in</Subject>"
LIST = 'id="http://api.constantcontact.com/ws/customers/greenleaf/lists/3"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def told(text: str) -> list[tuple[str, str]]:
    """Return the code of each diagnostic, and the characters that it is about."""
    return [(d.code, underlined(text, d)) for d in lint(text, operation="create")]


def mended(text: str) -> str:
    """Return what all fixes make of a document."""
    made = mend(
        text.encode(),
        lambda data: lint(data, operation="create"),
        frozenset(Applicability),
    )
    return made.data.decode()


def changed(old: str, new: str) -> str:
    """Return the campaign with other characters in one place."""
    assert CAMPAIGN.count(old) == 1
    return CAMPAIGN.replace(old, new)


@pytest.mark.parametrize(
    "text", ["Joe's tulips", "at 1+1=2 o'clock", 'Joe "the" tulip', "1 = one"]
)
def test_text_of_a_start_tag_without_its_end_is_kept(text: str) -> None:
    sent = changed(SUBJECT, f"<Subject {text}</Subject>")

    assert told(sent) == [("CTC105", "Subject")]
    assert mended(sent) == changed(SUBJECT, f"<Subject>{text}</Subject>")


def test_attribute_of_such_a_tag_is_one() -> None:
    sent = changed(f"<ContactList {LIST}/>", f"<ContactList {LIST}</ContactList>")

    assert told(sent) == [("CTC105", "ContactList")]
    assert mended(sent) == changed(
        f"<ContactList {LIST}/>", f"<ContactList {LIST}></ContactList>"
    )


@pytest.mark.parametrize(
    ("declaration", "wrong"),
    [
        ("<?xml version=“1.0” encoding=“UTF-8”?>", "“1.0”"),
        ("<?xml version=”1.0″ encoding=”UTF-8″?>", "”1.0″"),
        ('<?xml version="1.0" encoding="UTF-8?>', '"UTF-8'),
        ('<?xml version="1.0 encoding="UTF-8"?>', '"1.0'),
        ("<?xml version=1.0' encoding='UTF-8'?>", "1.0'"),
        (r'<?xml version=\"1.0\" encoding="UTF-8"?>', r"\"1.0\""),
    ],
)
def test_declaration_with_odd_quotes_keeps_what_it_says(
    declaration: str, wrong: str
) -> None:
    sent = changed(DECLARATION, declaration)

    assert told(sent) == [("CTC126", wrong)]
    assert mended(sent) == CAMPAIGN


@pytest.mark.parametrize(
    ("code", "written", "wrong"),
    [
        ("CTC117", LIST.replace('"', "″"), LIST.replace('"', "″")[3:]),
        ("CTC117", LIST.replace('"', "′"), LIST.replace('"', "′")[3:]),
        ("CTC113", LIST.replace('"', r"\""), LIST.replace('"', r"\"")),
    ],
)
def test_value_in_other_quotes_is_kept(code: str, written: str, wrong: str) -> None:
    sent = changed(LIST, written)

    assert told(sent) == [(code, wrong)]
    assert mended(sent) == CAMPAIGN


def test_start_tag_with_the_name_of_a_sibling_gets_that_of_its_end_tag() -> None:
    sent = changed("<Subject>", "<FromName>")

    assert told(sent) == [("CTC101", "Subject")]
    assert mended(sent) == CAMPAIGN


def test_end_tag_is_wrong_where_another_one_has_its_name() -> None:
    sent = changed("</FromName>", "</Subject>")

    assert told(sent) == [("CTC101", "Subject")]
    assert mended(sent) == CAMPAIGN


def test_end_tag_is_wrong_where_the_parent_has_no_such_child() -> None:
    sent = changed("</FromName>", "</ScheduledTime>")

    assert told(sent) == [("CTC101", "ScheduledTime")]
    assert mended(sent) == CAMPAIGN


def test_undeclared_prefix_of_a_payload_is_of_its_namespace() -> None:
    payload = CAMPAIGN.partition("<Campaign")[2].partition("</Campaign>")[0]
    sent = CAMPAIGN.replace(
        payload, payload.replace("<", "<cc:").replace("cc:/", "/cc:")
    )
    sent = sent.replace(' xmlns="http://ws.constantcontact.com/ns/1.0/"', "")
    sent = sent.replace("<Campaign", "<cc:Campaign").replace("</Campa", "</cc:Campa")
    declared = 'xmlns:cc="http://ws.constantcontact.com/ns/1.0/"'

    assert told(sent) == [("CTC131", "cc:Campaign")]
    assert mended(sent) == sent.replace("<entry", f"<entry {declared}")


PHP = "Undefined index: from in /srv/mail.php on line 12"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (f"\n<br />\n<b>Notice</b>:  {PHP}<br />", [("CTC501", "a message of PHP")]),
        (f"<b>Notice</b>:  {PHP}<br>", [("CTC501", "a message of PHP")]),
        (f"Notice: {PHP}", [("CTC436", "a message of PHP")]),
        (f"PHP Warning:  {PHP}{PHP}", [("CTC436", "a message of PHP")]),
        ("Notice: see you on line 12", []),
    ],
)
def test_message_of_php_in_a_value_is_told_as_such(
    value: str, expected: list[tuple[str, str]]
) -> None:
    sent = changed("<FromName>Green Leaf Nursery<", f"<FromName>{value}<")
    found = lint(sent, operation="create")
    told = [(d.code, d.message.partition(" stands")[0]) for d in found]

    assert told == expected
    assert mended(sent) == sent


@pytest.mark.parametrize(("prefix", "declared"), [("", "xmlns"), ("c:", "xmlns:c")])
def test_list_is_meant_as_a_contact_list(prefix: str, declared: str) -> None:
    text = (VALID / "list.create.xml").read_text("utf-8")
    start, end = text.index("<ContactList"), text.index("</content>")
    sent = (
        f'{text[:start]}<{prefix}List {declared}="http://ws.constantcontact.com/ns/1.0/">'
        f"<{prefix}Name>Tulips</{prefix}Name></{prefix}List>{text[end:]}"
    )

    assert told(sent) == [("CTC726", f"{prefix}List")]
    assert mended(sent) == sent.replace(f"{prefix}List", f"{prefix}ContactList")
