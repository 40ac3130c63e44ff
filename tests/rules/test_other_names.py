"""Elements under the names that other interfaces have for them, and texts astray."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.profiles.ctct.facts import facts
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.resources import SCHEMAS
from ctct_lint.text.spelling import bare

API = "http://api.constantcontact.com/ws/customers/joe"
EMAIL = f'<Email id="{API}/settings/emailaddresses/2"/>'
LIST = f'<ContactList id="{API}/lists/1"/>'
AUTHOR = "<author><name/></author>"
ADDRESS = "<EmailAddress>joe@example.com</EmailAddress>"
CONTACT = (
    f"{ADDRESS}<OptInSource>ACTION_BY_CUSTOMER</OptInSource>"
    f"<ContactLists>{LIST}</ContactLists>"
)
CAMPAIGN = (
    "<Name>a</Name><Subject>b</Subject><FromName>c</FromName>"
    "<ViewAsWebpage>NO</ViewAsWebpage><PermissionReminder>NO</PermissionReminder>"
    "<IncludeForwardEmail>NO</IncludeForwardEmail>"
    "<IncludeSubscribeLink>NO</IncludeSubscribeLink>"
    "<EmailContentFormat>HTML</EmailContentFormat>"
    "<EmailContent>&lt;html>&lt;body>d&lt;/body>&lt;/html></EmailContent>"
    "<EmailTextContent>&lt;Text>d&lt;/Text></EmailTextContent>"
    f"<ContactLists>{LIST}</ContactLists>"
    f"<FromEmail>{EMAIL}</FromEmail><ReplyToEmail>{EMAIL}</ReplyToEmail>"
)
SCHEDULE = "<ScheduledTime>2031-03-18T12:00:00Z</ScheduledTime>"
BASES = {"Contact": CONTACT, "Campaign": CAMPAIGN, "Schedule": SCHEDULE}


def document(payload: str, content: str) -> str:
    return (
        f'<entry xmlns="{ATOM}"><id>data:,</id><title/><updated>2011-03-14</updated>'
        f"{AUTHOR}"
        f'<content type="application/vnd.ctct+xml"><{payload} xmlns="{CTCT}">'
        f"{content}</{payload}></content></entry>"
    )


def mended(text: str) -> str:
    made = mend(
        text.encode(), lambda data: lint(data, operation="create"), set(Applicability)
    )
    return made.data.decode()


def said(text: str) -> list[tuple[str, str, str]]:
    """Code, severity and fix of each diagnostic."""
    return [
        (d.code, d.severity.label, "".join(f.title for f in d.fixes))
        for d in lint(text, operation="create")
    ]


# The payload, the name that was meant, and those that people write for it.
NAMES = [
    ("Contact", "EmailAddress", "Email E-Mail email mail email_address EmailAddr"),
    (
        "Contact",
        "HomePhone",
        "Phone Telephone phone_number home_phone Mobile CellPhone",
    ),
    ("Contact", "WorkPhone", "BusinessPhone work_phone OfficePhone Phone2"),
    ("Contact", "PostalCode", "Zip ZipCode zip_code Postcode postal_code"),
    ("Contact", "StateCode", "State Province state_code Region"),
    ("Contact", "CountryCode", "Country country_code"),
    ("Contact", "CompanyName", "Company Organization company_name Employer"),
    ("Contact", "FirstName", "first_name fname GivenName forename"),
    ("Contact", "LastName", "last_name lname Surname FamilyName"),
    ("Contact", "Addr1", "Street Address address_line_1 line1 Address1"),
    ("Contact", "City", "Town"),
    ("Contact", "Note", "Notes Comment"),
    ("Contact", "CustomField1", "Custom1 custom_field_1 CustomField01"),
    ("Contact", "ContactLists", "Lists list_memberships MailingLists"),
    ("Campaign", "Subject", "SubjectLine subject_line EmailSubject"),
    ("Campaign", "Name", "Title CampaignName"),
    ("Campaign", "FromName", "Sender From SenderName from_name"),
    ("Campaign", "FromEmail", "FromAddress from_email SenderEmail"),
    ("Campaign", "ReplyToEmail", "Reply ReplyTo reply_to_email ReplyToAddress"),
    ("Campaign", "EmailContent", "Html HtmlContent html_content Body email_content"),
    ("Campaign", "EmailTextContent", "Text TextContent text_content PlainText"),
    ("Campaign", "EmailContentFormat", "Format content_format"),
    ("Campaign", "ContactLists", "Lists sent_to_contact_lists Recipients"),
    ("Campaign", "OrganizationCity", "City Town"),
    ("Campaign", "OrganizationState", "State StateCode Province"),
    ("Campaign", "OrganizationCountry", "Country"),
    ("Campaign", "OrganizationPostalCode", "Zip PostalCode"),
    ("Campaign", "OrganizationAddress1", "Address Street AddressLine1"),
    ("Schedule", "ScheduledTime", "ScheduledDate scheduled_date Time SendAt"),
]


@pytest.mark.parametrize(
    ("payload", "meant", "name"),
    [(payload, meant, name) for payload, meant, all_ in NAMES for name in all_.split()],
)
def test_a_name_of_elsewhere_becomes_the_one_that_was_meant(
    payload: str, meant: str, name: str
) -> None:
    right = document(payload, BASES[payload])
    if f"<{meant}>" not in right:
        right = right.replace(f"</{payload}>", f"<{meant}>x</{meant}></{payload}>")
    wrong = right.replace(f"<{meant}>", f"<{name}>").replace(
        f"</{meant}>", f"</{name}>"
    )
    renamed = [fix for _, _, fix in said(wrong) if fix == f"rename it to `{meant}`"]

    assert len(renamed) == 1
    if meant not in {"StateCode", "CountryCode"}:
        assert f"<{meant}>" in mended(wrong)
        assert f"<{name}>" not in mended(wrong)


@pytest.mark.parametrize(
    ("name", "severity", "operation"),
    [
        ("Email", "error", "create"),
        ("Email", "warning", "update"),
        ("Phone", "warning", "create"),
        ("first_nam", "error", "create"),
    ],
)
def test_what_nothing_requires_is_missed_with_a_warning(
    name: str, severity: str, operation: str
) -> None:
    content = CONTACT.replace("EmailAddress>", "Email>") if name == "Email" else CONTACT
    if name != "Email":
        content += f"<{name}>x</{name}>"
    found = lint(document("Contact", content), operation=operation)

    assert [d.severity.label for d in found if d.code == "CTC202"] == [severity]


def test_what_is_there_already_is_not_meant_again() -> None:
    text = document("Contact", f"{CONTACT}<Email>a@example.com</Email>")

    assert said(text) == [("CTC201", "warning", "remove it")]


@pytest.mark.parametrize(
    ("content", "meant"),
    [
        ("<From>joe@example.com</From>", "FromEmail"),
        (f"<From>{EMAIL}</From>", "FromEmail"),
        ("<From>Joe</From>", "FromName"),
        ("<From/>", "FromName"),
    ],
)
def test_of_several_the_one_is_meant_that_can_hold_it(content: str, meant: str) -> None:
    campaign = CAMPAIGN.replace("<FromName>c</FromName>", "")
    campaign = campaign.replace(f"<FromEmail>{EMAIL}</FromEmail>", content)
    renames = [fix for *_, fix in said(document("Campaign", campaign)) if "ren" in fix]

    assert renames == [f"rename it to `{meant}`"]


def test_no_other_name_is_one_of_the_format_s_own() -> None:
    for file in SCHEMAS:
        for (owner, name), fact in facts(file).items():
            own = {bare(n) for o, n in facts(file) if o == owner}
            assert not fact.also & own, (owner, name)


# Texts where only elements may stand: what holds them, and what becomes of them.
REPLY = f"<ReplyToEmail>{EMAIL}</ReplyToEmail>"
TEXTS = [
    (
        "Campaign",
        REPLY,
        "<ReplyToEmail>joe@example.com</ReplyToEmail>",
        f"<ReplyToEmail>{ADDRESS}{EMAIL}</ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        "<ReplyToEmail>\n  joe@example.com\n</ReplyToEmail>",
        f"<ReplyToEmail>\n  {ADDRESS}{EMAIL}\n</ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        "<ReplyToEmail> <![CDATA[ joe@example.com ]]></ReplyToEmail>",
        f"<ReplyToEmail> {ADDRESS}{EMAIL}</ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        "<ReplyTo>joe@example.com</ReplyTo>",
        f"<ReplyToEmail>{ADDRESS}{EMAIL}</ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        f"<ReplyToEmail>{EMAIL}joe@example.com</ReplyToEmail>",
        f"<ReplyToEmail>{EMAIL}{ADDRESS}</ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        f"<ReplyToEmail>{EMAIL[11:-3]}</ReplyToEmail>",
        f"<ReplyToEmail>{EMAIL}</ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        f"<ReplyToEmail><Email>{EMAIL[11:-3]}</Email></ReplyToEmail>",
        f"<ReplyToEmail>{EMAIL[:-2]}></Email></ReplyToEmail>",
    ),
    (
        "Campaign",
        REPLY,
        "<ReplyToEmail><Email>joe@example.com</Email></ReplyToEmail>",
        f"<ReplyToEmail>{EMAIL[:-2]}></Email>{ADDRESS}</ReplyToEmail>",
    ),
    ("Campaign", REPLY, f"joe{REPLY}", REPLY),
    (
        "Contact",
        f"<ContactLists>{LIST}</ContactLists>",
        f"<Lists>{API}/lists/1</Lists>",
        f"<ContactLists>{LIST}</ContactLists>",
    ),
    (
        "Contact",
        f"<ContactLists>{LIST}</ContactLists>",
        f"<ContactLists>{API}/lists/1, {API}/lists/2</ContactLists>",
        f"<ContactLists>{LIST}{LIST.replace('/1', '/2')}</ContactLists>",
    ),
    (
        "Contact",
        f"<ContactLists>{LIST}</ContactLists>",
        f"<ContactLists>{LIST}{API}/lists/2</ContactLists>",
        f"<ContactLists>{LIST}{LIST.replace('/1', '/2')}</ContactLists>",
    ),
    (
        "Contact",
        f"<ContactLists>{LIST}</ContactLists>",
        f"<Lists><List>{API}/lists/1</List></Lists>",
        f"<ContactLists>{LIST}</ContactLists>",
    ),
    ("Contact", ADDRESS, "joe@example.com", ADDRESS),
    ("Schedule", SCHEDULE, "2031-03-18T12:00:00Z", SCHEDULE),
    (
        "Campaign",
        AUTHOR,
        "<author>Joe</author>",
        "<author><name>Joe</name></author>",
    ),
    (
        "Campaign",
        AUTHOR,
        "<author>joe@example.com</author>",
        "<author><email>joe@example.com</email></author>",
    ),
    (
        "Campaign",
        AUTHOR,
        "<author>http://example.com/?a&amp;b</author>",
        "<author><uri>http://example.com/?a&amp;b</uri></author>",
    ),
    (
        "Campaign",
        AUTHOR,
        "<author><name>Joe</name>Smith</author>",
        "<author><name>Joe</name></author>",
    ),
]


@pytest.mark.parametrize(("payload", "right", "wrong", "becomes"), TEXTS)
def test_a_text_astray_goes_where_it_belongs(
    payload: str, right: str, wrong: str, becomes: str
) -> None:
    text = document(payload, BASES[payload])
    broken = text.replace(right, wrong)

    assert broken != text
    assert mended(broken) == text.replace(right, becomes)


def test_a_prefix_is_kept() -> None:
    text = document("Campaign", CAMPAIGN).replace(
        REPLY,
        f'<c:ReplyToEmail xmlns:c="{CTCT}">joe@example.com</c:ReplyToEmail>',
    )

    assert "><c:EmailAddress>joe@example.com</c:EmailAddress><c:Email id=" in (
        mended(text)
    )


@pytest.mark.parametrize(
    ("sender", "is_known"),
    [
        (EMAIL, True),
        (EMAIL + ADDRESS, True),
        (EMAIL + ADDRESS.replace("joe", "ann"), False),
    ],
)
def test_the_id_of_another_address_is_not_taken(sender: str, is_known: bool) -> None:
    """Only what says the same, or does not say what it is, may be meant."""
    text = document("Campaign", CAMPAIGN).replace(
        f"<FromEmail>{EMAIL}</FromEmail>{REPLY}",
        f"<FromEmail>{sender}</FromEmail><ReplyToEmail>joe@example.com</ReplyToEmail>",
    )
    (missing,) = (fix for code, _, fix in said(text) if code == "CTC207")

    assert missing.startswith("insert") is is_known


# An attribute of no known name: what has it, and what becomes of that.
ATTRIBUTES = [
    (
        "Contact",
        LIST,
        LIST.replace("id=", "uri="),
        [("CTC209", "error", "rename it to `id`")],
        LIST,
    ),
    (
        "Campaign",
        EMAIL,
        EMAIL.replace("id=", "href="),
        [("CTC209", "error", "rename it to `id`")] * 2,
        EMAIL,
    ),
    (
        "Contact",
        ADDRESS,
        f'{ADDRESS}<City State="MA">Troy</City>',
        [("CTC209", "error", "remove it")],
        f"{ADDRESS}<City>Troy</City>",
    ),
]


@pytest.mark.parametrize(("payload", "right", "wrong", "told", "becomes"), ATTRIBUTES)
def test_an_attribute_of_no_known_name_keeps_its_value(
    payload: str,
    right: str,
    wrong: str,
    told: list[tuple[str, str, str]],
    becomes: str,
) -> None:
    text = document(payload, BASES[payload])
    broken = text.replace(right, wrong)

    assert [one for one in said(broken) if one[0].startswith("CTC20")] == told
    assert mended(broken) == text.replace(right, becomes)


@pytest.mark.parametrize("name", ["FirstName", "first_name", "fname"])
def test_an_attribute_that_is_called_like_a_child_becomes_one(name: str) -> None:
    text = document("Contact", CONTACT)
    broken = text.replace("<Contact ", f'<Contact {name}="A &amp; B" ')
    child = "<FirstName>A &amp; B</FirstName>"

    assert said(broken) == [("CTC209", "error", "make it the element `<FirstName>`")]
    assert mended(broken) == text.replace("<OptIn", f"{child}<OptIn", 1)


def test_an_attribute_that_is_there_as_a_child_is_one_too_many() -> None:
    text = document("Contact", f"<City>Troy</City>{CONTACT}")
    broken = text.replace("<Contact ", '<Contact City="Troy" ')

    assert said(broken) == [("CTC209", "error", "remove it")]
