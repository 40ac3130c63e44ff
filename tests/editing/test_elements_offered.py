"""Which elements are offered at a place, in which order, and how they are written."""

from __future__ import annotations

import pytest
from editing.marked import (
    CTCT,
    ORDERS,
    SHELVES,
    campaign,
    cut,
    entry,
    labels,
    order,
    results,
)

from ctct_lint.editing.completion.complete import complete
from ctct_lint.editing.completion.item import Rank
from ctct_lint.editing.hover import hover

REQUIRED = [
    "Name",
    "Subject",
    "FromName",
    "PermissionReminder",
    "IncludeForwardEmail",
    "IncludeSubscribeLink",
    "EmailContentFormat",
    "EmailContent",
    "EmailTextContent",
    "FromEmail",
    "ReplyToEmail",
]
WANTED = [
    "ViewAsWebpage",
    "OrganizationName",
    "OrganizationAddress1",
    "OrganizationCity",
    "OrganizationCountry",
    "OrganizationPostalCode",
]
BOOK = "<book isbn=''><title/><year/><binding/></book>"


def grouped(document: str, operation: str | None = None) -> dict[Rank, list[str]]:
    found: dict[Rank, list[str]] = {}
    for item in complete(*cut(document), CTCT, operation):
        found.setdefault(item.rank, []).append(item.label)
    return found


def shelf(content: str) -> str:
    return f'<shelf xmlns="urn:shelf">{content}</shelf>'


def test_a_campaign_is_offered_what_it_requires_then_what_it_should_have() -> None:
    found = grouped(campaign("<|"))
    assert list(found) == [
        Rank.REQUIRED,
        Rank.WANTED,
        Rank.OPTIONAL,
        Rank.READ_ONLY,
    ]
    assert found[Rank.REQUIRED] == REQUIRED
    assert found[Rank.WANTED] == WANTED
    assert "GreetingName" in found[Rank.OPTIONAL]
    assert "Status" in found[Rank.READ_ONLY]


def test_what_stands_there_already_is_not_offered_again() -> None:
    found = labels(campaign("<Name/><|<Subject>a</Subject><Status/>"))
    assert found[:2] == ["FromName", "PermissionReminder"]
    assert not {"Name", "Subject", "Status"} & set(found)


def test_what_is_required_depends_on_what_the_document_is_for() -> None:
    assert "Name" in grouped(campaign("<|"), "update")[Rank.REQUIRED]
    response = grouped(campaign("<|"), "response")
    assert set(response) == {Rank.OPTIONAL}
    assert {"Name", "Status"} <= set(response[Rank.OPTIONAL])


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (entry("<|"), ["Campaign", "Schedule", "Contact", "ContactList"]),
        (entry("\n |\n"), ["Campaign", "Schedule", "Contact", "ContactList"]),
        ('<entry xmlns="http://www.w3.org/2005/Atom">|', ["id", "title", "updated"]),
        (campaign("<ContactLists>|</ContactLists>"), ["ContactList"]),
        (campaign("<ContactLists><ContactList/><|</ContactLists>"), ["ContactList"]),
    ],
)
def test_what_may_stand_in_an_entry(document: str, expected: list[str]) -> None:
    assert labels(document)[: len(expected)] == expected


def test_a_content_holds_one_payload() -> None:
    assert labels(entry("<Campaign/>|")) == []
    assert labels(entry("<Unknown/>|")) == []


def test_a_response_can_hold_what_is_never_sent() -> None:
    assert "SentEvent" in labels(entry("|"), operation="response")


def test_in_a_feed_it_is_the_other_entries_that_tell_what_it_holds() -> None:
    head = campaign("<Name>a</Name>") * 150
    feed = '<feed xmlns="http://www.w3.org/2005/Atom">'
    assert "Subject" in labels(f"{feed}{head}{campaign('<Sub|')}</feed>")


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ("|", ["number"]),
        ("<number/>|", ["post", "shop"]),
        ("<number/>|<item/>", ["post", "shop"]),
        ("<number/>|<shop/>", []),
        ("<number/><shop/>|", ["item", "book"]),
        ("<number/><shop/><item/><item/>|", ["item", "book", "remark", "stamps"]),
        ("<number/><shop/><item/><book/><item/>|", ["remark", "stamps"]),
        ("<number/><shop/><item/>|<item/><item/>", []),
        ("<number/><shop/><item/><remark/>|", ["remark", "signature", "stamps"]),
        ("<number/><shop/><item/><remark/>|<signature/>", ["remark"]),
        ("<shop/>|", ["item", "book"]),
        ("<strange/>|", ["number"]),
        ("<item/><number/>|", ["item", "book", "remark", "stamps"]),
        ("<item/>|<number/>", ["item", "book", "remark", "stamps"]),
        ("<post>|</post>", ["street", "town", "express"]),
        ("<post><town/>|</post>", ["street", "express"]),
        ("<number/><shop/><item/><remark>a|</remark>", ["em"]),
        ("<number/><shop/><item/><remark><em/> |</remark>", ["em"]),
        ("<number>|</number>", []),
        ("<item>|</item>", []),
    ],
)
def test_an_ordered_content_is_offered_what_may_come_here(
    children: str, expected: list[str]
) -> None:
    assert labels(order(children), ORDERS) == expected


def test_what_cannot_be_left_out_is_required() -> None:
    def required(document: str) -> list[str]:
        items = complete(*cut(document), ORDERS)
        return [item.label for item in items if item.rank is Rank.REQUIRED]

    assert required(order("<number/>|")) == ["post", "shop"]
    assert required(order("<number/><shop/><item/>|")) == []
    assert required(order("<number/>|<item/>")) == ["post", "shop"]
    assert required(order("<number/><shop/>|<remark/>")) == ["item", "book"]


def test_a_wildcard_lets_in_what_the_schema_declares() -> None:
    assert labels('<bag xmlns="urn:orders">|</bag>', ORDERS) == [
        "order",
        "item",
        "book",
        "box",
        "bag",
        "stamps",
    ]
    inside = '<bag xmlns="urn:orders"><order><|</order></bag>'
    assert labels(inside, ORDERS) == ["number"]


@pytest.mark.parametrize(
    "document",
    [
        shelf("<|"),
        shelf("<bo|"),
        shelf("|"),
        shelf("bo|"),
        shelf(f"{BOOK}\n|"),
        shelf(f"|{BOOK}"),
        '<shelf xmlns="urn:shelf"><|',
        '<shelf xmlns="urn:shelf"><bo|',
        f'<shelf xmlns="urn:shelf">{BOOK}<',
        f'<?xml version="1.0"?><shelf xmlns="urn:shelf">{BOOK}<|>',
        "<shelf><|</shelf>",
        shelf(f"<|>{BOOK}"),
        shelf(f"{BOOK}<book><title></book><|"),
        shelf("<!-- one --><|"),
        shelf("<![CDATA[ ]]><|"),
        '<s:shelf xmlns:s="urn:shelf"><|</s:shelf>',
    ],
)
def test_it_is_offered_wherever_the_document_breaks_off(document: str) -> None:
    document = document if "|" in document else f"{document}|"
    assert [name for name in labels(document, SHELVES) if name[:2] != "</"] in (
        ["book"],
        ["s:book"],
    )


@pytest.mark.parametrize(
    "document",
    [
        shelf("<!-- <| -->"),
        shelf("<!-- |"),
        shelf("<? |"),
        shelf("<!|"),
        shelf("|<!-- -->").replace("|", "<?pi |?>"),
        "<shelf xmlns='urn:shelf'|>",
        f"{shelf('')}|",
        f"{shelf('')}<|",
        shelf("<book>a|</book>").replace("book", "strange"),
        shelf("<book><title>|</title></book>"),
        shelf("<book><title><b|</title></book>"),
        shelf("<![CDATA[|]]>"),
        shelf("<|![CDATA[]]>"),
        shelf("</book | >"),
    ],
)
def test_nothing_is_offered_where_nothing_fits(document: str) -> None:
    assert labels(document, SHELVES) == []


def test_an_element_is_written_with_all_that_it_requires() -> None:
    found = results("<|", ORDERS)
    del found["stamps"]
    assert found == {
        "order": """\
<order xmlns="urn:orders" state="${1|new,paid,R&amp;D|}">
  <number>$2</number>
  <post>
    <street>$3</street>
    <town>$4</town>
  </post>
  <item code="$5"/>
</order>""",
        "item": '<item xmlns="urn:orders" code="$1"/>',
        "book": '<book xmlns="urn:orders" code="$1"/>',
        "box": '<box xmlns="urn:orders">\n  <box>$1</box>\n</box>',
        "bag": '<bag xmlns="urn:orders">$1</bag>',
    }


def test_children_in_no_namespace_stand_in_a_prefixed_element() -> None:
    start = '<order xmlns="urn:orders"><number/><shop/><item/><'
    written = results(f"{start}|", ORDERS)["stamps"].removeprefix(start[:-1])
    assert written.startswith('<ns:stamps xmlns:ns="urn:marks">\n  <stamp xmlns="">')
    bag = '<o:bag xmlns:o="urn:orders" xmlns:ns="urn:others">'
    written = results(f"{bag}|", ORDERS)["stamps"].removeprefix(bag)
    first, *others = written.splitlines()
    assert first == '<ns1:stamps xmlns:ns1="urn:marks">'
    assert others[:2] == ["  <stamp>$1</stamp>", "  <stamp>$2</stamp>"]
    # More than a hundred elements nobody wants to have written for them.
    assert others[-2:] == ["  <sheet/>", "</ns1:stamps>"]
    assert len(others) == 101


def test_a_document_of_no_known_vocabulary_has_end_tags_alone() -> None:
    assert labels("<a><b/><|", None) == ["</a>"]
    assert labels("<a><b/>|", None) == ["</a>"]
    assert labels("<a |", None) == []
    assert labels("<a b='|", None) == []
    assert labels("<a b='|'/>", None) == []
    assert hover("<a b='c'>d</a>", 2, None) is None


@pytest.mark.parametrize(
    ("document", "label", "expected"),
    [
        (campaign("<Nam|"), "Name", campaign("<Name>${1:TODO}</Name>")),
        (campaign("Nam|"), "Name", campaign("<Name>${1:TODO}</Name>")),
        (campaign("<|>"), "Name", campaign("<Name>${1:TODO}</Name>")),
        (campaign("<Na|me"), "Name", campaign("<Name>${1:TODO}</Name>")),
        (campaign("<Nam|>a</Nam>"), "Name", campaign("<Name>a</Nam>")),
        (campaign("<Nam|/>"), "Name", campaign("<Name/>")),
        (
            campaign("<Nam|><Nam><Nam/></Nam></Nam>"),
            "Name",
            campaign("<Name><Nam><Nam/></Nam></Nam>"),
        ),
        ("<ent|><id/></ent>", "entry", "<entry><id/></ent>"),
        (
            campaign("<OrganizationCity|"),
            "OrganizationCity",
            campaign("<OrganizationCity>${1:\\$ACCOUNT.CITY}</OrganizationCity>"),
        ),
        (
            campaign("<GreetingName|"),
            "GreetingName",
            campaign(
                "<GreetingName>${1|FirstName,LastName,FirstAndLastName,None|}"
                "</GreetingName>"
            ),
        ),
        (
            campaign("<From|"),
            "FromEmail",
            campaign(
                '<FromEmail>\n  <Email id="${1:http://api.constantcontact.com/ws/'
                'customers/{user-name\\}/settings/emailaddresses/{number\\}}"/>\n'
                "</FromEmail>"
            ),
        ),
        (
            entry("|"),
            "ContactList",
            entry(
                '<ContactList xmlns="http://ws.constantcontact.com/ns/1.0/">\n'
                "  <Name>${1:TODO}</Name>\n</ContactList>"
            ),
        ),
        (entry("|"), "SiteOwner", entry('<SiteOwner xmlns="">$1</SiteOwner>')),
    ],
)
def test_what_is_typed_is_replaced(document: str, label: str, expected: str) -> None:
    assert results(document)[label] == expected


def test_an_only_value_is_written_at_once() -> None:
    start = order("<number/><shop/><item/><remark/>").removesuffix("</order>")
    written = results(f"{start}|", ORDERS)["signature"]
    assert written == f"{start}<signature>${{1:none}}</signature>"


def test_a_content_has_the_type_that_the_service_asks_for() -> None:
    start = '<entry xmlns="http://www.w3.org/2005/Atom">'
    content = '<content type="application/vnd.ctct+xml">$1</content>'
    assert results(f"{start}|")["content"] == start + content


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('<s:shelf xmlns:s="urn:shelf"><|', "s:book"),
        ('<s:shelf xmlns:s="urn:shelf"><s:b|', "s:book"),
        ('<shelf xmlns="urn:shelf" xmlns:s="urn:shelf"><|', "book"),
        ('<shelf xmlns="urn:shelf" xmlns:s="urn:shelf"><s:|', "s:book"),
        ('<s:shelf xmlns="urn:shelf" xmlns:s="urn:shelf"><|', "s:book"),
        ("<shelf><|", "book"),
        ("<c:shelf><c:b|", "c:book"),  # what it stands for is clear
    ],
)
def test_a_name_has_the_prefix_that_stands_for_its_namespace(
    document: str, expected: str
) -> None:
    assert labels(document, SHELVES)[0] == expected


def test_a_prefix_that_is_typed_is_compared_too() -> None:
    (item, *_) = complete(*cut('<c:shelf xmlns:d="urn:shelf"><c:bo|'), SHELVES)
    assert (item.label, item.typed) == ("c:book", "<c:book")


def test_the_plain_text_is_indented_as_its_line_is() -> None:
    (item, *_) = complete(*cut(shelf("  |")), SHELVES)
    assert item.plain("  ") == (
        '<book isbn="">\n    <title></title>\n    <year></year>\n'
        "    <binding></binding>\n  </book>"
    )


@pytest.mark.parametrize(
    ("sign", "document"),
    [
        ("<", campaign("<|")),
        ("<", campaign("<EmailContent><![CDATA[<|]]></EmailContent>")),
        ("/", campaign("<Name></|")),
        (":", '<s:entry xmlns:s="http://www.w3.org/2005/Atom"><s:|'),
        (" ", campaign("").replace("<Campaign ", "<Campaign | ")),
        ('"', '<entry xmlns="|"'),
        ("'", "<entry xmlns='|'"),
    ],
)
def test_a_sign_that_begins_something_opens_the_list(sign: str, document: str) -> None:
    assert complete(*cut(document), CTCT, trigger=sign)


@pytest.mark.parametrize(
    ("sign", "document"),
    [
        (" ", campaign("<Name/> |")),
        (" ", campaign("<EmailContent>a |</EmailContent>")),
        ('"', campaign('<GreetingName>"|</GreetingName>')),
        ("/", campaign("<Name/|")),
        (":", campaign("<GreetingName>a:|</GreetingName>")),
        ("<", campaign("<!-- <| -->")),
        ("?", campaign("<|")),
    ],
)
def test_the_same_sign_elsewhere_does_not(sign: str, document: str) -> None:
    assert complete(*cut(document), CTCT, trigger=sign) == []
