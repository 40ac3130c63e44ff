"""What people get wrong once is told once: doubles, wrappers, wrong names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.engine.found import RuleFinding
from ctct_lint.engine.renamed import as_written
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Finding
from ctct_lint.rules.registry import rule_named
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
ABROAD = (VALID / "campaign-great-britain.create.xml").read_text("utf-8")
ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
LIST = (
    '<ContactList id="http://api.constantcontact.com/ws/customers/greenleaf/lists/3"/>'
)
EMAIL = (
    '<Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings'
    '/emailaddresses/2"/>'
)


def said(text: str, operation: str = "create") -> list[str]:
    """Return the diagnostics: code, what is underlined, message."""
    found = lint(text, operation=operation)
    spans = [(d, d.range.start.offset, d.range.end.offset) for d in found]
    return [f"{d.code} {text[start:end]}: {d.message}" for d, start, end in spans]


def without(text: str, name: str) -> tuple[str, str]:
    """Return what stands before and after an element."""
    before, _, rest = text.partition(f"<{name}>")
    return before, rest.partition(f"</{name}>")[2]


def renamed(text: str, **names: str) -> str:
    for name, other in names.items():
        text = re.sub(rf"(</?){name}\b", rf"\1{other}", text)
    return text


# ----------------------------------------------------------------------- markup


@pytest.mark.parametrize(
    ("name", "of_name"),
    [
        ("Subjct", "CTC202 Subjct: `Subjct` is not an element of `Campaign`"),
        ("subject", "CTC204 subject: `subject` differs from `Subject` in case"),
    ],
)
def test_wrong_name_is_told_beside_markup_that_is_not_escaped(
    name: str, of_name: str
) -> None:
    before, after = without(CAMPAIGN, "Subject")
    markup = f"`<b>` stands in `{name}` as an element, not as text"

    assert said(f"{before}<{name}><b>Tulips</b></{name}>{after}") == [
        of_name,
        f"CTC501 <b>Tulips</b>: {markup}",
    ]


# ------------------------------------------------------------------- attributes

TYPE = 'type="application/vnd.ctct+xml"'


@pytest.mark.parametrize("end", ["", " ", "\n"])
def test_value_that_the_repair_has_made_up_is_not_blamed(end: str) -> None:
    text = re.sub('<Email id="[^"]*"', f"<Email id{end}", CAMPAIGN, count=1)

    assert said(text) == ["CTC112 id: the attribute `id` has no value"]


def test_type_without_a_value_is_one_fault() -> None:
    assert said(CAMPAIGN.replace(TYPE, "type")) == [
        "CTC112 type: the attribute `type` has no value"
    ]


def test_value_of_a_misspelt_attribute_is_judged_as_that_of_the_one_meant() -> None:
    assert said(CAMPAIGN.replace(TYPE, 'Type="text/xml"')) == [
        "CTC210 Type: `content` has no attribute `Type`",
        "CTC203 text/xml: `text/xml` is not a valid `type` of `content`",
    ]
    assert said(CAMPAIGN.replace(TYPE, TYPE.replace("type", "Type"))) == [
        "CTC210 Type: `content` has no attribute `Type`"
    ]


# ------------------------------------------------------------------- duplicates

EMPTY_LISTS = "CTC205 ContactLists: duplicate `ContactLists` in `Contact`"


@pytest.mark.parametrize(
    ("text", "at", "first", "name"),
    [
        (CAMPAIGN, "<Subject>", "<Subject/>", "Subject"),
        (CAMPAIGN, "<Subject>", "<Subject> </Subject>", "Subject"),
        (CAMPAIGN, "<OrganizationState", "<OrganizationState/>", "OrganizationState"),
        (
            CAMPAIGN,
            "<GreetingName>",
            "<GreetingName>You</GreetingName>",
            "GreetingName",
        ),
        (CAMPAIGN, "<FromEmail>", "<FromEmail/>", "FromEmail"),
        (CAMPAIGN, "<FromEmail>", "<FromEmail><Email/></FromEmail>", "FromEmail"),
        (CAMPAIGN, "<EmailContent>", "<EmailContent/>", "EmailContent"),
        (CAMPAIGN, "<EmailContent>", "<EmailContent>x</EmailContent>", "EmailContent"),
        (CONTACT, "<ContactLists>", "<ContactLists/>", "ContactLists"),
        (CONTACT, "<EmailAddress>", "<EmailAddress>x</EmailAddress>", "EmailAddress"),
        (CONTACT, "<updated>", "<updated/>", "updated"),
        (CONTACT, "<id>", "<id>x</id>", "id"),
    ],
)
def test_first_of_two_is_not_blamed_if_the_second_is_right(
    text: str, at: str, first: str, name: str
) -> None:
    (found,) = said(text.replace(at, first + at, 1))

    assert found.startswith(f"CTC205 {name}: duplicate `{name}` in ")


@pytest.mark.parametrize(
    ("file", "at", "name", "parent"),
    [
        ("contact.response", "<name>", "name", "author"),
        ("campaigns-feed.response", "<name>", "name", "author"),
        ("campaigns-feed.response", "<id>", "id", "feed"),
        ("contact.response", "<OptInTime>", "OptInTime", "ContactList"),
        ("report-events.response", "<EmailAddress>", "EmailAddress", "Contact"),
        ("report-summary.response", "<Name>", "Name", "Campaign"),
    ],
)
def test_what_stands_once_where_the_order_is_free_is_told_twice(
    file: str, at: str, name: str, parent: str
) -> None:
    text = (VALID / f"{file}.xml").read_text("utf-8")
    element, end, _ = text[text.index(at) :].partition(f"</{name}>")

    assert said(text.replace(element + end, 2 * (element + end), 1), "response") == [
        f"CTC205 {name}: duplicate `{name}` in `{parent}`"
    ]


@pytest.mark.parametrize(
    ("prefix", "space", "codes"),
    [
        ("dc", "http://purl.org/dc/elements/1.1/", ["CTC203"]),
        ("gd", "http://schemas.google.com/g/2005", ["CTC203"]),
        ("x", "http://www.w3.org/2005/atom", ["CTC205", "CTC203"]),
        ("atom", "http://purl.org/syndication/", ["CTC205", "CTC203"]),
        ("x", ATOM, ["CTC205", "CTC203"]),
    ],
)
def test_extension_is_no_fault_beside_others(
    prefix: str, space: str, codes: list[str]
) -> None:
    extension = f'<{prefix}:title xmlns:{prefix}="{space}">Rye</{prefix}:title>'
    text = CONTACT.replace("<updated>", f"{extension}<updated>", 1)
    text = text.replace("ACTION_BY_CONTACT", "BY_MYSELF")

    assert [line[:6] for line in said(text)] == codes


@pytest.mark.parametrize("links", ["", '<link href="x"/>'])
def test_entry_that_has_lost_its_tags_in_a_feed_is_one_fault(links: str) -> None:
    once = "<id>data:,</id><title/><updated>2011-10-03T06:30:00Z</updated>"
    payload = f'<Campaign xmlns="{CTCT}"><Name>Rye</Name></Campaign>'
    content = f'<content type="application/vnd.ctct+xml">{payload}</content>'
    feed = f'<feed xmlns="{ATOM}">{once}{links}{once}{content}</feed>'
    (found,) = lint(feed, operation="response")

    assert said(feed, "response") == [
        "CTC206 id: `id` must stand in `entry`, not directly in `feed`"
    ]
    assert found.help == ("wrap these 4 in `<entry>`",)


def test_what_is_wrong_with_both_of_two_is_said_of_the_first() -> None:
    twice = "<GreetingName>You</GreetingName><GreetingName>Me</GreetingName>"
    before, after = without(CAMPAIGN, "GreetingName")

    assert said(before + twice + after) == [
        "CTC203 You: `You` is not a valid GreetingName",
        "CTC205 GreetingName: duplicate `GreetingName` in `Campaign`",
    ]


def test_what_a_rule_finds_in_both_of_two_is_said_of_the_first() -> None:
    twice = "<EmailAddress>a@b</EmailAddress>" * 2
    before, after = without(CONTACT, "EmailAddress")
    codes = [line[:6] for line in said(before + twice + after)]

    assert codes == ["CTC706", "CTC205"]


def test_what_is_wrong_with_the_second_of_two_is_no_matter() -> None:
    text = CAMPAIGN.replace("</Subject>", "</Subject><Subject/>", 1)

    assert said(text) == ["CTC205 Subject: duplicate `Subject` in `Campaign`"]


def test_other_faults_stay_beside_a_duplicate() -> None:
    text = CAMPAIGN.replace("<Subject>", "<Subject/><Subject>", 1)
    text = text.replace("<GreetingName>FirstName", "<GreetingName>You")
    codes = [line[:6] for line in said(text)]

    assert codes == ["CTC205", "CTC203"]


def test_the_second_of_two_entries_in_a_feed_is_no_duplicate() -> None:
    feed = (VALID / "contacts-feed.response.xml").read_text("utf-8")

    assert said(feed, "response") == []


@pytest.mark.parametrize(
    ("first", "titles"),
    [
        ("<Subject/>", ["remove the first `Subject`, which is empty"]),
        ("<Subject> </Subject>", ["remove the first `Subject`, which is empty"]),
        ("<Subject>Figs</Subject>", ["remove the second `Subject`"]),
    ],
)
def test_the_better_of_two_stays(first: str, titles: list[str]) -> None:
    (found,) = lint(CAMPAIGN.replace("<Subject>", first + "<Subject>", 1))

    assert [fix.title for fix in found.fixes] == titles


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # By its type,
        (CAMPAIGN, "<GreetingName>You</GreetingName>"),
        # or by a rule.
        (CAMPAIGN, "<id>none</id>"),
        (CAMPAIGN, "<updated>yesterday</updated>"),
        (CONTACT, "<EmailAddress>rosa</EmailAddress>"),
        (CONTACT, "<EmailType>RTF</EmailType>"),
        (CONTACT, "<StateCode>XX</StateCode>"),
        # or by what lacks beside it: its texts, a state.
        (ABROAD, "<ViewAsWebpage>YES</ViewAsWebpage>"),
        (ABROAD, "<OrganizationCountry>us</OrganizationCountry>"),
    ],
)
def test_the_one_that_is_wrong_goes_be_it_the_first_or_the_second(
    text: str, wrong: str
) -> None:
    name = wrong[1 : wrong.index(">")]
    before, after = without(text, name)
    right = text[len(before) : len(text) - len(after)]

    for both in (wrong + right, right + wrong):
        broken = before + both + after
        (found,) = lint(broken, operation="create")
        which = "first" if both.startswith(wrong) else "second"
        why = ", which is wrong" if which == "first" else ""

        assert (found.code, found.range.start.offset) == (
            "CTC205",
            len(before) + both.rindex(f"<{name}>") + 1,
        )
        assert [label.message for label in found.related] == [f"first one here{why}"]
        (fix,) = found.fixes
        ((gone, new),) = fix.edits
        assert (fix.title, new) == (f"remove the {which} `{name}`{why}", "")
        left = broken[: gone.start.offset] + broken[gone.end.offset :]
        assert left == before + right + after


def test_of_two_fields_that_stand_twice_the_one_goes_that_a_rule_names() -> None:
    wrong = "<ViewAsWebpage>YES</ViewAsWebpage>"
    twice = ABROAD.replace("<ViewAsWebpage>", f"{wrong}<ViewAsWebpage>")
    found = lint(twice.replace("<Name>", "<Name>A</Name><Name>"), operation="create")

    assert [fix.title for one in found for fix in one.fixes] == [
        "remove the second `Name`",
        "remove the first `ViewAsWebpage`, which is wrong",
    ]


def test_of_two_fields_that_stand_twice_none_is_blamed_that_no_rule_names() -> None:
    wrong = "<OrganizationCountry>us</OrganizationCountry>"
    twice = ABROAD.replace("<OrganizationCountry>", f"{wrong}<OrganizationCountry>")
    twice = re.sub("East Sussex|BN7 1AA", "", twice).replace(
        "<Name>", "<Name>A</Name><Name>"
    )
    found = lint(twice, operation="create")

    assert [fix.title for one in found for fix in one.fixes] == [
        "remove the second `Name`",
        "remove the second `OrganizationCountry`",
    ]


def test_a_wrong_first_one_with_more_than_a_value_stays() -> None:
    first = '<EmailType xmlns:a="urn:a" a:b="c">RTF</EmailType>'
    (found,) = lint(CONTACT.replace("<EmailType>", first + "<EmailType>"))

    assert (found.code, found.fixes) == ("CTC205", ())


# --------------------------------------------------------------------- wrappers


@pytest.mark.parametrize(
    ("text", "name", "inside", "parent"),
    [
        (CAMPAIGN, "ContactLists", [LIST], "Campaign"),
        (CAMPAIGN, "ContactLists", [LIST, LIST, LIST], "Campaign"),
        (CAMPAIGN, "FromEmail", [EMAIL], "Campaign"),
        (CAMPAIGN, "ReplyToEmail", [EMAIL], "Campaign"),
        (
            CAMPAIGN,
            "FromEmail",
            [EMAIL, "<EmailAddress>a@b.com</EmailAddress>"],
            "Campaign",
        ),
        (CONTACT, "ContactLists", [LIST], "Contact"),
        (CONTACT, "ContactLists", [LIST, LIST], "Contact"),
    ],
)
def test_a_missing_wrapper_is_one_fault_that_can_be_mended(
    text: str, name: str, inside: list[str], parent: str
) -> None:
    before, after = without(text, name)
    (found,) = lint(before + "".join(inside) + after, operation="create")
    child = inside[0][1:].partition(" ")[0]

    assert found.message == (
        f"`{child}` must stand in `{name}`, not directly in `{parent}`"
    )
    assert found.range.start.offset == len(before) + 1
    assert len(found.related) == len(inside) - 1
    (fix,) = found.fixes
    texts = [edit.new_text for edit in fix.edits]
    assert texts == [f"<{name}>", f"</{name}>"]
    starts = [edit.range.start.offset for edit in fix.edits]
    assert starts == [len(before), len(before) + len("".join(inside))]


def test_a_wrapper_has_the_prefix_of_its_parent() -> None:
    text = CAMPAIGN.replace(f'xmlns="{CTCT}"', f'xmlns:c="{CTCT}"', 1)
    start = text.index("<Campaign")
    payload = re.sub(r"(</?)(?=[A-Z])", r"\1c:", text[start:])
    payload = re.sub(r"</?c:ContactLists>", "", payload)
    (found,) = lint(text[:start] + payload, operation="create")

    (fix,) = found.fixes
    assert [e.new_text for e in fix.edits] == ["<c:ContactLists>", "</c:ContactLists>"]


def test_of_two_wrappers_both_are_offered() -> None:
    before, after = without(CAMPAIGN, "FromEmail")
    text = "".join(without(before + EMAIL + after, "ReplyToEmail"))
    found = lint(text, operation="create")

    both = "`FromEmail` or `ReplyToEmail`"
    assert [d.message for d in found] == [
        "`Campaign` lacks the required element `ReplyToEmail`",
        f"`Email` must stand in {both}, not directly in `Campaign`",
    ]
    assert [fix.title for fix in found[1].fixes] == [
        "wrap it in `<FromEmail>`",
        "wrap it in `<ReplyToEmail>`",
    ]


def test_a_second_one_by_another_name_is_not_what_lacks() -> None:
    text = "".join(without(CAMPAIGN, "FromName"))
    text = text.replace("</Campaign>", "<City>Burlington</City></Campaign>")

    assert [(d.code, [f.title for f in d.fixes]) for d in lint(text)] == [
        ("CTC207", ["insert `<FromName>TODO</FromName>`"]),
        ("CTC201", ["remove it"]),
    ]


def test_two_rows_without_two_wrappers_have_one_each() -> None:
    rows = re.sub("</?(?:FromEmail|ReplyToEmail)>", "", CAMPAIGN)
    found = lint(rows, operation="create")

    names = ("FromEmail", "ReplyToEmail")
    assert [(d.message, [fix.title for fix in d.fixes]) for d in found] == [
        (
            f"`Email` must stand in `{name}`, not directly in `Campaign`",
            [f"wrap these 2 in `<{name}>`"],
        )
        for name in names
    ]


def test_a_content_ends_behind_what_is_not_closed_in_it() -> None:
    text = (VALID / "list.create.xml").read_text("utf-8")
    swapped = text.replace("</Name>", "</id>").replace("</id>", "</Name>", 1)

    assert [d.message for d in lint(swapped, operation="create")] == [
        "`</Name>` does not close `<id>`",
        "`ContactList` is never closed",
        "`</id>` does not close `<Name>`",
        "`</ContactList>` closes no open element",
    ]


def test_number_in_place_of_an_id_is_one_fault() -> None:
    text = CAMPAIGN.replace(
        "</ContactLists>", "<ContactList>4</ContactList></ContactLists>"
    )
    (found,) = lint(text, operation="create")

    assert said(text) == [
        "CTC208 ContactList: `ContactList` lacks the required attribute `id`"
    ]
    assert [fix.title for fix in found.fixes] == ["make the text its `id`"]


@pytest.mark.parametrize("addresses", ["a@b.example; c@d.example", "a@b.example, c@"])
def test_addresses_in_place_of_an_element_are_kept(addresses: str) -> None:
    before, after = without(CAMPAIGN, "FromEmail")
    text = f"{before}<FromEmail>{addresses}{EMAIL}</FromEmail>{after}"
    (found,) = lint(text, operation="create")

    assert [fix.title for fix in found.fixes] == ["wrap it in `<EmailAddress>`"]


def test_entry_with_nothing_in_it_lacks_all() -> None:
    text = f'<entry xmlns="{ATOM}"/>'
    names = "`id`, `title`, `updated` and `content`"

    assert said(text, "response") == []
    assert said(text) == [
        f"CTC207 entry: `entry` lacks the required elements {names}",
        "CTC304 entry: `entry` has no `author`",
    ]


def test_each_address_has_its_own_wrapper() -> None:
    before, after = without(CAMPAIGN, "FromEmail")
    text = "".join(without(before + EMAIL + EMAIL + after, "ReplyToEmail"))

    assert [d.help for d in lint(text, operation="create")] == [
        ("wrap it in `<FromEmail>` or `<ReplyToEmail>`",),
        ("wrap it in `<ReplyToEmail>`",),
    ]


def test_two_missing_wrappers_are_two_faults() -> None:
    before, after = without(CAMPAIGN, "ContactLists")
    text = "".join(without(before + LIST + after, "FromEmail"))
    text = "".join(without(text.replace(LIST, LIST + EMAIL + LIST), "Subject"))
    found = lint(text, operation="create")

    assert [(d.code, d.help[0]) for d in found] == [
        ("CTC207", "add `<Subject>`: the subject line of the message"),
        ("CTC206", "wrap these 2 in `<ContactLists>`"),
        ("CTC206", "wrap it in `<FromEmail>`"),
    ]
    assert [len(d.fixes) for d in found] == [1, 0, 1]


def test_lists_that_stand_apart_are_wrapped_by_hand() -> None:
    before, after = without(CAMPAIGN, "ContactLists")
    text = (before + LIST + after).replace("</Campaign>", f"{LIST}</Campaign>")
    (found,) = lint(text, operation="create")

    assert found.help == ("wrap these 2 in `<ContactLists>`",)
    assert found.fixes == ()


def test_what_a_wrapper_would_hold_is_checked() -> None:
    before, after = without(CAMPAIGN, "ContactLists")
    text = before + LIST.replace("<ContactList", '<ContactList name="x"') + after

    assert [line[:6] for line in said(text)] == ["CTC206", "CTC209"]


def test_beside_its_wrapper_a_child_is_to_move() -> None:
    (found,) = lint(CAMPAIGN.replace("<ContactLists>", f"{LIST}<ContactLists>"))

    assert found.message == "`ContactList` does not belong in `Campaign`"
    assert found.help == ("move it into `ContactLists`",)


def test_a_wrapper_that_would_lack_something_itself_has_no_fix() -> None:
    before, after = without(CAMPAIGN, "FromEmail")
    address = "<EmailAddress>a@b.com</EmailAddress>"
    (found,) = lint(before + address + after, operation="create")

    assert found.help == ("wrap it in `<FromEmail>`",)
    assert found.fixes == ()


def test_a_name_in_the_entry_lacks_its_author() -> None:
    text = CONTACT.replace("<author/>", "<name>Ann</name>")
    (found,) = lint(text, operation="create")

    assert found.message == (
        "`name` must stand in `author` or `contributor`, not directly in `entry`"
    )


# ------------------------------------------------------------------ wrong names


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("Campain", "CTC202"),
        ("Campaigns", "CTC202"),
        ("Campagin", "CTC202"),
        ("campaign", "CTC204"),
        ("CAMPAIGN", "CTC204"),
        ("Newsletter", "CTC202"),
    ],
)
def test_a_wrong_payload_is_one_fault_its_namespace_another(
    payload: str, code: str
) -> None:
    text = renamed(CAMPAIGN, Campaign=payload)
    elsewhere = text.replace(CTCT, "http://example.com/")
    nowhere = text.replace(f' xmlns="{CTCT}"', "")

    assert [line[:6] for line in said(text)] == [code]
    assert [line[:6] for line in said(elsewhere)] == [code, "CTC212"]
    assert [line[:6] for line in said(nowhere)] == [code, "CTC213"]


def test_a_misspelt_element_in_a_wrong_namespace_brings_no_others() -> None:
    text = renamed(CAMPAIGN, Campaign="Campain", ContactLists="ContactLsts")
    codes = [line[:6] for line in said(text.replace(CTCT, "http://example.com/"))]

    assert codes == ["CTC202", "CTC212", "CTC202"]


def test_a_misspelt_element_is_called_as_it_is_written() -> None:
    text = renamed(CAMPAIGN, Campaign="Campain", GreetingName="GreetinName")
    text = "".join(without(text, "ViewAsWebpage")).replace(">FirstName<", ">You<")
    found = lint("".join(without(text, "Subject")), operation="create")

    assert [(d.code, d.message, d.notes) for d in found] == [
        ("CTC202", "`Campain` is not an element of `content`", ()),
        (
            "CTC207",
            "`Campain` lacks the required element `Subject`",
            ("`Campain` is taken for `Campaign`",),
        ),
        (
            "CTC411",
            "`Campain` has no `ViewAsWebpage`",
            ("`Campain` is taken for `Campaign`",),
        ),
        (
            "CTC202",
            "`GreetinName` is not an element of `Campain`",
            ("`Campain` is taken for `Campaign`",),
        ),
        (
            "CTC203",
            "`You` is not a valid GreetinName",
            ("`GreetinName` is taken for `GreetingName`",),
        ),
    ]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (
            '<contetn type="application/vnd.ctct+xml">',
            ["CTC202 contetn: `contetn` is not an element of `entry`"],
        ),
        (
            "<contetn>",
            [
                "CTC202 contetn: `contetn` is not an element of `entry`",
                "CTC208 contetn: `contetn` lacks the required attribute `type`",
            ],
        ),
    ],
)
def test_a_small_name_that_is_misspelt(wrong: str, expected: list[str]) -> None:
    text = re.sub("<content [^>]*>", wrong, CAMPAIGN)

    assert said(text.replace("</content>", "</contetn>")) == expected


def test_a_small_name_is_not_taken_for_a_word_of_the_message() -> None:
    content = etree.fromstring("<content/>")
    finding = Finding(name_of(content), "content of `content` is wrong")
    found = RuleFinding(rule_named("missing-attribute"), finding, Severity.ERROR)
    (other,) = as_written([found], {content: ("contetn", "content")})

    assert other.finding.message == "content of `contetn` is wrong"
    assert other.finding.notes == ("`contetn` is taken for `content`",)


def test_a_root_that_is_nil_is_one_fault() -> None:
    nil = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'

    assert said(CAMPAIGN.replace("<entry ", f"<entry {nil} ")) == [
        "CTC222 xsi:nil: `entry` may not be nil: it cannot have `xsi:nil`"
    ]


@pytest.mark.parametrize("inside", ["/>", "></{0}>", "> </{0}>"])
@pytest.mark.parametrize("name", ["Name", "GreetingName", "EmailContent", "Subject"])
def test_what_is_nil_is_empty_for_no_other_reason(name: str, inside: str) -> None:
    before, after = without(CAMPAIGN, name)
    nil = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"'

    assert said(f"{before}<{name} {nil}{inside.format(name)}{after}") == [
        f"CTC222 i:nil: `{name}` may not be nil: it cannot have `i:nil`"
    ]


def test_what_is_nil_and_has_a_value_is_judged_by_it() -> None:
    nil = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"'
    before, after = without(CAMPAIGN, "GreetingName")

    found = said(f"{before}<GreetingName {nil}>Nobody</GreetingName>{after}")

    assert [one[:6] for one in found] == ["CTC222", "CTC203"]


# --------------------------------------------------------------- without its payload

TAGS = {
    "campaign-html.create": "Campaign",
    "campaign-sdk-order.create": "Campaign",
    "contact.create": "Contact",
    "list.create": "ContactList",
    "schedule.create": "Schedule",
    "registrant-attendance.update": "AttendanceStatus",
}


def bare(document: str, namespace: str = "") -> str:
    """Return a document that lacks the tags of its payload."""
    text = (VALID / f"{document}.xml").read_text("utf-8")
    text = re.sub(rf"</?{TAGS[document]}(?: [^>]*)?>", "", text)
    return re.sub(
        r"<((?:atom:)?content)\b([^>]*)>\s*<(\w+)", rf"<\1\2><\3{namespace}", text
    )


@pytest.mark.parametrize("namespace", ["", f' xmlns="{CTCT}"'])
@pytest.mark.parametrize("document", TAGS)
def test_content_without_the_tags_of_its_payload_is_one_fault(
    document: str, namespace: str
) -> None:
    operation = document.rpartition(".")[2]
    is_bare = document.startswith("registrant")
    text = bare(document, "" if is_bare else namespace)

    (found,) = lint(text, operation=operation)

    name = text[found.range.start.offset : found.range.end.offset]
    assert found.code == "CTC206"
    assert found.message == (
        f"`{name}` must stand in `{TAGS[document]}`, not directly in `content`"
    )
    declared = "" if is_bare else f' xmlns="{CTCT}"'
    (fix,) = found.fixes
    assert fix.title.endswith(f" in `<{TAGS[document]}{declared}>`")
    mended = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert lint(mended, operation=operation) == []


def test_what_stands_without_its_payload_is_judged() -> None:
    text = bare("campaign-html.create").replace(">FirstName<", ">Firstname<")

    assert [one[:7] for one in said(text)] == ["CTC206 ", "CTC203 "]


def test_payload_in_the_namespace_of_its_content_gets_none_of_its_own() -> None:
    text = bare("registrant-attendance.update").replace("atom:", "")
    text = text.replace("xmlns:atom", "xmlns")

    found = lint(text, operation="update")

    assert [d.code for d in found] == ["CTC206"]
    assert found[0].fixes[0].title == 'wrap these 2 in `<AttendanceStatus xmlns="">`'
