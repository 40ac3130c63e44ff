"""What is needed is there, but not as what it should be: one fault, and a move."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import Severity, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.schema.explain import otherwise
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
SCHEDULE = (VALID / "schedule.create.xml").read_text("utf-8")
API = "http://api.constantcontact.com/ws/customers/greenleaf"
URI, LIST = f"{API}/settings/emailaddresses/2", f"{API}/lists/3"
ADDRESS = "<EmailAddress>mail@example.com</EmailAddress>"
EMAIL, CONTACT_LIST = f'<Email id="{URI}"/>', f'<ContactList id="{LIST}"/>'


def replaced(text: str, name: str, new: str) -> str:
    return re.sub(rf"(?s)<{name}>.*?</{name}>|<{name}/>", new, text, count=1)


def told(text: str) -> list[tuple[Severity, str, str]]:
    """Return the severity, code and underlined text of each diagnostic."""
    return [
        (d.severity, d.code, text[d.range.start.offset : d.range.end.offset])
        for d in lint(text)
    ]


def mended(text: str) -> tuple[str, str]:
    """Return the title of the one fix of the one diagnostic, and what it makes."""
    (found,) = lint(text)
    (fix,) = found.fixes
    return fix.title, apply_edits(text, edits_of([ChosenFix(found, fix)]))


AS_ID = "make it the `id` of `<Email>`"


@pytest.mark.parametrize(
    ("written", "code", "at", "title", "meant"),
    [
        (f"<FromEmail>{URI}</FromEmail>", "CTC211", URI, AS_ID, EMAIL),
        (
            f"<FromEmail>{URI}{ADDRESS}</FromEmail>",
            *("CTC211", URI, AS_ID, EMAIL + ADDRESS),
        ),
        (
            f"<FromEmail>{ADDRESS}{URI}</FromEmail>",
            *("CTC211", URI, AS_ID, ADDRESS + EMAIL),
        ),
        (f'<FromEmail id="{URI}"/>', "CTC209", "id", AS_ID, EMAIL),
        (f'<FromEmail href="{URI}"></FromEmail>', "CTC209", "href", AS_ID, EMAIL),
        (
            f'<FromEmail id="{URI}">{ADDRESS}</FromEmail>',
            *("CTC209", "id", AS_ID, EMAIL + ADDRESS),
        ),
        (f"<FromEmail><id>{URI}</id></FromEmail>", "CTC201", "id", AS_ID, EMAIL),
        (
            f"<FromEmail><Emial>{URI}</Emial></FromEmail>",
            "CTC201",
            "Emial",
            AS_ID,
            EMAIL,
        ),
        (
            f"<FromEmail><Address>{URI}</Address></FromEmail>",
            *("CTC201", "Address", AS_ID, EMAIL),
        ),
        (
            f"<FromEmail><Email><id>{URI}</id></Email></FromEmail>",
            *("CTC219", "id", "make it an attribute of `Email`"),
            f'<Email id="{URI}"></Email>',
        ),
    ],
)
def test_address_is_told_where_its_uri_stands(
    written: str, code: str, at: str, title: str, meant: str
) -> None:
    text = replaced(CAMPAIGN, "FromEmail", written)

    assert told(text) == [(Severity.ERROR, code, at)]
    assert mended(text) == (
        title,
        replaced(CAMPAIGN, "FromEmail", f"<FromEmail>{meant}</FromEmail>"),
    )


def test_number_of_an_address_is_meant_as_its_id() -> None:
    text = replaced(CAMPAIGN, "FromEmail", '<FromEmail id="2"/>')

    assert told(text) == [(Severity.ERROR, "CTC209", "id")]
    assert mended(text)[0] == AS_ID


@pytest.mark.parametrize(
    ("written", "title", "meant"),
    [
        (
            f'<FromEmail email="mail@example.com">{EMAIL}</FromEmail>',
            *("make it the element `<EmailAddress>`", f"{EMAIL}{ADDRESS}"),
        ),
        (
            f"<FromEmail>{EMAIL}<Addr>mail@example.com</Addr></FromEmail>",
            *("rename it to `EmailAddress`", f"{EMAIL}{ADDRESS}"),
        ),
    ],
)
def test_address_itself_is_known_by_its_form(
    written: str, title: str, meant: str
) -> None:
    assert mended(replaced(CAMPAIGN, "FromEmail", written)) == (
        title,
        replaced(CAMPAIGN, "FromEmail", f"<FromEmail>{meant}</FromEmail>"),
    )


AS_LIST = "make it the `id` of `<ContactList>`"


@pytest.mark.parametrize(
    ("written", "code", "at"),
    [
        (f'<ContactLists id="{LIST}"/>', "CTC209", "id"),
        (f'<ContactLists href="{LIST}"></ContactLists>', "CTC209", "href"),
        (f"<ContactLists><id>{LIST}</id></ContactLists>", "CTC201", "id"),
        (f"<ContactLists><uri>{LIST}</uri></ContactLists>", "CTC201", "uri"),
        (f"<ContactLists>{LIST}</ContactLists>", "CTC211", LIST),
    ],
)
def test_list_of_a_new_contact_is_told_where_its_uri_stands(
    written: str, code: str, at: str
) -> None:
    text = replaced(CONTACT, "ContactLists", written)
    meant = f"<ContactLists>{CONTACT_LIST}</ContactLists>"

    assert told(text) == [(Severity.ERROR, code, at)]
    assert mended(text) == (AS_LIST, replaced(CONTACT, "ContactLists", meant))


@pytest.mark.parametrize(
    ("document", "written"),
    [
        (CAMPAIGN, f"<ContactLists><id>{LIST}</id></ContactLists>"),
        (CONTACT, f"<ContactLists>{CONTACT_LIST}<id>{LIST}4</id></ContactLists>"),
    ],
)
def test_list_that_need_not_be_there_is_a_warning(document: str, written: str) -> None:
    text = replaced(document, "ContactLists", written)

    assert told(text) == [(Severity.WARNING, "CTC201", "id")]
    assert mended(text)[0] == AS_LIST


def test_list_of_an_update_is_a_warning() -> None:
    text = (VALID / "contact.update.xml").read_text("utf-8")
    lists = f"<ContactLists><id>{LIST}</id></ContactLists>"
    found = lint(replaced(text, "ContactLists", lists), operation="update")

    assert {d.severity for d in found if d.code == "CTC201"} == {Severity.WARNING}


# In the `ContactLists` of a new contact: what is in the place of a list, what is told
# of it, and what the fix makes of it.
STRANGERS = [
    ("<ListId>3</ListId>", "CTC202", "ListId", '<ContactList id="3"/>'),
    ("<List>3</List>", "CTC202", "List", '<ContactList id="3"/>'),
    ("<ContactListId>3</ContactListId>", "CTC202", None, '<ContactList id="3"/>'),
    ("<ListId>x</ListId>", "CTC202", "ListId", None),
    ("<Id>3</Id>", "CTC201", "Id", '<ContactList id="3"/>'),
    ("<ID>3</ID>", "CTC201", "ID", '<ContactList id="3"/>'),
    (f"<ListUri>{LIST}</ListUri>", "CTC201", "ListUri", CONTACT_LIST),
    ("<ListName>General</ListName>", "CTC201", "ListName", ""),
    ("<Name>General</Name>", "CTC206", "Name", None),
    ('<link href="x"/>', "CTC206", "link", None),
    ("General", "CTC211", "General", None),
    ("<Foo/>3", "CTC201", "Foo", None),
    (
        "<ContactList><ListId>3</ListId></ContactList>",
        "CTC201",
        "ListId",
        '<ContactList id="3"></ContactList>',
    ),
    (
        f"<ContactList><Uri>{LIST}</Uri></ContactList>",
        "CTC201",
        "Uri",
        f'<ContactList id="{LIST}"></ContactList>',
    ),
]


@pytest.mark.parametrize(("written", "code", "at", "meant"), STRANGERS)
def test_what_is_in_the_place_of_a_list_is_one_error(
    written: str, code: str, at: str | None, meant: str | None
) -> None:
    text = replaced(CONTACT, "ContactLists", f"<ContactLists>{written}</ContactLists>")

    found = told(text)
    assert found[0] == (Severity.ERROR, code, at or "ContactListId")
    if meant is not None:
        assert mended(text)[1] == replaced(
            CONTACT, "ContactLists", f"<ContactLists>{meant}</ContactLists>"
        )
        assert len(found) == 1


@pytest.mark.parametrize(
    "written",
    [
        '<ListId x="1">3</ListId>',
        "<ListId/>",
        "<ContactList><ListId>x</ListId></ContactList>",
    ],
)
def test_what_is_no_list_lacks_its_id_besides(written: str) -> None:
    text = replaced(CONTACT, "ContactLists", f"<ContactLists>{written}</ContactLists>")

    assert "CTC208" in [code for _, code, _ in told(text)]


@pytest.mark.parametrize(
    "beside",
    [
        CONTACT_LIST,
        CONTACT_LIST.replace("/>", ' xmlns="http://ws.constantcontact.com/ns/1.0/"/>'),
        "<ContactList><Name>General</Name></ContactList>",
    ],
)
def test_list_beside_its_contact_is_one_error(beside: str) -> None:
    text = replaced(CONTACT, "ContactLists", "")
    text = text.replace("</Contact>", f"</Contact>{beside}")

    assert told(text) == [(Severity.ERROR, "CTC727", "ContactList")]


def test_list_before_its_contact_lacks_nothing() -> None:
    text = replaced(CONTACT, "ContactLists", "")
    own = ' xmlns="http://ws.constantcontact.com/ns/1.0/"/>'
    text = text.replace("<Contact ", f"{CONTACT_LIST.replace('/>', own)}<Contact ")

    assert told(text) == [(Severity.ERROR, "CTC727", "Contact")]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("<ContactLists><Foo>1</Foo></ContactLists>", ["CTC201"]),
        (f"<ContactLists/>{CONTACT_LIST}", ["CTC206"]),
        (f"{CONTACT_LIST}<ContactLists></ContactLists>", ["CTC206"]),
        ("<ContactLists></ContactLists>", ["CTC702"]),
    ],
)
def test_contact_is_on_no_list_only_if_nothing_names_one(
    written: str, codes: list[str]
) -> None:
    assert [d.code for d in lint(replaced(CONTACT, "ContactLists", written))] == codes


def test_of_two_who_schedule_the_first_one_counts() -> None:
    text = replaced(SCHEDULE, "author", "<author>Joe</author><author>Jim</author>")

    assert [one for one in told(text) if one[1] == "CTC211"] == [
        (Severity.ERROR, "CTC211", "Joe"),
        (Severity.WARNING, "CTC211", "Jim"),
    ]


def test_name_of_who_schedules_is_told_where_it_stands() -> None:
    text = replaced(SCHEDULE, "author", "<author>Joe</author>")

    assert told(text) == [(Severity.ERROR, "CTC211", "Joe")]
    assert mended(text) == (
        "wrap it in `<name>`",
        replaced(SCHEDULE, "author", "<author><name>Joe</name></author>"),
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (CONTACT, [(Severity.WARNING, "CTC211", "Joe")]),
        (CAMPAIGN, [(Severity.WARNING, "CTC211", "Joe")]),
    ],
)
def test_name_of_another_author_is_a_warning(
    document: str, expected: list[tuple[Severity, str, str]]
) -> None:
    assert told(replaced(document, "author", "<author>Joe</author>")) == expected


def test_author_with_other_children_still_has_no_name() -> None:
    other = "<author><email>a@example.com</email></author>"

    assert told(replaced(SCHEDULE, "author", other)) == [
        (Severity.ERROR, "CTC606", "author")
    ]


LIST_TEXT = (VALID / "list.create.xml").read_text("utf-8")
FOLDER = (VALID / "library-folder.create.xml").read_text("utf-8")
ATTENDANCE = (VALID / "registrant-attendance.update.xml").read_text("utf-8")


def held(text: str, name: str, new: str) -> str:
    return re.sub(rf"(?s)(<{name}\b[^>]*>).*?(</{name}>)", rf"\g<1>{new}\2", text)


@pytest.mark.parametrize(
    ("text", "operation", "at", "title"),
    [
        (held(FOLDER, "Folder", "Logos"), "create", "Logos", "wrap it in `<Name>`"),
        (
            held(LIST_TEXT, "ContactList", " Buyers "),
            *("create", "Buyers", "wrap it in `<Name>`"),
        ),
        (
            held(ATTENDANCE, "AttendanceStatus", "<Type>GROUP</Type>ATTENDED"),
            *("update", "ATTENDED", "wrap it in `<Status>`"),
        ),
        (
            held(ATTENDANCE, "AttendanceStatus", "ATTENDED"),
            *("update", "ATTENDED", "wrap it in `<Status>`"),
        ),
    ],
)
def test_text_that_can_only_be_the_one_child_that_lacks_is_one_error(
    text: str, operation: str, at: str, title: str
) -> None:
    (found,) = lint(text, operation=operation)

    assert (found.severity, found.code) == (Severity.ERROR, "CTC211")
    assert text[found.range.start.offset : found.range.end.offset] == at
    assert [fix.title for fix in found.fixes] == [title]


@pytest.mark.parametrize(
    ("text", "operation", "codes"),
    [
        # Two may be meant.
        (
            held(LIST_TEXT, "ContactList", "Rye<SortOrder>9</SortOrder>"),
            *("create", ["CTC207", "CTC211"]),
        ),
        # What lacks holds no text, is written in another form, or is not alone.
        (
            re.sub(
                "(?s)<FromEmail>.*?</FromEmail>", "<FromEmail>a</FromEmail>", CAMPAIGN
            ),
            *("create", ["CTC207", "CTC211"]),
        ),
        (held(SCHEDULE, "Schedule", "soon"), "create", ["CTC207", "CTC211"]),
        (held(CONTACT, "Contact", "Ann"), "create", ["CTC207", "CTC211"]),
    ],
)
def test_text_that_may_be_something_else_is_told_apart(
    text: str, operation: str, codes: list[str]
) -> None:
    assert sorted(d.code for d in lint(text, operation=operation)) == codes


def test_only_the_first_of_very_many_texts_are_compared_with_what_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(otherwise, "_MOST_COMPARED", 2)
    codes = []
    for strays in (1, 2):
        inside = "x<Unknown/>" * strays + URI
        text = replaced(CAMPAIGN, "FromEmail", f"<FromEmail>{inside}</FromEmail>")
        codes.append({code for _, code, _ in told(text)})

    assert codes == [{"CTC201", "CTC211"}, {"CTC201", "CTC207", "CTC211"}]


def test_name_of_an_author_as_an_attribute_is_one_error() -> None:
    text = replaced(SCHEDULE, "author", '<author name="Joe"/>')

    assert told(text) == [(Severity.ERROR, "CTC209", "name")]
