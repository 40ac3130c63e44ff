"""What the rules say of the values of a campaign, case by case."""

from __future__ import annotations

import pytest
from said import messages

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.profiles.ctct.mail.placeholders import placeholder_in_uri, placeholders
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.records.addresses import trouble_with

API = "http://api.constantcontact.com/ws/customers/joe"


def campaign(content: str, select: str, operation: str = "create") -> list[Diagnostic]:
    return lint(document(content), operation=operation, select=[select])


def document(content: str) -> str:
    return (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">{content}</Campaign></content></entry>'
    )


def underlined(content: str, found: list[Diagnostic]) -> list[str]:
    text = document(content)
    return [text[d.range.start.offset : d.range.end.offset] for d in found]


def mended(content: str, found: Diagnostic) -> str:
    text = document(content)
    (fix,) = found.fixes
    for edit in reversed(fix.edits):
        start, end = edit.range.start.offset, edit.range.end.offset
        text = text[:start] + edit.new_text + text[end:]
    return text[
        len(document("")) - len("</Campaign></content></entry>") :
    ].removesuffix("</Campaign></content></entry>")


# ---------------------------------------------------------------------- the characters


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Joe's flowers, 3 £", None),
        ("Café Müller", None),
        ("Joe’s", "`’` (U+2019) in `Subject` is not in ISO-8859-1"),
        ("“Joe’s”", "`“` (U+201C) in `Subject` is not in ISO-8859-1, nor are 2 more"),
        ("Łódź", "`Ł` (U+0141) in `Subject` is not in ISO-8859-1, nor is 1 more"),
        ("a\u200bb", "U+200B in `Subject` is not in ISO-8859-1"),
        ("\U0001f490", "`\U0001f490` (U+1F490) in `Subject` is not in ISO-8859-1"),
    ],
)
def test_characters_that_the_service_cannot_store(
    text: str, message: str | None
) -> None:
    found = campaign(f"<Subject>{text}</Subject>", "character-outside-charset")

    assert messages(found) == ([] if message is None else [message])


def test_each_value_is_told_once_and_mended_as_a_whole() -> None:
    content = "<Subject>“Joe’s” – a…</Subject><FromName>Łódź</FromName>"
    found = campaign(content, "character-outside-charset")

    assert underlined(content, found) == ["“", "Ł"]
    right = '<Subject>"Joe\'s" - a...</Subject><FromName>Łódź</FromName>'
    assert mended(content, found[0]) == right


@pytest.mark.parametrize(
    ("text", "twins"),
    [
        ("‘a’ ‚b‛ 5′", "'a' 'b' 5'"),
        ("“a” „b‟ 5″", '"a" "b" 5"'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("and so on…", "and so on..."),
        ("a\u2009b\u202fc\u3000d", "a b c d"),
        ("• a ● b", "\xb7 a \xb7 b"),
        ("Acme™ №5 ℠", "Acme(TM) No5 (SM)"),
        ("5 €", "5 EUR"),
        ("→ ≥ 5", "-&gt; &gt;= 5"),
        ("⅓ ﬁne Ａ①", "1/3 fine A1"),
        ("Dvořák, Łódź, œuvre", "Dvorák, Lódz, oeuvre"),
        ("Cafe\u0301 n\u0301", "Café n"),
        ("a\u200bb\ufeff", "ab"),
    ],
)
def test_characters_have_plain_twins(text: str, twins: str) -> None:
    content = f"<Subject>{text}</Subject>"
    (found,) = campaign(content, "character-outside-charset")

    assert mended(content, found) == f"<Subject>{twins}</Subject>"
    assert [fix.applicability.value for fix in found.fixes] == ["unsafe"]


@pytest.mark.parametrize("text", ["Привет", "日本", "\U0001f490", "\u05e9"])
def test_a_character_without_a_twin_has_no_fix(text: str) -> None:
    (found,) = campaign(f"<Subject>{text}</Subject>", "character-outside-charset")

    assert found.fixes == ()


def test_what_has_a_twin_is_told_apart_from_what_has_none() -> None:
    content = "<Subject>“a” \U0001f469\u200d\U0001f4bb</Subject>"
    found = campaign(content, "character-outside-charset")
    twin, none = found

    assert messages(found) == [
        "`“` (U+201C) in `Subject` is not in ISO-8859-1, nor is 1 more",
        "`\U0001f469` (U+1F469) in `Subject` is not in ISO-8859-1, nor are 2 more",
    ]
    assert mended(content, twin) == content.replace("“", '"').replace("”", '"')
    assert none.fixes == ()


@pytest.mark.parametrize("form", ["{}", "<![CDATA[{}]]>"])
def test_very_many_characters_are_mended_by_one_edit_and_the_first_are_shown(
    form: str,
) -> None:
    """What is written between them stays as it is, a reference or a section."""
    sign = "&amp;" if form == "{}" else "&"
    content = f"<Subject>{form.format(f'a “b” {sign} c’ ' * 40)}</Subject>"

    (found,) = campaign(content, "character-outside-charset")

    assert messages([found])[0].endswith("is not in ISO-8859-1, nor are 119 more")
    assert len(found.related) == 20
    assert [len(fix.edits) for fix in found.fixes] == [1]
    plain = content.replace("“", '"').replace("”", '"').replace("’", "'")
    assert mended(content, found) == plain


def test_of_very_many_characters_without_a_twin_the_first_are_shown() -> None:
    content = f"<Subject>“{'中 文 ' * 100}</Subject>"

    twin, none = campaign(content, "character-outside-charset")

    assert (len(twin.related), len(none.related)) == (0, 20)
    assert messages([none])[0].endswith("is not in ISO-8859-1, nor are 199 more")


def test_characters_side_by_side_are_shown_as_one() -> None:
    (found,) = campaign(
        "<Subject>中文中文 a 文 中文</Subject>", "character-outside-charset"
    )
    first = found.range.start.offset
    related = [
        (label.message, *(at.offset - first for at in label.range))
        for label in found.related
    ]

    assert messages([found])[0].endswith("is not in ISO-8859-1, nor are 6 more")
    assert related == [
        ("nor are these", 1, 4),
        ("nor is this", 7, 8),
        ("nor are these", 9, 11),
    ]


def test_what_was_encoded_twice_is_another_rules_business_wherever_it_stands() -> None:
    content = "<Subject>donâ€™t ’ donâ€™t, don’t</Subject>"

    (found,) = campaign(content, "character-outside-charset")

    assert len(found.related) == 1
    assert mended(content, found) == content.replace("’", "'")


@pytest.mark.parametrize(
    "content",
    [
        "<EmailContent>’</EmailContent>",
        "<PermissionReminderText>’</PermissionReminderText>",
        "<GreetingName>’</GreetingName>",
        "<Subject>donâ€™t</Subject>",  # encoded twice, which is another rule's business
    ],
)
def test_characters_that_are_judged_elsewhere(content: str) -> None:
    content += "<Name>’</Name>"
    found = campaign(content, "character-outside-charset")

    assert messages(found) == ["`’` (U+2019) in `Name` is not in ISO-8859-1"]


@pytest.mark.parametrize(
    ("text", "entities", "meant"),
    [
        ("a &amp; b", [], []),
        ("&amp;eacute;", ["&eacute;"], ["é"]),
        ("&amp;#233; &amp;#xE9;", ["&#233;", "&#xE9;"], ["é", "é"]),
        ("Joe &amp;amp; Ann", ["&amp;"], ["&amp;"]),
        ("&amp;euro; &amp;#8217;", ["&euro;", "&#8217;"], []),
        ("Joe &amp;co; &amp;nosuch;", [], []),
        ("&amp;#27;", [], []),
    ],
)
def test_entities_that_are_not_decoded(
    text: str, entities: list[str], meant: list[str]
) -> None:
    found = campaign(f"<Subject>{text}</Subject>", "entity-in-subject")

    assert messages(found) == [
        f"`{e}` in `Subject` is not decoded: it is no HTML" for e in entities
    ]
    assert [d.fixes[0].edits[0].new_text for d in found if d.fixes] == meant


def test_entity_beyond_the_charset_has_no_right_spelling() -> None:
    (found,) = campaign("<Name>5 &amp;euro;</Name>", "entity-in-subject")

    assert found.help == ("ISO-8859-1 has no `€`: put it in other words",)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("3 &lt; 5 &gt; 4", None),
        ("a &lt;3 b", None),
        ("&lt;b&gt;Tulips&lt;/b&gt;", "<b>"),
        ('&lt;font color="red"&gt;Tulips', '<font color="red">'),
        ("Tulips&lt;br/&gt;", "<br/>"),
    ],
)
def test_tags_in_plain_text(text: str, tag: str | None) -> None:
    content = f"<Subject>{text}</Subject>"
    found = campaign(content, "markup-in-subject")

    expected = f"the tag `{tag}` in `Subject` is read as text"
    assert messages(found) == ([] if tag is None else [expected])
    for diagnostic in found:
        assert mended(content, diagnostic) == "<Subject>Tulips</Subject>"


# ------------------------------------------------------------------------ placeholders


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }}",
        "{% if a %}",
        "${name}",
        "#{name}",
        "{$name}",
        "{0}",
        "{0:C}",
        "{0:0.00}",
        "{0,-10}",
        "{0,10:yyyy}",
        "{0,date,short}",
        "{{1}}",
        "[[first_name]]",
        "[[FIRST NAME]]",
        "<%= name %>",
        "<?php echo $name ?>",
        "%(name)s",
        "%%name%%",
        "%s",
        "*|FNAME|*",
        "*|MC:SUBJECT|*",
        "@Model.Name",
        "__FIRST_NAME__",
    ],
)
def test_placeholders_of_templates(text: str) -> None:
    whole = f"Hello {text}, hello"

    assert [whole[a:b] for a, b in placeholders(whole)] == [text]
    escaped = whole.replace("<", "&lt;").replace("&lt;?", "&lt;?")
    (found,) = campaign(f"<Subject>{escaped}</Subject>", "unrendered-placeholder")
    assert found.message == f"the placeholder `{text}` in `Subject` was not filled in"


@pytest.mark.parametrize("text", ["$name", "$row['last name']", "$who->email"])
def test_variable_that_is_all_of_a_value(text: str) -> None:
    (found,) = campaign(f"<Subject>{text}</Subject>", "unrendered-placeholder")

    assert found.message == f"the placeholder `{text}` in `Subject` was not filled in"


@pytest.mark.parametrize(
    "text",
    [
        "$ACCOUNT.CITY",
        "$name is what Perl calls it",
        "$20",
        "20 % off",
        "100%",
        "50%sale",
        "a_b __init__ {curly}",
        "[1] [[]] [[1]]",
        "{1, 2, 3} {1,2} {2024} {12:30} a{2}",
        "[[citation needed]] [[Main Page]]",
        "${5} ${5.00} ${} #{1} {$5}",
        "{{...}} {{}} {%5%} 50%%50%%",
        "joe@example.com *new*",
        "5 &lt; 6 &lt;? 7",
    ],
)
def test_what_is_no_placeholder(text: str) -> None:
    content = f"<Subject>{text}</Subject><EmailContent>{{{{ a }}}}</EmailContent>"

    assert campaign(content, "unrendered-placeholder") == []


@pytest.mark.parametrize(
    ("uri", "placeholder"),
    [
        (f"{API}/lists/1", ""),
        (f"{API}/lists/{{n}}", "{n}"),
        (f"{API}/lists/{{{{ list.id }}}}", "{{ list.id }}"),
        (f"{API}/lists/$%7Bn", ""),
    ],
)
def test_placeholders_in_ids_are_all_that_is_said_of_them(
    uri: str, placeholder: str
) -> None:
    content = f'<ContactLists><ContactList id="{uri}"/></ContactLists>'
    found = campaign(content, "CTC4")
    told = [d for d in found if d.name in {"unrendered-placeholder", "CTC407"}]

    assert placeholder_in_uri(uri) == placeholder
    expected = f"the placeholder `{placeholder}` of this id was not filled in"
    assert messages(told) == ([expected] if placeholder else [])


# -------------------------------------------------------------------- e-mail addresses


@pytest.mark.parametrize(
    "address",
    ["joe@example.com", "j.o-e+1@mail.example.co.uk", "joe@xn--bcher-kva.example"],
)
def test_addresses_in_order(address: str) -> None:
    assert trouble_with(address) == ""


@pytest.mark.parametrize(
    ("address", "about"),
    [
        ("joe", "@-sign"),
        ("@example.com", "before the @-sign"),
        ("joe@", "after the @-sign"),
        ("joe @example.com", "SPACE"),
        ("jö@example.com", "it has characters beyond ASCII"),
        ("a@example.com;b@example.com", "after the @-sign"),
        ("j..e@example.com", "two periods"),
        ("joe@example.com.", "period"),
        ("joe,x@example.com", "','"),
        (f"{'j' * 65}@a.example", "too long"),
        ("joe@example", "period"),
        ("joe@-a.example", "hyphen"),
        ("joe@10.0.0.1", "top-level domain"),
        (f"joe@{'a' * 60}.{'b' * 20}.com", "it has 89 characters, more than 80"),
        ("j@a.b", "it has less than 6 characters"),
    ],
)
def test_addresses_that_cannot_be(address: str, about: str) -> None:
    trouble = trouble_with(address)

    assert about in trouble
    assert trouble[0].islower()
    assert not trouble.endswith(".")


def test_address_over_the_limit_is_an_error() -> None:
    address = f"joe@{'a' * 60}.{'b' * 20}.com"
    content = f"<FromEmail><EmailAddress>{address}</EmailAddress></FromEmail>"

    (found,) = campaign(content, "CTC417")

    assert found.severity is Severity.ERROR
    assert found.message == "the address has 89 characters, the limit is 80"
    assert found.notes == ()


def sender(address: str, *, first: bool = False) -> str:
    email = f'<Email id="{API}/settings/emailaddresses/1"/>'
    written = f"<EmailAddress>{address}</EmailAddress>"
    return f"<FromEmail>{written + email if first else email + written}</FromEmail>"


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("joe at example.com", "joe@example.com"),
        ("Joe &lt;joe@example.com&gt;", "joe@example.com"),
        ("mailto:joe@example.com", "joe@example.com"),
        ("Joe &lt;joe&gt;", None),
    ],
)
def test_sender_without_an_address(
    address: str, meant: str | None, first: bool
) -> None:
    content = sender(address, first=first)
    (found,) = campaign(content, "malformed-email-address")

    assert underlined(content, [found]) == [address]
    assert found.severity is Severity.WARNING
    assert [f.edits[0].new_text for f in found.fixes] == ([meant] if meant else [])


@pytest.mark.parametrize(
    "content",
    [
        sender("joe@example.com"),
        sender("\n  joe@example.com\n"),
        sender("joe@example.com", first=True),
        sender("$ACCOUNT.EMAIL"),
        sender(""),
        sender("Joe &amp; Co"),
        "<FromEmail/>",
        "",
    ],
)
def test_sender_in_order(content: str) -> None:
    assert campaign(content, "malformed-email-address") == []


# ----------------------------------------------------------------------------- address


@pytest.mark.parametrize(
    ("country", "code", "message"),
    [
        ("us", "02451", None),
        ("US", "02451-1234", None),
        ("us", "$ACCOUNT.POSTAL_CODE", None),
        ("us", "", None),
        ("ca", "K1A 0B1", None),
        ("ca", "k1a0b1", None),
        ("gb", "SW1A 1AA", None),
        ("us", "K1A 0B1", "`K1A 0B1` is not a ZIP code, the country is `us`"),
        ("us", "2451", "`2451` is not a ZIP code, the country is `us`"),
        ("ca", "02451", "`02451` is not a Canadian code, the country is `ca`"),
    ],
)
def test_postal_codes(country: str, code: str, message: str | None) -> None:
    content = (
        f"<OrganizationCountry>{country}</OrganizationCountry>"
        f"<OrganizationPostalCode>{code}</OrganizationPostalCode>"
    )
    found = campaign(content, "malformed-postal-code")

    assert messages(found) == ([] if message is None else [message])


def test_lost_nought_of_a_postal_code_is_restored() -> None:
    content = (
        "<OrganizationCountry>us</OrganizationCountry>"
        "<OrganizationPostalCode>2451</OrganizationPostalCode>"
    )
    (found,) = campaign(content, "malformed-postal-code")

    assert mended(content, found) == content.replace(">2451", ">02451")


@pytest.mark.parametrize(
    ("country", "codes"),
    [
        ("us", []),
        ("US", []),
        ("$ACCOUNT.COUNTRY_CODE", []),
        ("Us", ["CTC419"]),
        ("uS", ["CTC419"]),
        ("usa", ["CTC415"]),
    ],
)
def test_case_of_a_country(country: str, codes: list[str]) -> None:
    content = f"<OrganizationCountry>{country}</OrganizationCountry>"

    found = lint(document(content), operation="create", select=["CTC415", "CTC419"])
    assert [d.code for d in found] == codes


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("USA", "us"),
        ("United States", "us"),
        ("Untied States", "us"),
        ("UNITED KINGDOM", "gb"),
        ("England", "eng"),
        ("Germny", "de"),
        ("xx", ""),
        ("Wales", ""),
        ("Middle-earth", ""),
    ],
)
def test_country_that_is_meant(country: str, code: str) -> None:
    (found,) = campaign(
        f"<OrganizationCountry>{country}</OrganizationCountry>", "unknown-country"
    )

    assert (f"did you mean `{code}`?" in found.help) is (code != "")
    assert [f.edits[0].new_text for f in found.fixes] == ([code] if code else [])


def test_state_of_a_country_that_is_unknown_is_not_judged() -> None:
    content = (
        "<OrganizationState>MA</OrganizationState>"
        "<OrganizationCountry>USA</OrganizationCountry>"
    )

    assert [d.code for d in campaign(content, "CTC4")].count("CTC402") == 0


# ---------------------------------------------------------------------------- switches


def test_text_of_what_is_switched_off() -> None:
    content = (
        "<ViewAsWebpage>NO</ViewAsWebpage>"
        "<ViewAsWebpageText>Trouble?</ViewAsWebpageText>"
        "<ViewAsWebpageLinkText/>"
        "<PermissionReminder>YES</PermissionReminder>"
        "<PermissionReminderText>You signed up.</PermissionReminderText>"
        "<ForwardEmailLinkText>Forward</ForwardEmailLinkText>"
    )
    found = campaign(content, "text-without-switch")

    assert messages(found) == [
        "`ViewAsWebpageText` is not used: `ViewAsWebpage` is `NO`"
    ]
    assert campaign(content, "text-without-switch", "update") == []


@pytest.mark.parametrize(
    ("forward", "subscribe", "count"),
    [("NO", "YES", 1), ("YES", "YES", 0), ("NO", "NO", 0), ("", "YES", 0)],
)
def test_subscribe_link_that_nobody_sees(
    forward: str, subscribe: str, count: int
) -> None:
    content = (
        f"<IncludeForwardEmail>{forward}</IncludeForwardEmail>"
        f"<IncludeSubscribeLink>{subscribe}</IncludeSubscribeLink>"
    )

    assert len(campaign(content, "subscribe-without-forward")) == count


@pytest.mark.parametrize(
    ("style", "form", "count"),
    [("p {}", "HTML", 1), ("p {}", "XHTML", 0), ("", "HTML", 0), (" \n ", "HTML", 0)],
)
def test_style_sheet_that_has_no_effect(style: str, form: str, count: int) -> None:
    content = (
        f"<StyleSheet>{style}</StyleSheet>"
        f"<EmailContentFormat>{form}</EmailContentFormat>"
    )

    assert len(campaign(content, "style-sheet-of-html")) == count


# -------------------------------------------------------------------------- operations


@pytest.mark.parametrize(
    ("operation", "code"), [("create", "CTC422"), ("update", ""), ("response", "")]
)
def test_read_only_elements_are_told_on_create_only(operation: str, code: str) -> None:
    content = (
        "<Status>Draft</Status><Date>2011-03-14T09:26:53Z</Date>"
        "<CampaignType>CUSTOM</CampaignType><Sent>0</Sent><Urls/><ShowAgent/>"
    )
    found = lint(document(content), operation=operation, select=["CTC42"])

    assert {d.code for d in found} == ({code} if code else set())
    assert messages(found) == (
        [
            "`Sent` is ignored on create: only the server sets it",
            "`Urls` is ignored on create: only the server sets it",
        ]
        if code
        else []
    )


@pytest.mark.parametrize(
    ("operation", "kind", "codes"),
    [
        ("create", "STOCK", ["CTC421"]),
        ("create", "stock", ["CTC421"]),
        ("create", "CUSTOM", []),
        ("update", "STOCK", ["CTC424"]),
        ("update", "CUSTOM", []),
        ("response", "STOCK", []),
        ("response", "Custom", ["CTC420"]),
    ],
)
def test_campaign_types(operation: str, kind: str, codes: list[str]) -> None:
    content = f"<CampaignType>{kind}</CampaignType><EmailContent>x</EmailContent>"

    assert [d.code for d in campaign(content, "CTC42", operation)] == codes


@pytest.mark.parametrize(
    ("content", "advised"),
    [
        ("", ["add `<EmailContentFormat>`, with `HTML` if in doubt"]),
        ("<EmailContentFormat>XHTML</EmailContentFormat>", []),
        ("<CampaignType>STOCK</CampaignType>", []),
    ],
)
def test_format_of_the_content_of_an_update(content: str, advised: list[str]) -> None:
    found = campaign(content, "missing-advised-element", "update")

    assert [line for d in found for line in d.help] == advised


@pytest.mark.parametrize(
    ("status", "count"), [("Draft", 0), ("DRAFT", 0), ("", 0), ("Sent", 1)]
)
def test_status_of_what_is_updated(status: str, count: int) -> None:
    content = f"<Status>{status}</Status>"

    assert len(campaign(content, "status-on-update", "update")) == count


def test_value_of_a_response_that_is_almost_known() -> None:
    content = "<Status>Archive Pendign</Status><ArchiveStatus>Lost</ArchiveStatus>"
    found = campaign(content, "unknown-server-value", "response")

    assert [d.help[0] for d in found] == [
        "did you mean `Archive Pending`?",
        "expected one of `Pending`, `Published`",
    ]


@pytest.mark.parametrize(
    ("payload", "count"), [("Campaign", 1), ("Contact", 1), ("Folder", 0), ("Event", 0)]
)
def test_author_of_an_entry(payload: str, count: int) -> None:
    text = f'<entry xmlns="{ATOM}"><content><{payload} xmlns=""/></content></entry>'

    assert len(lint(text, operation="create", select=["missing-author"])) == count


def test_type_of_content_has_one_right_value() -> None:
    text = document("").replace("application/vnd.ctct+xml", "application/xml")
    (found,) = lint(text, operation="create", select=["CTC203"])

    assert found.message == "`application/xml` is not a valid `type` of `content`"
    (edit,) = found.fixes[0].edits
    assert edit.new_text == "application/vnd.ctct+xml"


ADDRESS = ("Name", "Address1", "City", "PostalCode", "Country")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (ADDRESS[1:], "lacks `OrganizationName`"),
        (ADDRESS[2:], "lacks `OrganizationName` and `OrganizationAddress1`"),
        (ADDRESS[4:], "lacks `OrganizationName`, `OrganizationAddress1` and 2 more"),
        ((), "is missing"),
    ],
)
def test_parts_that_an_address_lacks_are_named_as_they_are_written(
    given: tuple[str, ...], said: str
) -> None:
    parts = "".join(f"<Organization{n}>CH</Organization{n}>" for n in given)
    (found,) = lint(document(parts), operation="create", select=["CTC410"])

    assert found.message == f"the organization's address {said}"
    absent = ", ".join(f"`Organization{n}`" for n in sorted(set(ADDRESS) - set(given)))
    assert sorted(found.help[0].removeprefix("add ").split(", ")) == absent.split(", ")


# ------------------------------------------------------------------------- wrong places


SWITCH = "<IncludeForwardEmail>YES</IncludeForwardEmail>"
COUNTRY = "<OrganizationCountry>us</OrganizationCountry>"


@pytest.mark.parametrize(
    ("beside", "name", "codes"),
    [
        (SWITCH, "ForwardEmailLinkText", {"CTC404"}),
        (COUNTRY, "OrganizationState", {"CTC401"}),
        ("", "ViewAsWebpage", {"CTC411"}),
        ("", "OrganizationCity", {"CTC410"}),
    ],
)
def test_what_stands_elsewhere_is_not_also_missing(
    beside: str, name: str, codes: set[str]
) -> None:
    misplaced = f"<ContactLists><{name}>NO</{name}></ContactLists>"
    before = lint(document(beside), operation="create")
    after = lint(document(beside + misplaced), operation="create")

    assert {d.code for d in before} - {d.code for d in after} == codes
    about = [d.code for d in after if f"`{name}`" in d.message]
    assert about == ["CTC206"]


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("CTC401", "`<c:OrganizationState>MA</c:OrganizationState>`"),
        ("CTC404", "add `<c:ForwardEmailLinkText>` with the text"),
        ("CTC411", "add `<c:ViewAsWebpage>`"),
        ("CTC207", "`<c:Subject>`"),
        ("CTC304", "add `<author/>`"),
    ],
)
def test_help_names_elements_as_the_document_does(name: str, about: str) -> None:
    text = (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<c:Campaign xmlns:c="{CTCT}"><c:OrganizationCountry>us'
        "</c:OrganizationCountry><c:IncludeForwardEmail>YES</c:IncludeForwardEmail>"
        "</c:Campaign></content></entry>"
    )
    found = lint(text, operation="create", select=[name])

    assert any(about in line for d in found for line in d.help)
