"""What fixes insert where something is missing: a value, in its place, indented."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.diagnostic import Applicability, Diagnostic, Fix
from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.profiles.ctct.guesses import known_address, value_for
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import insertion, insertions
from ctct_lint.text.encoding import decode
from ctct_lint.xml.edits import apply_edits

UNSAFE = Applicability.UNSAFE
CONTEXT = Context(vocabulary=built_in())
ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
SEE = "http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"


def element(text: str, prefix: str = "") -> etree._Element:
    colon = f":{prefix}" if prefix else ""
    return etree.fromstring(text.replace(">", f' xmlns{colon}="{CTCT}">', 1))


def inserted(document: str, message: str) -> str:
    """Return the document with the fix of the diagnostic whose message ends so."""
    (diagnostic,) = [d for d in lint(document) if d.message.endswith(message)]
    (fix,) = diagnostic.fixes
    return applied(document, diagnostic, fix)


def with_missing(document: str, which: str) -> str:
    """Return the document with the fix that inserts one missing element, or all."""
    missing = [
        d for d in lint(document, select=["CTC207"]) if "`Campaign`" in d.message
    ]
    (diagnostic,) = missing
    start = which if which.startswith("insert") else f"insert `<{which}>"
    (fix,) = [fix for fix in diagnostic.fixes if fix.title.startswith(start)]
    return applied(document, diagnostic, fix)


def applied(document: str, diagnostic: Diagnostic, fix: Fix) -> str:
    assert fix.applicability is Applicability.UNSAFE
    return apply_edits(document, edits_of([ChosenFix(diagnostic, fix)]))


def campaign(*lines: str, line_end: str = "\n") -> str:
    head = f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
    start = f'<Campaign xmlns="{CTCT}">'
    return line_end.join([head, start, *lines, "</Campaign>", "</content></entry>"])


def test_an_element_is_inserted_before_the_next_of_its_siblings() -> None:
    before = campaign("  <Name>a</Name>", "  <FromName>b</FromName>")
    after = campaign(
        "  <Name>a</Name>", "  <Subject>TODO</Subject>", "  <FromName>b</FromName>"
    )

    assert with_missing(before, "Subject") == after


def test_before_the_first_sibling() -> None:
    before = campaign("\t<Subject>a</Subject>")
    after = campaign("\t<Name>TODO</Name>", "\t<Subject>a</Subject>")

    assert with_missing(before, "Name") == after


def test_a_comment_stays_with_the_sibling_that_it_is_about() -> None:
    comment = "  <!-- ctct-lint: ignore[CTC203] -->"
    greeting = "  <GreetingName>x</GreetingName>"
    before = campaign("  <Name>a</Name>", comment, greeting)
    after = campaign("  <Name>a</Name>", "  <Subject>TODO</Subject>", comment, greeting)

    assert with_missing(before, "Subject") == after


def test_or_at_the_end_where_all_others_stand_before_it() -> None:
    before = campaign("  <Name>a</Name>", "  <Subject>b</Subject>")
    after = campaign(
        "  <Name>a</Name>", "  <Subject>b</Subject>", "  <FromName>TODO</FromName>"
    )

    assert with_missing(before, "FromName") == after


def test_on_one_line_nothing_is_indented() -> None:
    before = campaign("<Name>a</Name><FromName>b</FromName>")
    after = campaign("<Name>a</Name><Subject>TODO</Subject><FromName>b</FromName>")

    assert with_missing(before, "Subject") == after


def test_an_empty_parent_is_opened() -> None:
    before = campaign().replace(">\n</Campaign>", "/>")
    after = before.replace(f'"{CTCT}"/>', f'"{CTCT}"><Name>TODO</Name></Campaign>')

    assert with_missing(before, "Name") == after


def test_all_that_is_missing_is_inserted_at_once_in_its_order() -> None:
    before = campaign("  <Subject>Figs</Subject>", "  <EmailContent>x</EmailContent>")
    after = campaign(
        "  <Name>TODO</Name>",
        "  <Subject>Figs</Subject>",
        "  <FromName>TODO</FromName>",
        "  <PermissionReminder>NO</PermissionReminder>",
        "  <IncludeForwardEmail>NO</IncludeForwardEmail>",
        "  <IncludeSubscribeLink>NO</IncludeSubscribeLink>",
        "  <EmailContentFormat>HTML</EmailContentFormat>",
        "  <EmailContent>x</EmailContent>",
        "  <EmailTextContent>&lt;Text&gt;TODO&lt;/Text&gt;</EmailTextContent>",
    )

    assert with_missing(before, "insert 7 of the 9 elements") == after


def test_all_are_all_if_each_can_be_guessed() -> None:
    entry = f'<entry xmlns="{ATOM}"><author/></entry>'
    (found,) = lint(entry, operation="create", select=["CTC207"])

    assert found.message == (
        "`entry` lacks the required elements `id`, `title`, `updated` and `content`"
    )
    assert [fix.title for fix in found.fixes] == [
        "insert 3 of the 4 elements",
        "insert `<id>data:,none</id>`",
        "insert `<title>TODO</title>`",
        "insert `<updated>2008-07-23T14:21:06.407Z</updated>`",
    ]


def test_nothing_is_offered_where_nothing_can_be_guessed() -> None:
    parent = element("<Campaign></Campaign>")

    assert list(insertions(built_in(), parent, ["FromEmail", "ReplyToEmail"], 2)) == []
    (all_,) = insertions(built_in(), parent, ["Name", "Subject"], 2)
    assert all_.title == "insert all 2 elements"


def test_a_prefix_is_that_of_the_parent() -> None:
    parent = element("<c:Campaign><c:Name>a</c:Name></c:Campaign>", "c")
    (proposal,) = insertion(CONTEXT, parent, "Subject")

    assert proposal.title == "insert `<c:Subject>TODO</c:Subject>`"


def test_markup_is_escaped_in_what_is_inserted() -> None:
    parent = element("<Campaign></Campaign>")
    (proposal,) = insertion(CONTEXT, parent, "EmailTextContent")
    (_, written), *_ = proposal.edits

    assert written == (
        "<EmailTextContent>&lt;Text&gt;TODO&lt;/Text&gt;</EmailTextContent>"
    )


PLACEHOLDERS = {
    "Name": "TODO",
    "ViewAsWebpage": "NO",
    "OrganizationName": "$ACCOUNT.ORGANIZATIONNAME",
    "OrganizationState": "$ACCOUNT.US_STATE",
    "EmailContentFormat": "HTML",
    "StyleSheet": "",
    "Nonsense": "",
}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_the_schema_knows_what_to_write(name: str) -> None:
    assert value_for(element("<Campaign></Campaign>"), name) == PLACEHOLDERS[name]


def test_what_is_required_can_be_written_but_for_times_and_addresses() -> None:
    known = [*children_of("Campaign").values(), *children_of("Schedule").values()]
    without = {f.name for f in known if f.required and not f.placeholder}

    assert without == {"FromEmail", "ReplyToEmail", "ScheduledTime"}


def test_a_switch_whose_text_is_there_is_on() -> None:
    texts = "<SubscribeLinkText>Join</SubscribeLinkText><ForwardEmailLinkText> "
    parent = element(f"<Campaign>{texts}</ForwardEmailLinkText></Campaign>")

    assert value_for(parent, "IncludeSubscribeLink") == "YES"
    assert value_for(parent, "IncludeForwardEmail") == "NO"


def test_which_resource_is_updated_is_not_made_up() -> None:
    entry = (
        f'<entry xmlns="{ATOM}"><title/><author/>'
        '<content type="application/vnd.ctct+xml">'
        '<ContactList xmlns="http://ws.constantcontact.com/ns/1.0/"{}><Name>Rye</Name>'
        "</ContactList></content></entry>"
    )

    def offered(own: str) -> list[str]:
        text = entry.replace("{}", own)
        (found,) = lint(text, operation="update", select=["CTC207"])
        return [fix.title for fix in found.fixes]

    updated = "insert `<updated>2008-07-23T14:21:06.407Z</updated>`"
    assert offered("") == [updated]
    assert offered(' id="http://x/lists/2"') == [
        "insert all 2 elements",
        "insert `<id>http://x/lists/2</id>`",
        updated,
    ]


def test_the_id_of_an_entry_is_that_of_what_it_holds() -> None:
    entry = etree.fromstring(
        f'<entry xmlns="{ATOM}"><content><a/><Campaign id="http://x/&amp;7"/></content>'
        "</entry>"
    )
    (proposal,) = insertion(CONTEXT, entry, "id")

    assert proposal.title == "insert `<id>http://x/&amp;7</id>`"
    entry[0].clear()
    assert value_for(entry, "id") == "data:,none"


def test_an_address_is_one_that_the_campaign_has() -> None:
    reply = f'<ReplyToEmail><Email/><Email id="{SEE}"/></ReplyToEmail>'
    parent = element(f"<Campaign><FromEmail></FromEmail>{reply}</Campaign>")
    own, other = parent
    written = f'<Email id="{SEE}"/>'

    assert known_address(parent) == known_address(own) == SEE
    ((_, whole),) = next(insertion(CONTEXT, parent, "FromEmail")).edits
    assert whole == f"<FromEmail>{written}</FromEmail>"
    ((_, inner),) = next(insertion(CONTEXT, own, "Email")).edits
    assert inner == written
    parent.remove(other)
    assert known_address(own) == ""
    assert list(insertion(CONTEXT, parent, "FromEmail")) == []
    assert list(insertion(CONTEXT, own, "Email")) == []


def test_what_is_no_id_of_an_address_is_not_copied() -> None:
    reply = '<ReplyToEmail><Email id="joe@example.com"/></ReplyToEmail>'
    parent = element(f"<Campaign>{reply}</Campaign>")

    assert known_address(parent) == ""
    assert list(insertion(CONTEXT, parent, "FromEmail")) == []


def test_nothing_is_inserted_where_nobody_can_guess() -> None:
    assert (
        list(insertion(CONTEXT, element("<Schedule></Schedule>"), "ScheduledTime"))
        == []
    )


ONE_ADDRESS = campaign(
    f'<FromEmail><Email id="{SEE}"/></FromEmail>',
    "<ReplyToEmail><Email></Email></ReplyToEmail>",
)


def test_an_email_without_id_gets_the_only_one() -> None:
    after = ONE_ADDRESS.replace("<Email></Email>", f'<Email id="{SEE}"></Email>')

    assert inserted(ONE_ADDRESS, "`Email` lacks the required attribute `id`") == after


def test_an_email_without_any_id_has_no_fix() -> None:
    document = campaign("<FromEmail><Email/></FromEmail>")
    (found,) = [d for d in lint(document) if d.code == "CTC208"]

    assert found.fixes == ()


def test_an_empty_value_is_filled() -> None:
    before = campaign("  <Subject>  </Subject>", "  <FromName/>")
    after = before.replace("<FromName/>", "<FromName>TODO</FromName>")

    assert inserted(before, "`FromName` must not be empty") == after
    filled = before.replace("<Subject>  </Subject>", "<Subject>TODO</Subject>")
    assert inserted(before, "`Subject` must not be empty") == filled


US = "  <OrganizationCountry>us</OrganizationCountry>"
STATE = "  <OrganizationState>$ACCOUNT.US_STATE</OrganizationState>"
ON = "  <IncludeForwardEmail>YES</IncludeForwardEmail>"
FORWARD = "  <ForwardEmailLinkText>Forward email</ForwardEmailLinkText>"
JOIN = "  <IncludeSubscribeLink>YES</IncludeSubscribeLink>"
GUESSED = [
    # the diagnostic, and the lines before and after its first fix
    ("CTC401", [US], [STATE, US]),
    ("CTC401", [US, "  <OrganizationState/>"], [US, STATE]),
    ("CTC404", [ON], [ON, FORWARD]),
    ("CTC404", [ON, "  <ForwardEmailLinkText/>"], [ON, FORWARD]),
    ("CTC404", [JOIN], [JOIN.replace("YES", "NO")]),
    (
        "CTC404",
        [JOIN, "  <SubscribeLinkText/>"],
        [JOIN.replace("YES", "NO"), "  <SubscribeLinkText/>"],
    ),
    ("CTC411", [ON], ["  <ViewAsWebpage>NO</ViewAsWebpage>", ON]),
]


@pytest.mark.parametrize(("code", "lines", "after"), GUESSED)
def test_what_the_campaign_needs_is_guessed(
    code: str, lines: list[str], after: list[str]
) -> None:
    document = campaign(*lines)
    (found,) = [d for d in lint(document) if d.code == code]
    chosen = ChosenFix(found, found.fixes[0])

    assert chosen.fix.applicability is Applicability.UNSAFE
    assert apply_edits(document, edits_of([chosen])) == campaign(*after)


def test_a_switch_without_its_text_may_be_set_to_no() -> None:
    (found,) = [d for d in lint(campaign(ON)) if d.code == "CTC404"]

    assert [f.title for f in found.fixes] == [
        "insert `<ForwardEmailLinkText>Forward email</ForwardEmailLinkText>`",
        "set `IncludeForwardEmail` to `NO`",
    ]


def test_a_province_is_nobodys_guess() -> None:
    (found,) = [d for d in lint(campaign(US.replace("us", "ca"))) if d.code == "CTC401"]

    assert found.fixes == ()


def test_an_author_may_be_empty() -> None:
    before = campaign(US)
    (found,) = [d for d in lint(before) if d.code == "CTC304"]
    (fix,) = found.fixes

    assert fix.title == "insert `<author/>`"
    made = apply_edits(before, edits_of([ChosenFix(found, fix)]))
    assert made == before.replace("<content", "<author/><content")


REMOVED = [
    # An element goes with its line, an attribute with the blanks before it.
    ("  <Font/>", "`Font` is not a known element of `Campaign`", None),
    (
        "  <Name>a</Name> <Font/>",
        "`Font` is not a known element of `Campaign`",
        "  <Name>a</Name> ",
    ),
    (
        "  <Font/> <Name>a</Name>",
        "`Font` is not a known element of `Campaign`",
        "   <Name>a</Name>",
    ),
    ('  <Name  x = "1">a</Name>', "has no attribute `x`", "  <Name>a</Name>"),
    ("  <Name\n x='>' >a</Name>", "has no attribute `x`", "  <Name >a</Name>"),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("line", "message", "left"), REMOVED)
def test_what_is_removed_leaves_no_gap(
    line: str, message: str, left: str | None, line_end: str
) -> None:
    lines = ["  <Subject>a</Subject>", *([] if left is None else [left])]
    before = campaign("  <Subject>a</Subject>", line, line_end=line_end)

    assert decode(before.encode()).text == before
    assert inserted(before, message) == campaign(*lines, line_end=line_end)


def test_an_attribute_of_which_nothing_is_known_is_shown_alone() -> None:
    assert built_in().attribute(None, "Campaign", "lang") == ('lang="…"', "", UNSAFE)


def test_nothing_is_inserted_for_what_is_only_counted() -> None:
    parent = element("<Campaign></Campaign>")
    assert len(list(insertion(CONTEXT, parent, "Subject"))) == 1
    assert list(insertion(CONTEXT._replace(counts=True), parent, "Subject")) == []
