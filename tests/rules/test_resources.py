"""Lists, the library, events and what else is sent, or cannot be."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.profiles.ctct.names import APP, ATOM, CTCT

BASE = "http://api.constantcontact.com/ws/customers/joe"
NAME = "<Name>Rye bread</Name>"


def entry(payload: str, id_: str = "data:,none") -> str:
    return (
        f'<entry xmlns="{ATOM}"><id>{id_}</id><title/><updated>2011-10-03</updated>'
        f'<author/><content type="application/vnd.ctct+xml">{payload}</content></entry>'
    )


def library(payload: str) -> str:
    return f'<a:entry xmlns:a="{ATOM}"><a:content>{payload}</a:content></a:entry>'


def contact_list(inside: str, own: str = "") -> str:
    return f'<ContactList xmlns="{CTCT}"{own}>{inside}</ContactList>'


def said(text: str, operation: str = "create") -> list[str]:
    """Return the code, the characters and the message of each diagnostic."""
    return [
        f"{d.code} {text[d.range.start.offset : d.range.end.offset]}: {d.message}"
        for d in lint(text, operation=operation)
    ]


def codes(text: str, operation: str | None = None) -> list[str]:
    return [d.code for d in lint(text, operation=operation)]


# ---------------------------------------------------------------------------- lists


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (NAME, []),
        ("<OptInDefault>true</OptInDefault><SortOrder>-1</SortOrder>" + NAME, []),
        ("", ["CTC207 ContactList: `ContactList` lacks the required element `Name`"]),
        ("<Name> </Name>", ["CTC214 Name: `Name` must not be empty"]),
        (
            "<name>Rye</name>",
            ["CTC204 name: `name` differs from `Name` in case"],
        ),
        (
            "<ListName>Rye</ListName>",
            ["CTC202 ListName: `ListName` is not an element of `ContactList`"],
        ),
        (NAME * 2, ["CTC205 Name: duplicate `Name` in `ContactList`"]),
        (
            f"{NAME}<OptInDefault/>",
            ["CTC721 OptInDefault: `OptInDefault` has no value"],
        ),
        (
            f"{NAME}<OptInDefault>TRUE</OptInDefault>",
            ["CTC721 TRUE: `TRUE` is not a valid OptInDefault"],
        ),
        (
            f"{NAME}<OptInDefault>maybe</OptInDefault>",
            ["CTC721 maybe: `maybe` is not a valid OptInDefault"],
        ),
        (f"{NAME}<SortOrder/>", ["CTC721 SortOrder: `SortOrder` has no value"]),
        (
            f"{NAME}<SortOrder>9.5</SortOrder>",
            ["CTC721 9.5: `9.5` is not a valid SortOrder"],
        ),
        (
            f"{NAME}<ShortName>Rye</ShortName>",
            ["CTC422 ShortName: `ShortName` is ignored on create"],
        ),
        (
            "<Name>B\N{LATIN SMALL LETTER R WITH CARON}ead</Name>",
            ["CTC425 \u0159: `\u0159` (U+0159) in `Name` is not in ISO-8859-1"],
        ),
        (
            "<Name>B\x96ead</Name>",
            ["CTC425 \x96: U+0096 in `Name` is not in ISO-8859-1"],
        ),
        (
            "<Name>[object Object]</Name>",
            ["CTC436 [object Object]: `[object Object]` in `Name` is what JavaScript"],
        ),
        (
            f"<Name>{'System.Bulbs' * 8}</Name>",
            [f"CTC436 {'System.Bulbs' * 8}: "],
        ),
        (f"{NAME}<SortOrder>undefined</SortOrder>", ["CTC721 undefined: "]),
        ("<Name>\u00a0</Name>", ["CTC433 \u00a0: `Name` has no visible character"]),
        ("<Name>%%name%%</Name>", ["CTC431"]),
        (
            f"<Name>{'x' * 256}</Name>",
            [f"CTC725 {'x' * 256}: `Name` has 256 characters, the limit is 255"],
        ),
    ],
)
def test_a_list_is_checked(inside: str, expected: list[str]) -> None:
    found = said(entry(contact_list(inside)))

    assert [line[: len(e)] for line, e in zip(found, expected, strict=True)] == expected


def test_what_the_server_is_not_known_to_write_is_a_warning() -> None:
    activity = f'<Activity xmlns="{CTCT}"><Status>STUCK</Status></Activity>'
    (found,) = lint(entry(activity), operation="response")

    assert (found.code, found.severity.label) == ("CTC420", "warning")


def test_what_php_makes_of_a_switch_is_understood() -> None:
    text = entry(contact_list(f"{NAME}<OptInDefault>0</OptInDefault>"))
    (found,) = lint(text)
    (fix,) = found.fixes

    assert (fix.title, fix.applicability.value) == ("write `false`", "unsafe")


def test_what_an_update_of_the_service_s_own_lists_does_is_not_known() -> None:
    own = f' id="{BASE}/lists/do-not-mail"'
    both = entry(contact_list(NAME, own), f"{BASE}/lists/do-not-mail")
    alone = entry(contact_list(NAME, own))
    message = "`do-not-mail` is a list that the service keeps itself"

    assert said(both, "update") == [f"CTC723 {BASE}/lists/do-not-mail: {message}"]
    assert f"CTC723 {BASE}/lists/do-not-mail: {message}" in said(alone, "update")
    assert codes(both) == ["CTC723"]
    (found,) = lint(both, operation="update")
    assert found.severity.label == "warning"


def test_update_of_a_list_may_lack_its_name_and_says_whose_it_is() -> None:
    assert said(entry(contact_list(""), f"{BASE}/lists/6"), "update") == []


@pytest.mark.parametrize(
    ("uri", "what"),
    [
        (f"{BASE}/contacts/7", "of `contacts`"),
        (f"{BASE}/campaigns/1100546096289", "of `campaigns`"),
        (f"{BASE}/settings/emailaddresses/1", "of `settings/emailaddresses`"),
        (f"{BASE}/lists", "a collection"),
        ("data:,none", "a stand-in"),
    ],
)
def test_entry_of_an_update_names_the_list_that_it_updates(uri: str, what: str) -> None:
    (found,) = lint(entry(contact_list(NAME), uri), operation="update")

    assert found.code == "CTC309"
    assert found.message.endswith(f" is {what}, an update needs the resource's URI")


def test_entry_of_what_needs_no_envelope_may_have_any_id() -> None:
    status = "<AttendanceStatus><Status>ATTENDED</Status></AttendanceStatus>"
    text = library(status).replace(
        "<atom:content", "<atom:id>data:,</atom:id><atom:content"
    )

    assert said(text, "update") == []


# ------------------------------------------------------------------ other payloads

CONTACT = (
    f'<Contact xmlns="{CTCT}"><EmailAddress>fred@example.com</EmailAddress>'
    "<OptInSource>ACTION_BY_CONTACT</OptInSource>"
    f'<ContactLists><ContactList id="{BASE}/lists/6"/></ContactLists></Contact>'
)


@pytest.mark.parametrize(
    ("text", "name", "advice"),
    [
        (
            entry(contact_list(NAME) + CONTACT),
            "Contact",
            "send it in an entry of its own",
        ),
        (
            entry(CONTACT + contact_list(NAME)),
            "ContactList",
            "send it in an entry of its own, or move it into `ContactLists`",
        ),
        (
            library(f"<Folder>{NAME}</Folder>{CONTACT}"),
            "Contact",
            "send it in an entry of its own",
        ),
    ],
)
def test_second_resource_is_one_error(text: str, name: str, advice: str) -> None:
    (found,) = lint(text, operation="create")

    assert (found.code, found.severity.label) == ("CTC727", "error")
    assert text[found.range.start.offset : found.range.end.offset] == name
    assert found.message == f"`content` holds a second resource, `{name}`"
    assert found.help == (advice,)
    assert [note.message for note in found.related] == ["the first one"]


@pytest.mark.parametrize("name", ["contact", "Contacts", "Contct", "Email"])
def test_second_resource_may_be_misspelt_or_one_that_is_never_sent(name: str) -> None:
    second = f'<!-- and --><{name} xmlns="{CTCT}"/>'

    assert said(entry(contact_list(NAME) + second)) == [
        f"CTC727 {name}: `content` holds a second resource, `{name}`"
    ]


def test_comment_before_a_resource_is_no_first_one() -> None:
    assert codes(entry(f'<!-- an address --><Email xmlns="{CTCT}"/>'), "create") == [
        "CTC720"
    ]
    assert codes(entry(f"<!-- a contact -->{CONTACT}"), "create") == []


@pytest.mark.parametrize("operation", ["create", "update"])
def test_link_that_a_response_has_in_a_resource_is_no_error(operation: str) -> None:
    link = f'<link xmlns="{ATOM}" href="/ws/customers/joe/lists/6" rel="self"/>'
    uri = f"{BASE}/lists/6"
    text = entry(contact_list(link + NAME, f' id="{uri}"'), uri)

    (found,) = lint(text, operation=operation)

    assert (found.code, found.severity.label) == ("CTC206", "warning")
    assert found.message == "`link` does not belong in `ContactList`"
    assert found.help == ("take it away: what is sent needs no links",)


def test_second_element_of_no_resource_is_merely_unknown() -> None:
    assert codes(entry(f'{contact_list(NAME)}<Colour xmlns="{CTCT}"/>')) == ["CTC201"]


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("List", "did you mean `ContactList`?"),
        ("EmailCampaign", "did you mean `Campaign`?"),
        ("Mailing", "expected one of `Campaign`, `Schedule`, `Contact`"),
        ("Co", "expected one of `Campaign`, `Schedule`, `Contact`"),
    ],
)
def test_unknown_resource_is_taken_for_one_whose_name_is_alike(
    written: str, help_: str
) -> None:
    (found,) = lint(entry(f'<{written} xmlns="{CTCT}"/>'), operation="create")

    assert found.code == "CTC726"
    assert found.help[0].startswith(help_)


def test_unknown_resource_in_no_namespace_needs_no_envelope() -> None:
    (found,) = lint(library("<Attendance/>"), operation="update")

    assert (found.code, found.help) == (
        "CTC726",
        ("did you mean `AttendanceStatus`?",),
    )


def test_plural_round_a_payload_is_one_fault() -> None:
    text = library(f"<Folders><Folder>{NAME}</Folder></Folders>")
    (found,) = lint(text, operation="create")

    assert found.code == "CTC206"
    assert found.message == (
        "`Folder` must stand directly in `content`, with no `Folders` round it"
    )


@pytest.mark.parametrize("operation", ["create", "update"])
def test_service_document_cannot_be_sent(operation: str) -> None:
    text = '<service xmlns="http://www.w3.org/2007/app"/>'
    (found, *_) = lint(text, operation=operation)

    assert found.code == "CTC306"
    assert found.message.startswith("a `service` cannot be sent")


# -------------------------------------------------------------- what cannot be sent


@pytest.mark.parametrize(
    ("payload", "help_"),
    [
        ("ContactListMember", "send the `Contact` itself"),
        ("Email", "add and verify the address"),
        ("Activity", "post form data to `activities`"),
        ("SentEvent", "it can only be read"),
        ("OptOutEvent", "it can only be read"),
        ("OptoutEvent", "it can only be read"),
        ("ReportsSummary", "it can only be read"),
    ],
)
@pytest.mark.parametrize("operation", ["create", "update"])
def test_what_is_only_read_cannot_be_sent(
    payload: str, help_: str, operation: str
) -> None:
    text = entry(f'<{payload} xmlns="{CTCT}"/>', f"{BASE}/lists/6")
    (found,) = lint(text, operation=operation)

    assert found.code == "CTC720"
    assert text[found.range.start.offset : found.range.end.offset] == payload
    assert found.help[0].startswith(help_)
    assert lint(text, operation="response") == []


@pytest.mark.parametrize(
    ("payload", "operation", "severity"),
    [
        ("<Event/>", "create", "error"),
        ("<Event/>", "update", "error"),
        ("<Registrant/>", "update", "error"),
        (f"<Folder>{NAME}</Folder>", "update", "error"),
        ("<Image/>", "update", "error"),
        ("<Image/>", "create", "warning"),
        (
            "<AttendanceStatus><Status>ATTENDED</Status></AttendanceStatus>",
            "create",
            "warning",
        ),
    ],
)
def test_what_cannot_be_sent_that_way(
    payload: str, operation: str, severity: str
) -> None:
    (found,) = lint(library(payload), operation=operation)

    assert (found.code, found.severity.label) == ("CTC720", severity)
    assert bool(found.notes) == (severity == "warning")


# --------------------------------------------------------- the library and attendance


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (f"<Folder>{NAME}</Folder>", []),
        ("<Folder/>", ["CTC207 Folder: `Folder` lacks the required element `Name`"]),
        ("<folder><Name>x</Name></folder>", ["CTC204"]),
        ("<Foldr><Name>x</Name></Foldr>", ["CTC202"]),
        (f'<Folder xmlns="{CTCT}">{NAME}</Folder>', ["CTC212"]),
        ("<a:Folder><a:Name>x</a:Name></a:Folder>", ["CTC213"]),
        (f"<Folder>{NAME}</Folder><Folder>{NAME}</Folder>", ["CTC205"]),
    ],
)
def test_a_folder_needs_a_name_and_no_envelope(
    payload: str, expected: list[str]
) -> None:
    found = said(library(payload))

    assert [line[: len(e)] for line, e in zip(found, expected, strict=True)] == expected


def test_folder_in_the_namespace_of_its_entry_is_taken_out_of_it() -> None:
    text = f'<entry xmlns="{ATOM}"><content><Folder>{NAME}</Folder></content></entry>'
    (found,) = lint(text, operation="create")

    assert found.message == "`Folder` is in the Atom namespace, but belongs in none"
    assert [fix.title for fix in found.fixes] == ['add `xmlns=""`']


def test_prefix_of_what_is_in_no_namespace_has_to_go() -> None:
    (found,) = lint(library("<a:Folder><Name>x</Name></a:Folder>"), operation="create")

    assert (found.help, found.fixes) == (("write it without a prefix",), ())


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<Status>ATTENDED</Status><Type>GROUP</Type>", []),
        ("<Status>attended</Status>", ["CTC203"]),
        ("<Status>NO</Status>", ["CTC203"]),
        ("<Type>GROUP</Type>", ["CTC207"]),
        ("<Status>ATTENDED</Status><Type/>", ["CTC724"]),
        ("<Status>ATTENDED</Status><Type>ALL</Type>", ["CTC724"]),
    ],
)
def test_attendance_is_one_of_two(inside: str, expected: list[str]) -> None:
    text = library(f"<AttendanceStatus>{inside}</AttendanceStatus>")

    assert codes(text) == expected


def test_entry_without_envelope_still_needs_its_content() -> None:
    text = f'<entry xmlns="{ATOM}"><Folder xmlns="">{NAME}</Folder></entry>'

    wrapped = text.replace("<Folder", "<x:w xmlns:x='urn:x'><Folder")
    wrapped = wrapped.replace("</Folder>", "</Folder></x:w>")

    assert codes(text, "create") == ["CTC206"]
    assert codes(wrapped, "create") == ["CTC207"]


# ----------------------------------------------------------- payloads and documents


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (f'<Mailing xmlns="{CTCT}"/>', ["CTC726"]),
        ("<Mailing xmlns='urn:other'/>", ["CTC726"]),
        (f'<Contactlist xmlns="{CTCT}">{NAME}</Contactlist>', ["CTC204"]),
        (f'<ContactLst xmlns="{CTCT}">{NAME}</ContactLst>', ["CTC202"]),
        (f"<ContactList>{NAME}</ContactList>", ["CTC213"]),
        (contact_list(NAME) * 2, ["CTC205"]),
    ],
)
def test_payload_has_to_be_one_that_is_known(payload: str, expected: list[str]) -> None:
    assert codes(entry(payload)) == expected


def test_service_document_of_another_namespace_is_checked() -> None:
    text = '<service><collection href="/ws/customers/joe/lists"/></service>'

    assert codes(text) == ["CTC213", "CTC206"]
    assert codes(text.replace("<service>", f'<service xmlns="{APP}">')) == ["CTC206"]


def test_broken_service_document_is_mended_by_its_own_names() -> None:
    text = (
        f'<service xmlns="{APP}"><workspace><collection href="/ws/customers/joe/lists">'
    )

    assert [d.message for d in lint(text)] == [
        "the document ends here while 3 elements are open"
    ]


@pytest.mark.parametrize("uri", ["http://wrong.example/", CTCT[:-1], ""])
def test_namespace_of_what_should_not_be_there_is_not_told(uri: str) -> None:
    second = f'<Contact xmlns="{uri}"><Name>x</Name></Contact>'

    found = said(entry(contact_list(NAME) + second), operation="create")

    assert found == ["CTC727 Contact: `content` holds a second resource, `Contact`"]


def test_parameters_of_a_form_are_not_told_of_an_activity_as_an_entry() -> None:
    inside = "<activityType>SV_ADD</activityType><data>a</data><Oven/>"

    found = said(entry(f'<Activity xmlns="{CTCT}">{inside}</Activity>'))

    assert [one.partition(":")[0] for one in found] == [
        "CTC720 Activity",
        "CTC201 Oven",
    ]
