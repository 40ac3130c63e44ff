"""What the rules say of contacts, case by case."""

from __future__ import annotations

import pytest
from said import underlined

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.rulebook import rules_on

API = "http://api.constantcontact.com/ws/customers/joe"
LIST = f'<ContactList id="{API}/lists/1"/>'
LISTS = f"<ContactLists>{LIST}</ContactLists>"
NONE = "<ContactLists></ContactLists>"
ADDRESS = "<EmailAddress>joe@example.com</EmailAddress>"
BY_CONTACT = "<OptInSource>ACTION_BY_CONTACT</OptInSource>"
BY_CUSTOMER = "<OptInSource>ACTION_BY_CUSTOMER</OptInSource>"


def document(content: str, own: str = "", entry: str = f"{API}/contacts/7") -> str:
    return (
        f'<entry xmlns="{ATOM}"><id>{entry}</id><title/><updated>2011-03-14</updated>'
        f'<author/><content type="application/vnd.ctct+xml"><Contact xmlns="{CTCT}"'
        f"{own}>{content}</Contact></content></entry>"
    )


def said(content: str, operation: str = "create") -> list[Diagnostic]:
    return lint(document(content), operation=operation)


def codes(content: str, operation: str = "create") -> list[str]:
    return [d.code for d in said(content, operation)]


def told(content: str, rule: str, operation: str = "create") -> list[str]:
    found = lint(document(content), operation=operation, select=[rule])
    return [d.message for d in found]


def new_texts(found: Diagnostic) -> list[str]:
    return [edit.new_text for fix in found.fixes for edit in fix.edits]


# --------------------------------------------------------------- which rules there are


def test_contacts_share_some_rules_with_campaigns() -> None:
    of_campaigns = {r.name for r in rules_on("campaign", Operation.CREATE)}
    of_contacts = {r.name for r in rules_on("contact", Operation.CREATE)}

    assert of_contacts & of_campaigns == {
        "blank-around-id",
        "blank-around-value",
        "character-outside-charset",
        "different-users",
        "https-in-id",
        "invalid-resource-id",
        "message-in-value",
        "name-too-long",
        "nothing-visible",
        "puerto-rico-as-state",
        "read-only-on-create",
        "same-list-twice",
        "state-outside-country",
        "unknown-country",
        "unrendered-placeholder",
        "unsupported-operation",
        "upper-case-user",
        "wrong-resource-uri",
    }
    assert of_contacts - of_campaigns == {
        "contact-value-too-long",
        "contact-without-list",
        "malformed-contact-address",
        "unknown-email-type",
        "unknown-state-of-contact",
    }


def test_rules_of_an_update() -> None:
    found = {r.name for r in rules_on("contact", Operation.UPDATE)}

    assert found - {r.name for r in rules_on("contact", Operation.CREATE)} == {
        "different-contacts",
        "incomplete-contact-update",
        "opt-in-by-customer",
        "removal-by-contact",
        "removal-from-all-lists",
    }


# --------------------------------------------------------------------------- the schema


@pytest.mark.parametrize("name", list(facts_of("contact.xsd", "Contact")))
def test_empty_element_that_is_not_needed_does_no_harm(name: str) -> None:
    if name not in {"EmailAddress", "OptInSource", "ContactLists"}:
        needed = ADDRESS + BY_CUSTOMER + LISTS

        assert said(f"{needed}<{name}/>", "update") == []
        assert {d.severity for d in said(f"{needed}<{name}/>")} <= {
            Severity.INFORMATION
        }


@pytest.mark.parametrize(
    ("content", "lacking"),
    [
        (ADDRESS + BY_CONTACT + LISTS, ""),
        (BY_CONTACT + LISTS + ADDRESS, ""),
        (BY_CONTACT + LISTS, "EmailAddress"),
        (ADDRESS + LISTS, "OptInSource"),
        (ADDRESS + BY_CONTACT, "ContactLists"),
    ],
)
def test_what_a_new_contact_needs(content: str, lacking: str) -> None:
    message = f"`Contact` lacks the required element `{lacking}`"

    assert [d.message for d in said(content)] == [message] * bool(lacking)
    assert [d for d in said(content, "update") if d.code == "CTC207"] == []
    assert said(content, "response") == []


def test_action_that_lacks_is_guessed() -> None:
    (found,) = said(ADDRESS + LISTS)

    assert new_texts(found) == [BY_CUSTOMER]
    assert found.fixes[0].applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("value", "codes_", "meant"),
    [
        ("ACTION_BY_CUSTOMER", [], []),
        ("action_by_contact", ["CTC203"], ["ACTION_BY_CONTACT"]),
        ("ACTION BY CUSTOMER", ["CTC203"], ["ACTION_BY_CUSTOMER"]),
        ("ACTION_BY_VISITOR", ["CTC203"], ["ACTION_BY_CONTACT"]),
        ("ACTION_BY_OWNER", ["CTC203"], ["ACTION_BY_CUSTOMER"]),
        ("Contact", ["CTC203"], ["ACTION_BY_CONTACT"]),
        ("ACTION_BY_SYSTEM", ["CTC203"], []),
        ("website", ["CTC203"], []),
        ("", ["CTC214"], ["ACTION_BY_CUSTOMER"]),
    ],
)
def test_action_is_one_of_two(value: str, codes_: list[str], meant: list[str]) -> None:
    content = f"{ADDRESS}<OptInSource>{value}</OptInSource>{LISTS}"
    found = said(content)

    assert [d.code for d in found] == codes_
    assert all(d.severity is Severity.ERROR for d in found)
    assert [text for d in found for text in new_texts(d)] == meant


def test_white_space_around_the_action_is_a_warning() -> None:
    (found,) = said(
        f"{ADDRESS}<OptInSource>\n  ACTION_BY_CONTACT\n</OptInSource>{LISTS}"
    )

    assert (found.code, found.severity) == ("CTC432", Severity.WARNING)


def test_text_between_the_elements_is_no_error() -> None:
    (found,) = said(f"a contact{ADDRESS}{BY_CONTACT}{LISTS}")

    assert (found.code, found.severity) == ("CTC211", Severity.WARNING)


@pytest.mark.parametrize("name", ["CustomField16", "custom_field_0", "Addr4", "Fax"])
def test_element_that_only_goes_on_counting_is_unknown(name: str) -> None:
    (found,) = said(f"{ADDRESS}{BY_CONTACT}{LISTS}<{name}>x</{name}>")

    assert (found.code, found.severity) == ("CTC201", Severity.WARNING)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("customfield7", "CustomField7"),
        ("CustumField7", "CustomField7"),
        ("Firstname", "FirstName"),
    ],
)
def test_misspelt_element(name: str, meant: str) -> None:
    (found,) = said(f"{ADDRESS}{BY_CONTACT}{LISTS}<{name}>x</{name}>")

    assert found.severity is Severity.ERROR
    assert new_texts(found) == [meant, meant]


def test_list_of_a_response_says_how_the_contact_came_to_it() -> None:
    inside = (
        f'<link xmlns="{ATOM}" href="/ws/customers/joe/lists/1" rel="self"/>'
        "<OptInSource>ACTION_BY_SYSTEM</OptInSource><OptInTime/>"
    )
    lists = LISTS.replace("/></", f">{inside}</ContactList></")

    for operation in ("create", "update", "response"):
        assert said(ADDRESS + BY_CONTACT + lists, operation) == []


@pytest.mark.parametrize("kind", ["SentEvent", "OptoutEvent", "ReportsSummary"])
def test_contact_that_is_only_referred_to_is_none(kind: str) -> None:
    text = (
        f'<feed xmlns="{ATOM}"><entry><content type="application/vnd.ctct+xml">'
        f'<{kind} xmlns="{CTCT}"><Contact id="x"><EmailAddress>?</EmailAddress>'
        f"<Odd/></Contact></{kind}></content></entry></feed>"
    )

    assert [d.code for d in lint(text)] == ["CTC201"]


def test_contact_alone_is_checked_too() -> None:
    text = f'<Contact xmlns="{CTCT}">{ADDRESS}{BY_CONTACT}{NONE}</Contact>'

    assert [d.code for d in lint(text, operation="create")] == ["CTC220", "CTC702"]


def test_tags_of_a_broken_contact_are_mended_by_its_own_names() -> None:
    text = document(
        ADDRESS + BY_CONTACT + LISTS + "<FirstName>Joe<LastName>B</LastNam>"
    )
    found = lint(text, operation="create")

    assert [d.message for d in found] == [
        "`FirstName` is never closed",
        "`</LastNam>` does not close `<LastName>`",
    ]
    assert {f.applicability for d in found for f in d.fixes} == {Applicability.SAFE}


# ---------------------------------------------------------------------------- the lists


@pytest.mark.parametrize(
    "content", [NONE, "<ContactLists/>", "<ContactLists> </ContactLists>"]
)
def test_new_contact_without_a_list(content: str) -> None:
    text = document(ADDRESS + BY_CONTACT + content)
    (found,) = lint(text, operation="create")

    assert (found.code, found.severity) == ("CTC702", Severity.ERROR)
    assert underlined(text, found) == "ContactLists"
    assert lint(text, operation="response") == []


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "the id of a `ContactList` must not be empty"),
        ("7", "`7` is not the URI of a `ContactList`"),
        (
            f"{API}/lists/",
            "this id names the collection `lists`, not one `ContactList` of it",
        ),
    ],
)
def test_id_that_names_no_list(value: str, message: str) -> None:
    lists = LISTS.replace(f"{API}/lists/1", value)
    for operation in ("create", "update"):
        (found,) = said(ADDRESS + BY_CONTACT + lists, operation)
        assert (found.code, found.message) == ("CTC407", message)
        assert found.severity is Severity.ERROR


def test_ids_of_a_contact_are_looked_at_as_those_of_a_campaign_are() -> None:
    ids = (
        f"{API}/lists/1 ",
        f"{API}/lists/2".replace("http:", "https:"),
        f"{API}/lists/3".replace("joe", "Joe"),
        f"{API}/lists/4".replace("joe", "ann"),
        f"{API}/lists/5",
        f"{API}/lists/5",
    )
    lists = "".join(f'<ContactList id="{id_}"/>' for id_ in ids)

    content = f"{ADDRESS}{BY_CONTACT}<ContactLists>{lists}</ContactLists>"
    assert codes(content) == ["CTC302", "CTC307", "CTC308", "CTC305", "CTC416"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (BY_CONTACT + LISTS, []),
        (BY_CUSTOMER + LISTS, []),
        (LISTS, []),
        (BY_CONTACT + NONE, ["CTC703"]),
        (BY_CUSTOMER + NONE, ["CTC708"]),
        (NONE, ["CTC708"]),
        (BY_CONTACT + NONE + "<Status>Removed</Status>", ["CTC703"]),
        (BY_CONTACT + LISTS + "<Status>Removed</Status>", []),
        (BY_CONTACT + "<Status>Removed</Status>", ["CTC709", "CTC703"]),
        (BY_CONTACT + "<Status>Active</Status>", ["CTC709"]),
        (BY_CUSTOMER + "<Status>Removed</Status>", ["CTC709"]),
    ],
)
def test_who_may_remove_a_contact(content: str, expected: list[str]) -> None:
    assert codes(ADDRESS + content, "update") == expected


def test_removal_is_shown_beside_the_action() -> None:
    text = document(ADDRESS + BY_CONTACT + NONE)
    (found,) = lint(text, operation="update")

    assert underlined(text, found) == "ACTION_BY_CONTACT"
    (label,) = found.related
    assert text[label.range.start.offset : label.range.end.offset] == "ContactLists"
    assert new_texts(found) == ["ACTION_BY_CUSTOMER"]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("<Status>Do Not Mail</Status>" + BY_CUSTOMER + LISTS, 1),
        ("<Status>Do Not Mail</Status>" + BY_CONTACT + LISTS, 0),
        ("<Status>Do Not Mail</Status>" + BY_CUSTOMER + NONE, 0),
        ("<Status>Do Not Mail</Status>" + BY_CUSTOMER, 0),
        ("<Status>Removed</Status>" + BY_CUSTOMER + LISTS, 0),
        ("<Status>Do Not Mail</Status>" + LISTS, 0),
    ],
)
def test_only_the_contact_opts_in_again(content: str, count: int) -> None:
    message = "`ACTION_BY_CUSTOMER` cannot put a contact who opted out on a list"

    assert told(content, "opt-in-by-customer", "update") == [message] * count


# --------------------------------------------------------------------------- the values


@pytest.mark.parametrize(
    ("name", "limit", "note"),
    [
        ("FirstName", 50, "the limit is that of the official form"),
        ("CustomField15", 50, "the limit is that of the official form"),
        ("PostalCode", 25, "the limit is that of the official form"),
        ("SubPostalCode", 25, "the limit is that of the official form"),
        ("Note", 500, "the limit is that of the v2 interface"),
    ],
)
def test_limits(name: str, limit: int, note: str) -> None:
    def found(value: str) -> list[Diagnostic]:
        content = f"{ADDRESS}{BY_CONTACT}{LISTS}<{name}>{value}</{name}>"
        return said(content)

    assert found("x" * limit) == found(f"\n {'x' * limit}\n") == []
    (long,) = found("x" * (limit + 1))
    message = f"`{name}` has {limit + 1} characters, the limit is {limit}"
    assert (long.code, long.severity) == ("CTC705", Severity.ERROR)
    assert (long.message, long.notes) == (message, (note,))


def test_too_long_an_address_is_told_once() -> None:
    address = f"{'a' * 60}@{'b' * 30}.com"

    content = f"<EmailAddress>{address}</EmailAddress>{BY_CONTACT}{LISTS}"
    (found,) = said(content)
    assert (found.code, found.severity) == ("CTC706", Severity.ERROR)
    assert found.message == "the address has 95 characters, the limit is 80"


ADVICE = "write one address such as `joe@example.com`, and nothing else"


@pytest.mark.parametrize(
    ("address", "note", "meant"),
    [
        ("joe@acme.con", "`.con` is no known top-level domain", ["joe@acme.com"]),
        ("joe@acme.CMO", "`.cmo` is no known top-level domain", ["joe@acme.com"]),
        ("joe@acme.nte", "`.nte` is no known top-level domain", ["joe@acme.net"]),
        ("joe@a.millersville", "`.millersville` is no known top-level domain", []),
        ("joe@acme.c", "`.c` is no known top-level domain", []),
        (
            "o'brien@acme.con",
            "`.con` is no known top-level domain",
            ["o'brien@acme.com"],
        ),
    ],
)
def test_top_level_domain_that_is_not_known(
    address: str, note: str, meant: list[str]
) -> None:
    content = f"<EmailAddress>{address}</EmailAddress>{BY_CONTACT}{LISTS}"
    (found,) = said(content)

    assert (found.code, found.severity) == ("CTC706", Severity.WARNING)
    message, help_ = f"`{address}` is not a usable e-mail address", ADVICE
    if len(f"{message}: {note}") <= 90:
        message += f": {note}"
    else:
        help_ += f": {note}"
    assert (found.message, found.help, found.notes) == (message, (help_,), ())
    assert list(new_texts(found)) == meant
    assert all(f.applicability is Applicability.UNSAFE for f in found.fixes)


@pytest.mark.parametrize(
    "address",
    ["a@b.co", "joe@x.museum", "joe@x.photography", "joe@x.test", "joe@x.xn--p1ai"],
)
def test_top_level_domains(address: str) -> None:
    content = f"<EmailAddress>{address}</EmailAddress>{BY_CONTACT}{LISTS}"

    assert said(content) == []


@pytest.mark.parametrize(
    ("fields", "codes_", "severities"),
    [
        ("<StateCode>MA</StateCode>", [], []),
        ("<StateCode>MA</StateCode><CountryCode>US</CountryCode>", [], []),
        ("<StateCode>ON</StateCode><CountryCode>ca</CountryCode>", [], []),
        (
            "<StateCode>MA</StateCode><CountryCode>ca</CountryCode>",
            ["CTC402"],
            ["ERROR"],
        ),
        (
            "<StateCode>ON</StateCode><CountryCode>us</CountryCode>",
            ["CTC402"],
            ["ERROR"],
        ),
        (
            (
                "<StateCode>MA</StateCode><CountryCode>gb</CountryCode>"
                "<StateName>Kent</StateName>"
            ),
            ["CTC402"],
            ["WARNING"],
        ),
        ("<StateCode>PR</StateCode>", ["CTC434"], ["WARNING"]),
        (
            "<StateCode>PR</StateCode><CountryCode>us</CountryCode>",
            ["CTC434"],
            ["WARNING"],
        ),
        (
            "<StateCode>PR</StateCode><CountryCode>pr</CountryCode>",
            ["CTC434"],
            ["WARNING"],
        ),
    ],
)
def test_state_and_country(
    fields: str, codes_: list[str], severities: list[str]
) -> None:
    found = said(f"{ADDRESS}{BY_CONTACT}{LISTS}{fields}")

    assert [d.code for d in found] == codes_
    assert [d.severity.name for d in found] == severities


def test_region_abroad_of_a_contact_goes_into_the_name_of_the_state() -> None:
    fields = "<StateCode>MA</StateCode><CountryCode>gb</CountryCode>"
    (found,) = said(f"{ADDRESS}{BY_CONTACT}{LISTS}{fields}")

    assert found.help == (
        "leave `StateCode` empty and write the region in `StateName`",
    )


def test_an_action_that_is_said_twice_is_a_warning() -> None:
    (found,) = said(f"{ADDRESS}{BY_CONTACT}{BY_CONTACT}{LISTS}")

    assert (found.code, found.severity) == ("CTC205", Severity.WARNING)
    assert found.notes == ("a library sends it twice, and the server takes it",)


@pytest.mark.parametrize(
    ("value", "severity"),
    [
        ("joe@example.com", None),
        (" joe.o'brien+news@mail.example.co.uk ", None),
        ("JOE@EXAMPLE.COM", None),
        ("joe", Severity.ERROR),
        ("joe@", Severity.ERROR),
        ("joe at example.com", Severity.ERROR),
        ("joe@example.com, ann@example.com", Severity.ERROR),
        ("joe@localhost", Severity.WARNING),
        ("joe..b@example.com", Severity.WARNING),
        ("jo\N{LATIN SMALL LETTER E WITH ACUTE}@example.com", Severity.WARNING),
        ('"joe b"@example.com', Severity.WARNING),
    ],
)
def test_address(value: str, severity: Severity | None) -> None:
    content = f"<EmailAddress>{value}</EmailAddress>{BY_CONTACT}{LISTS}"
    found = said(content)

    assert [(d.code, d.severity) for d in found] == (
        [] if severity is None else [("CTC706", severity)]
    )
    assert said(content, "response") == []


@pytest.mark.parametrize(
    "value", ["Joe &lt;joe@example.com>", "mailto:joe@example.com"]
)
def test_address_in_a_wrapping(value: str) -> None:
    (found,) = said(f"<EmailAddress>{value}</EmailAddress>{BY_CONTACT}{LISTS}")

    assert new_texts(found) == ["joe@example.com"]


def test_address_with_markup_is_left_to_the_schema() -> None:
    content = f"<EmailAddress>joe<b/></EmailAddress>{BY_CONTACT}{LISTS}"

    assert codes(content) == ["CTC501"]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        *(("HTML", None), ("Text", None), ("", None), ("text", ["Text"])),
        *(("text/plain", ["Text"]), ("Plain", ["Text"]), ("htm", ["HTML"])),
        ("both", []),
    ],
)
def test_type_of_mail(value: str, meant: list[str] | None) -> None:
    content = f"{ADDRESS}{BY_CONTACT}{LISTS}<EmailType>{value}</EmailType>"
    found = said(content)

    assert [d.code for d in found] == ["CTC707"] * (meant is not None)
    assert [text for d in found for text in new_texts(d)] == (meant or [])


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        *(("VT", None), ("ON", None), ("", None), ("vt", ["VT"])),
        *(("Vermont", ["VT"]), ("ontario", ["ON"]), ("Bavaria", [])),
        *(("N.Y.", ["NY"]), ("d.c.", ["DC"]), ("n.x.", [])),
        *(("MA\u00a0", ["MA"]), ("&#160;MA&#8203;", ["MA"]), ("&#160;", [])),
    ],
)
def test_code_of_a_state(value: str, meant: list[str] | None) -> None:
    content = f"{ADDRESS}{BY_CONTACT}{LISTS}<StateCode>{value}</StateCode>"
    found = said(content)

    assert [d.code for d in found] == ["CTC711"] * (meant is not None)
    assert [text for d in found for text in new_texts(d)] == (meant or [])


def test_code_of_a_country() -> None:
    content = f"{ADDRESS}{BY_CONTACT}{LISTS}<CountryCode>{{}}</CountryCode>"

    assert [codes(content.format(c)) for c in ("us", "US", "eng")] == [[], [], []]
    assert codes(content.format("Utopia")) == ["CTC415"]


@pytest.mark.parametrize(
    ("written", "fixes"),
    [
        ("us\u00a0", [("write `us`", "safe")]),
        ("\u200b US&#xA0;", [("write `US`", "safe")]),
        ("u\u00a0s", [("write `us`", "unsafe")]),
        ("\u00a0", []),
    ],
)
def test_what_nobody_sees_at_the_ends_of_a_country(
    written: str, fixes: list[tuple[str, str]]
) -> None:
    (found,) = said(f"{ADDRESS}{BY_CONTACT}{LISTS}<CountryCode>{written}</CountryCode>")

    assert found.code == "CTC415"
    assert [(fix.title, fix.applicability.value) for fix in found.fixes] == fixes


def test_characters_and_placeholders() -> None:
    values = "<FirstName>{{ name }}</FirstName><City>\N{EURO SIGN}</City>"

    assert codes(ADDRESS + BY_CONTACT + LISTS + values) == ["CTC431", "CTC425"]


def test_what_the_server_sets_is_ignored_on_create() -> None:
    readonly = {n for n, f in facts_of("contact.xsd", "Contact").items() if f.readonly}
    values = "".join(f"<{name}>true</{name}>" for name in readonly)
    content = ADDRESS + BY_CONTACT + LISTS + values

    ignored = {m.split("`")[1] for m in told(content, "CTC422")}
    assert ignored == readonly
    assert ignored == {
        "Status",
        "Name",
        "Confirmed",
        "InsertTime",
        "LastUpdateTime",
        "OptInTime",
        "OptOutTime",
        "OptOutSource",
        "OptOutReason",
    }
    assert told(content, "CTC422", "update") == []


@pytest.mark.parametrize(
    ("status", "count"),
    [
        ("Active", 0),
        ("Do Not Mail", 0),
        ("Awaiting Confirmation", 0),
        ("Asleep", 1),
    ],
)
def test_status_of_a_response(status: str, count: int) -> None:
    found = told(f"<Status>{status}</Status>", "CTC420", "response")

    assert found == [f"`{status}` is not a known Status"] * count


# ------------------------------------------------------------------------------ updates


def test_update_lacks_what_a_get_returned() -> None:
    assert told(BY_CUSTOMER, "CTC709", "update") == [
        "the update of a contact has no `ContactLists`",
        "the update of a contact has no `EmailAddress`",
    ]
    assert told(BY_CUSTOMER, "CTC709") == []


def test_what_stands_elsewhere_does_not_lack() -> None:
    content = f"<ContactLists>{LIST}{ADDRESS}</ContactLists>"

    assert told(content, "CTC709", "update") == []


@pytest.mark.parametrize(
    ("own", "entry", "count"),
    [
        (f"{API}/contacts/1", f"{API}/contacts/2", 1),
        (f"{API}/contacts/1", f"{API}/contacts/1", 0),
        ("", f"{API}/contacts/2", 0),
        (f"{API}/contacts/1", "data:,none", 0),
    ],
)
def test_ids_of_an_update(own: str, entry: str, count: int) -> None:
    text = document(ADDRESS, f' id="{own}"', entry)
    found = lint(text, operation="update", select=["CTC710"])

    assert [underlined(text, d) for d in found] == [own] * count


def test_contact_without_an_id_is_no_other() -> None:
    text = document(ADDRESS, "", f"{API}/contacts/2")

    assert lint(text, operation="update", select=["CTC710"]) == []


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ('"Joe Lee" joe@acme.com', "joe@acme.com"),
        ("joe@acme.com (Joe)", "joe@acme.com"),
        ("'joe@acme.com'", "joe@acme.com"),
        ("http://joe@acme.com/", "joe@acme.com"),
        ("Pat o'neil@acme.com", "o'neil@acme.com"),
        ("joe@acme.com?subject=x", "joe@acme.com"),
        ("joe@acme.com joe@acme.com", "joe@acme.com"),
        ("joe@acme.com.", "joe@acme.com"),
        ("joe@@acme..com", "joe@acme.com"),
        ("joe @acme,com", "joe@acme.com"),
        ("joe at acme dot com", "joe@acme.com"),
        ("joe(at)acme[dot]com", "joe@acme.com"),
        ("joe.acme.com", None),
        ("open at acme or joe.", None),
        ("joe." * 90 + "@@acme.com", None),
    ],
)
def test_the_address_that_a_value_means(value: str, meant: str | None) -> None:
    (found,) = said(f"<EmailAddress>{value}</EmailAddress>{BY_CONTACT}{LISTS}")

    assert list(new_texts(found)) == ([meant] if meant else [])
    assert all(f.applicability is Applicability.UNSAFE for f in found.fixes)


@pytest.mark.parametrize(
    "value", ["joe@acme.com; ann@acme.com", "joe@acme.com ann@acme.com"]
)
def test_several_addresses_in_one(value: str) -> None:
    (found,) = said(f"<EmailAddress>{value}</EmailAddress>{BY_CONTACT}{LISTS}")

    assert (found.code, found.fixes) == ("CTC706", ())
    assert found.message.endswith(
        "is not a usable e-mail address: it holds 2 addresses"
    )


def test_why_an_address_is_refused_is_in_the_help_where_the_message_is_too_long() -> (
    None
):
    value = "the address of joe is not known to us"
    (found,) = said(f"<EmailAddress>{value}</EmailAddress>{BY_CONTACT}{LISTS}")

    assert found.message == f"`{value}` is not a usable e-mail address"
    assert found.help == (f"{ADVICE}: an email address must have an @-sign",)
