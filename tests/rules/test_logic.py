"""What the rules say of an entry and a campaign, case by case."""

from __future__ import annotations

import pytest
from said import messages

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.readings.iso_dates import is_date, is_date_time, lost_its_plus
from ctct_lint.rules import registry
from ctct_lint.rules.base import Rule

API = "http://api.constantcontact.com/ws/customers/joe"
STREET = "<OrganizationAddress1>1 Main Street</OrganizationAddress1>"


def named(**texts: str) -> str:
    """Return elements whose names begin with `Organization`."""
    return "".join(f"<Organization{k}>{v}</Organization{k}>" for k, v in texts.items())


def campaign(content: str, operation: str = "create", *select: str) -> list[Diagnostic]:
    document = (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">{content}</Campaign></content></entry>'
    )
    return lint(document, operation=operation, select=select)


def entry(content: str, operation: str = "create", *select: str) -> list[Diagnostic]:
    document = f'<entry xmlns="{ATOM}">{content}</entry>'
    return lint(document, operation=operation, select=select)


# ------------------------------------------------------------ states and countries


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (named(Country="us"), "missing when the country is `us`"),
        (named(Country="CA"), "missing when the country is `CA`"),
        (named(Country="us", State=""), "empty when the country is `us`"),
        (STREET, "missing when an address has no country"),
        (STREET + named(Country=""), "missing when an address has no country"),
        (named(City="Troy", State=" "), "empty when an address has no country"),
    ],
)
def test_state_that_is_needed(content: str, message: str) -> None:
    (found,) = campaign(content, "create", "missing-state")

    assert found.message == f"`OrganizationState` must not be {message}"
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    "content",
    [
        "",
        named(Country="gb"),
        named(Country="us", State="MA"),
        STREET + named(InternationalState="Kent"),
        named(Name="Joe's", Address1="$ACCOUNT.ADDRESS_LINE_1"),
    ],
)
@pytest.mark.parametrize("operation", ["create", "update"])
def test_state_that_is_not_needed(content: str, operation: str) -> None:
    assert campaign(content, operation, "missing-state") == []


def test_region_abroad_is_not_enough_in_a_country_with_states() -> None:
    content = named(Country="us", InternationalState="Maine")
    (found,) = campaign(content, "create", "missing-state")

    assert len(found.notes) == 1
    assert "`OrganizationInternationalState`" in found.notes[0]


def test_responses_are_not_asked_for_a_state() -> None:
    assert campaign(named(Country="us"), "response", "missing-state") == []


@pytest.mark.parametrize(
    ("state", "country", "severity"),
    [
        ("MA", "us", None),
        ("ma", "US", None),
        ("ON", "ca", None),
        ("ON", "us", Severity.ERROR),
        ("MA", "ca", Severity.ERROR),
        ("MA", "gb", Severity.WARNING),
        ("Bavaria", "de", None),
        ("", "us", None),
        ("MA", "", None),
        ("MA", "$ACCOUNT.COUNTRY_CODE", None),
        ("$ACCOUNT.STATE", "us", None),
    ],
)
def test_state_and_country(state: str, country: str, severity: Severity | None) -> None:
    content = named(State=state, Country=country)
    found = campaign(content, "create", "state-outside-country")

    assert [d.severity for d in found] == ([] if severity is None else [severity])
    for diagnostic in found:
        expected = f"`{state}` is not a state of country `{country}`"
        assert diagnostic.message == expected


def test_state_abroad_is_to_be_written_as_a_region() -> None:
    (found,) = campaign(
        named(State="MA", Country="gb"), "create", "state-outside-country"
    )

    assert found.help == (
        (
            "leave `OrganizationState` empty and write the region in "
            "`OrganizationInternationalState`"
        ),
    )


@pytest.mark.parametrize(
    ("country", "wrong"),
    [
        ("us", "OrganizationInternationalState"),
        ("", "OrganizationInternationalState"),
        ("gb", "OrganizationState"),
    ],
)
def test_both_states(country: str, wrong: str) -> None:
    content = named(State="MA", InternationalState="Kent", Country=country)
    (found,) = campaign(content, "create", "both-states")

    assert found.message.startswith(f"`{wrong}` must be empty")
    assert found.path.endswith(wrong)


@pytest.mark.parametrize(
    ("state", "region"),
    [("MA", ""), ("", "Kent"), ("$ACCOUNT.STATE", "$ACCOUNT.INTERNATIONAL_STATE")],
)
def test_one_state_or_the_account_s(state: str, region: str) -> None:
    content = named(State=state, InternationalState=region)

    assert campaign(content, "create", "both-states") == []


# ----------------------------------------------------------------------- addresses


def test_address_that_is_missing_altogether() -> None:
    (found,) = campaign("<Name>a</Name>", "create", "incomplete-address")

    assert found.message == "the organization's address is missing"


def test_address_is_not_asked_for_in_an_update() -> None:
    assert campaign("<Name>a</Name>", "update", "incomplete-address") == []


# ------------------------------------------------------------------------ switches


@pytest.mark.parametrize(
    ("content", "operation", "severities"),
    [
        ("<PermissionReminder>NO</PermissionReminder>", "create", []),
        ("<PermissionReminder>YES</PermissionReminder>", "create", [1]),
        ("<PermissionReminder>YES</PermissionReminder>", "update", [2]),
        ("<PermissionReminder>YES</PermissionReminder>", "response", []),
        ("<ViewAsWebpage>yes</ViewAsWebpage>", "create", [1, 1]),
        (
            (
                "<PermissionReminder>YES</PermissionReminder>"
                "<PermissionReminderText>You asked.</PermissionReminderText>"
            ),
            "create",
            [],
        ),
        (
            "<PermissionReminder>YES</PermissionReminder><PermissionReminderText/>",
            "update",
            [1],
        ),
    ],
)
def test_switch_and_its_texts(
    content: str, operation: str, severities: list[int]
) -> None:
    found = campaign(content, operation, "switch-without-text")

    assert [d.severity for d in found] == severities


# --------------------------------------------------------------------- ids and URIs


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (f"{API}/lists/1", None),
        ("https://api.constantcontact.com/ws/customers/joe/lists/7 ", None),
        ("", "the id of a `ContactList` must not be empty"),
        ("1", "`1` is not the URI of a `ContactList`"),
        (f"{API}/lists/", "the collection `lists`, not one `ContactList` of it"),
        (
            f"{API}/settings/emailaddresses/1",
            "`settings/emailaddresses/1` at the end of the URI is not `lists/{n}`",
        ),
    ],
)
def test_id_of_a_list(value: str, message: str | None) -> None:
    content = f'<ContactLists><ContactList id="{value}"/></ContactLists>'
    found = campaign(content, "create", "wrong-resource-uri")

    assert len(found) == int(message is not None)
    assert all(d.message.endswith(message or "") for d in found)


def test_blank_at_the_end_of_an_id() -> None:
    content = f'<ContactLists><ContactList id="{API}/lists/1 "/></ContactLists>'
    (found,) = campaign(content, "create", "blank-around-id")

    assert found.message == "the id of `ContactList` ends with white space"
    (edit,) = found.fixes[0].edits
    assert edit.new_text == f"{API}/lists/1"


def test_blank_in_the_id_of_an_entry() -> None:
    payload = f'<content><Campaign xmlns="{CTCT}"/></content>'
    (found,) = entry(f"<id> {API}/campaigns/1</id>{payload}", "update", "CTC302")

    assert found.message == "the id of `entry` begins with white space"
    (edit,) = found.fixes[0].edits
    assert edit.range.end.offset - edit.range.start.offset == len(edit.new_text) + 1


def test_users_are_compared_in_all_ids() -> None:
    lists = "".join(f'<ContactList id="{API}/lists/{n}"/>' for n in (1, 2))
    document = (
        f'<entry xmlns="{ATOM}"><id>{API.replace("joe", "ann")}/campaigns/1</id>'
        f'<content><Campaign xmlns="{CTCT}" id="{API}/campaigns/1">'
        f"<ContactLists>{lists}</ContactLists></Campaign></content></entry>"
    )
    (found,) = lint(document, select=["different-users"])

    assert found.message == "this id names user `ann`, others `joe`"
    assert found.path == "/entry/id"
    assert [label.message for label in found.related] == ["user `joe` here"]


# -------------------------------------------------------------------- the envelope


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("data:,", None),
        ("data:,none", None),
        ("urn:uuid:1", None),
        ("http:", "`http:` is not a URI"),
        ("2", "`2` is not a URI"),
        (" ", "`id` must not be empty"),
    ],
)
def test_id_of_an_entry(value: str, message: str | None) -> None:
    found = entry(f"<id>{value}</id>", "create", "invalid-entry-id")

    assert messages(found) == ([] if message is None else [message])


def test_id_of_an_update_is_that_of_the_resource() -> None:
    (found,) = entry("<id>2</id>", "update", "invalid-entry-id")

    assert found.help == ("write the URI of the resource that is updated",)


@pytest.mark.parametrize(
    ("value", "message", "meant"),
    [
        ("2011-04-25T13:53:04.243Z", None, None),
        ("2011-04-25", None, None),
        ("", "`updated` is empty", None),
        ("today", "`today` is not a date", None),
        ("2011-02-30", "`2011-02-30` is not a date", None),
        (
            "2011-04-25T13:53:04:243Z",
            "`2011-04-25T13:53:04:243Z` is not a date",
            "2011-04-25T13:53:04.243Z",
        ),
    ],
)
def test_updated(value: str, message: str | None, meant: str | None) -> None:
    found = entry(f"<updated>{value}</updated>", "create", "malformed-updated")

    assert messages(found) == ([] if message is None else [message])
    edits = [e.new_text for d in found for f in d.fixes for e in f.edits]
    assert edits == ([] if meant is None else [meant])


def test_entry_may_do_without_what_a_rule_looks_at() -> None:
    assert entry("", "create", "malformed-updated", "invalid-entry-id") == []
    assert messages(entry("", "create", "missing-author")) == [
        "`entry` has no `author`"
    ]


# ---------------------------------------------------------------------------- dates


def test_dates() -> None:
    assert is_date_time("2010-09-28T05:22:42")
    assert not is_date_time("2010-09-28T25:22:42")
    # A digit, but not one of ASCII.
    assert not is_date_time("2010-09-28T05:22:42.\u0663Z")
    assert is_date("2010-09-28")
    assert not is_date("2010-13-28")
    assert lost_its_plus("2010-09-28T05:22:42 01:00")
    assert not lost_its_plus("2010-09-28 05:22:42")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", None),
        ("2009-10-19T18:34:53.105Z", None),
        ("soon", "`soon` is not a date and time"),
        ("2010-09-28 05:22:42", "`2010-09-28 05:22:42` is not a date and time"),
    ],
)
def test_date_of_a_campaign(value: str, message: str | None) -> None:
    found = campaign(f"<Date>{value}</Date>", "create", "malformed-date")

    assert messages(found) == ([] if message is None else [message])


# ----------------------------------------------------------------------- the others


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("Draft", None),
        ("draft", None),
        ("", None),
        ("Sent", "`Sent` is ignored on create: a new one is always a draft"),
    ],
)
def test_status(status: str, says: str | None) -> None:
    found = campaign(f"<Status>{status}</Status>", "create", "status-on-create")

    assert messages(found) == ([] if says is None else [says])


@pytest.mark.parametrize("blanks", ["", " " * 100])
def test_length_is_that_of_the_trimmed_value(blanks: str) -> None:
    name = f"<Name>{blanks}{'n' * 80}{blanks}</Name>"

    assert campaign(name, "create", "value-too-long") == []


def test_length_over_the_limit() -> None:
    (found,) = campaign(f"<Name>{'n' * 81}</Name>", "create", "value-too-long")

    assert found.message == "`Name` has 81 characters, the limit is 80"
    assert found.help == ("shorten it to 80 characters",)


def test_empty_content_of_an_update_is_a_warning() -> None:
    content = "<EmailContent/><EmailTextContent> </EmailTextContent>"
    update = campaign(content, "update", "empty-content")
    create = campaign(content, "create", "empty-content")

    assert [d.severity for d in update] == [Severity.WARNING] * 2
    assert [d.severity for d in create] == [Severity.ERROR] * 2


def test_rules_read_every_entry_of_a_feed() -> None:
    entry_ = f'<entry><content><Campaign xmlns="{CTCT}"><Date>x</Date></Campaign>'
    feed = f'<feed xmlns="{ATOM}">{(entry_ + "</content></entry>") * 3}</feed>'

    assert messages(lint(feed, select=["CTC405"])) == ["`x` is not a date and time"] * 3


def test_rules_read_a_campaign_beside_content() -> None:
    content = f'<Campaign xmlns="{CTCT}"><Date>x</Date></Campaign>'

    assert messages(entry(content, "create", "CTC405")) == [
        "`x` is not a date and time"
    ]


@pytest.mark.parametrize(
    ("content", "value", "name"),
    [
        ('<Name xml:id="1">x</Name>', "1", "_1"),
        ('<Name xml:id="">x</Name>', "", "_"),
    ],
)
def test_xml_id_that_is_no_name_of_its_own(content: str, value: str, name: str) -> None:
    (found,) = campaign(content, "create", "invalid-name")

    assert found.message == f"`xml:id` needs a name of its own, not `{value}`"
    assert [fix.title for fix in found.fixes] == [f"write `{name}`"]


def test_xml_id_that_another_element_has() -> None:
    content = '<Name xml:id="a">x</Name><Status xml:id="a"/>'
    (found,) = campaign(content, "create", "invalid-name")

    assert found.message == "another element has the `xml:id` `a` already"
    assert found.help == ("write another ID here or there",)
    assert [fix.title for fix in found.fixes] == ["write `a_1`"]


# --------------------------------------------------------------------- the registry


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Make the registry find rules anew, and forget them again."""
    monkeypatch.setattr(registry, "all_rules", registry.all_rules.__wrapped__)
    return monkeypatch


def test_two_rules_of_one_code_are_refused(fresh: pytest.MonkeyPatch) -> None:
    one = registry.rule_named("missing-state")
    other = one._replace(module="ctct_lint.profiles.ctct.rules.campaign.other")
    given = {"a": one, "b": other}
    fresh.setattr(registry, "_modules", lambda: {"a": "a", "b": "b"})
    fresh.setattr(registry, "_rule_in", given.__getitem__)

    with pytest.raises(
        registry.DuplicateRuleError, match=r"CTC401: missing-state, other"
    ):
        registry.all_rules()


def test_two_rules_of_one_name_are_refused(fresh: pytest.MonkeyPatch) -> None:
    fresh.setattr(registry, "_index", dict)
    fresh.setattr(registry, "packages", lambda: ("ctct_lint.rules",) * 2)

    with pytest.raises(registry.DuplicateRuleError, match="failed-rule"):
        registry._modules.__wrapped__()


def test_module_without_a_rule_is_refused() -> None:
    with pytest.raises(TypeError, match="must hold one rule, not 0"):
        registry._rule_in.__wrapped__("ctct_lint.readings.iso_dates")


def test_every_module_in_a_folder_of_rules_is_a_rule() -> None:
    assert all(isinstance(rule, Rule) for rule in registry.all_rules())
    assert registry.find_rule("no-such-rule") is None


# ------------------------------------------------------------- one cause, one finding


def test_text_that_a_switch_needs_is_not_also_said_to_erase() -> None:
    content = (
        "<ViewAsWebpage>YES</ViewAsWebpage><ViewAsWebpageText/>"
        "<ViewAsWebpageLinkText>here</ViewAsWebpageLinkText><SubscribeLinkText/>"
    )
    found = campaign(content, "update", "switch-without-text", "empty-element-erases")

    assert [(d.code, d.path.rpartition("/")[2]) for d in found] == [
        ("CTC404", "ViewAsWebpageText"),
        ("CTC412", "SubscribeLinkText"),
    ]


def test_element_with_too_many_attributes_is_one_finding() -> None:
    attributes = "".join(f' a{number}="1"' for number in range(1001))
    (found,) = campaign(f"<Name{attributes}>x</Name>", "create", "CTC0", "CTC209")

    assert (found.code, found.message) == ("CTC008", "`Name` has 1,001 attributes")
