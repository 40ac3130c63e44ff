"""Which end tags, attributes and values are offered at a place."""

from __future__ import annotations

import pytest
from editing.marked import CTCT, ORDERS, campaign, cut, entry, labels, order, results

from ctct_lint.editing.completion.complete import complete
from ctct_lint.profiles.xsd import XsdProfile

START = '<entry xmlns="http://www.w3.org/2005/Atom"><content'
REST = f"{START} ><Campaign/></content></entry>".removeprefix(START + " ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<Name>a</|", "<Name>a</Name>"),
        ("<Name>a</Na|", "<Name>a</Name>"),
        ("<Name>a</|Na", "<Name>a</Name>"),
        ("<Name>a</Na|>", "<Name>a</Name>"),
        ("<Name>a</Na|em >", "<Name>a</Name >"),
        ("<Name>a</|>", "<Name>a</Name>"),
        ("<Name>a</|</Name>", "<Name>a</Name></Name>"),
        ("<Name>a</|\n<Subject>b</Subject>", "<Name>a</Name>\n<Subject>b</Subject>"),
        ("<Name>a|", "<Name>a</Name>"),
        ("<Name>a<|", "<Name>a</Name>"),
        ("<ContactLists>\n|", "<ContactLists>\n</ContactLists>"),
        ("<ContactLists>\n<|", "<ContactLists>\n</ContactLists>"),
        ("<c:Name xmlns:c='urn:c'></|", "<c:Name xmlns:c='urn:c'></c:Name>"),
    ],
)
def test_the_end_tag_of_what_is_open(before: str, after: str) -> None:
    found = results(campaign(before))
    (label,) = (name for name in found if name.startswith("</"))
    assert found[label] == campaign(after)


@pytest.mark.parametrize(
    "document",
    [
        campaign("<Name>a|</Name>"),
        campaign("<Name>a<|</Name>"),
        campaign("<Na|me>a"),
        campaign("|"),
        "</|",
        "|",
        f"{campaign('')}</|",
        campaign("a </ b|"),
        campaign("<|/Name>"),
    ],
)
def test_no_end_tag_where_nothing_lacks_one(document: str) -> None:
    assert [name for name in labels(document) if name.startswith("</")] == []


def test_required_attributes_come_first() -> None:
    items = complete(*cut(order("<item |/>")), ORDERS)
    assert [(item.label, item.detail) for item in items] == [
        ("code", "required"),
        ("unit", ""),
    ]


@pytest.mark.parametrize(
    ("written", "label", "expected"),
    [
        ("<item |/>", "code", '<item code="$1"/>'),
        ("<item co|/>", "code", '<item code="$1"/>'),
        ("<item c|o/>", "code", '<item code="$1"/>'),
        ('<item co|="a"/>', "code", '<item code="a"/>'),
        ("<item |", "code", '<item code="$1"'),
        ("<item co|", "code", '<item code="$1"'),
        ("<item \n  |\n", "code", '<item \n  code="$1"\n'),
        (
            '<item code="a" |',
            "unit",
            '<item code="a" unit="${1|true,false,new,paid,R&amp;D|}"',
        ),
        ("<remark |", "kind", '<remark kind="private"'),
    ],
)
def test_an_attribute_is_written_with_a_place_for_its_value(
    written: str, label: str, expected: str
) -> None:
    assert results(order(f"<number/>{written}"), ORDERS)[label] == order(
        f"<number/>{expected}"
    )


def test_an_attribute_that_stands_there_is_not_offered_again() -> None:
    assert labels(order('<item code="" |/>'), ORDERS) == ["unit"]
    assert labels(order('<item |code="" unit=""/>'), ORDERS) == ["code"]
    assert labels(order('<item code="" unit="" |/>'), ORDERS) == []
    assert labels(order("<strange |/>"), ORDERS) == []
    assert labels(order("<number |/>"), ORDERS) == []
    assert labels(order('<item code=""|'), ORDERS) == []
    assert labels(order('<item code |=""/>'), ORDERS) == []


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<entry |>", ["xmlns"]),
        ("<entry xm|>", ["xmlns"]),
        ("<entry xm|=''>", ["xmlns"]),
        ("<a:entry |>", ["xmlns:a"]),
        ('<entry xmlns="http://www.w3.org/2005/Atom" |>', []),
        (entry("<Campaign |>"), ["xmlns", "id"]),
        (entry("<Campaign |></Campaign>"), ["xmlns", "id"]),
        (entry("<Campaign |"), ["xmlns", "id"]),
        (f"{START} |>{REST}", ["type"]),
    ],
)
def test_a_namespace_that_lacks(document: str, expected: list[str]) -> None:
    assert labels(document) == expected


def test_an_attribute_of_a_namespace_needs_its_prefix() -> None:
    assert labels(order("<item |/>"), ORDERS) == ["code", "unit"]
    marked = "<item xmlns:m='urn:marks' {}/>"
    found = results(order(marked.format("|")), ORDERS)
    written = 'm:mark="${1|true,false|}"'
    assert found["m:mark"] == order(marked.format(written))
    assert labels(order(marked.format('m:mark="|"')), ORDERS) == ["true", "false"]


def test_a_namespace_is_written_as_a_whole() -> None:
    atom = "http://www.w3.org/2005/Atom"
    assert results("<entry |>") == {"xmlns": f'<entry xmlns="{atom}">'}
    assert results("<entry x|='a'>") == {"xmlns": "<entry xmlns='a'>"}
    assert results('<entry xmlns="|">') == {atom: f'<entry xmlns="{atom}">'}


STATES = ["new", "paid", "R&D"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('<order xmlns="urn:orders" state="|">', STATES),
        ('<order xmlns="urn:orders" state="ne|w">', STATES),
        ('<order xmlns="urn:orders" state="|', STATES),
        ("<order xmlns='urn:orders' state='|", STATES),
        ('<order xmlns="urn:orders" state="ne|', STATES),
        ('<order xmlns="urn:orders" state="|\n  <item/>', STATES),
        ('<order xmlns="urn:orders" state="| gift="true">', STATES),
        ('<order xmlns="urn:orders" state=|>', STATES),
        ('<order xmlns="urn:orders" state=|\n<item/>', STATES),
        ('<order xmlns="urn:orders" state=ne|w gift="true">', STATES),
        ('<order xmlns="urn:orders" gift="|"/>', ["true", "false"]),
        (order('<item unit="|"/>'), ["true", "false", *STATES]),
        (order('<item code="|"/>'), []),
        (order('<item unit="a\n|b"/>'), []),
        (order('<item strange="|"/>'), []),
        (order('<number strange="|"/>'), []),
        (order('<strange code="|"/>'), []),
        (order("<number/><post><express>|</express></post>"), ["true", "false"]),
        (order("<number/><post><express>t|rue</express></post>"), ["true", "false"]),
        (order("<number>|</number>"), []),
    ],
)
def test_the_values_of_a_schema(document: str, expected: list[str]) -> None:
    assert labels(document, ORDERS) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<order state="|"', '<order state="R&amp;D"'),
        ('<order state="ne|w"', '<order state="R&amp;D"'),
        ("<order state=|", '<order state="R&amp;D"'),
        ("<order state=n|ew>", '<order state="R&amp;D">'),
        ('<order state="n|  gift="">', '<order state="R&amp;D  gift="">'),
    ],
)
def test_a_value_is_replaced_as_a_whole(written: str, expected: str) -> None:
    assert results(written, ORDERS)["R&D"] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "<GreetingName>|</GreetingName>",
            ["FirstName", "LastName", "FirstAndLastName", "None"],
        ),
        ("<PermissionReminder>N|O</PermissionReminder>", ["YES", "NO"]),
        ("<EmailContentFormat>|</EmailContentFormat>", ["HTML", "XHTML"]),
        ("<OrganizationCity>|</OrganizationCity>", ["$ACCOUNT.CITY"]),
        ("<OrganizationCity>$AC|</OrganizationCity>", ["$ACCOUNT.CITY"]),
        ("<Date>|</Date>", []),
        ("<Name>|</Name>", []),
    ],
)
def test_the_values_of_a_campaign(fields: str, expected: list[str]) -> None:
    assert sorted(labels(campaign(fields))) == sorted(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<GreetingName>|</GreetingName>", "<GreetingName>None</GreetingName>"),
        ("<GreetingName>Fi|rst</GreetingName>", "<GreetingName>None</GreetingName>"),
        (
            "<GreetingName>\n  Fi|rst \n</GreetingName>",
            "<GreetingName>\n  None \n</GreetingName>",
        ),
        ("<GreetingName>Fi|", "<GreetingName>None"),
    ],
)
def test_a_text_is_replaced_on_its_line(written: str, expected: str) -> None:
    found = results(f"<Campaign>{written}</Campaign>")
    assert found["None"] == f"<Campaign>{expected}</Campaign>"


def test_the_type_of_a_content_is_known() -> None:
    written = f'{START} type="|"></content></entry>'
    assert labels(written) == ["application/vnd.ctct+xml"]


def test_a_cdata_section_has_values_too() -> None:
    text = campaign("<GreetingName><![CDATA[|]]></GreetingName>")
    assert "FirstName" in labels(text)


MAIL = ["OpenTracking", "Greeting", "CustomBlock", "CopyRight", "SimpleURLProperty"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("&lt;p&gt;|", "&lt;p&gt;&lt;OpenTracking/&gt;"),
        ("&lt;p&gt;Op|", "&lt;p&gt;&lt;OpenTracking/&gt;"),
        ("&lt;Op|", "&lt;OpenTracking/&gt;"),
        ("&lt|", "&lt;OpenTracking/&gt;"),
        ("&|", "&lt;OpenTracking/&gt;"),
        ("<Op|", "&lt;OpenTracking/&gt;"),
        ("<![CDATA[<p>|</p>]]>", "<![CDATA[<p><OpenTracking/></p>]]>"),
        ("<![CDATA[<p><Op|</p>]]>", "<![CDATA[<p><OpenTracking/></p>]]>"),
        ("<![CDATA[<p><Op|", "<![CDATA[<p><OpenTracking/>"),
    ],
)
def test_a_mail_is_offered_the_tags_of_the_service(typed: str, expected: str) -> None:
    text = campaign(f"<EmailContent>{typed}")
    items = [i for i in complete(*cut(text), CTCT) if i.kind.name == "TAG"]
    assert [name for name in MAIL for i in items if i.label.startswith(f"<{name}")] == (
        MAIL
    )
    changed = results(text)[items[0].label]
    assert changed == campaign(f"<EmailContent>{expected}")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("EmailTextContent", "&lt;Text&gt;$1&lt;/Text&gt;"),
        ("PermissionReminderText", "&lt;ConfirmOptin&gt;$1&lt;/ConfirmOptin&gt;"),
    ],
)
def test_other_texts_have_tags_of_their_own(field: str, expected: str) -> None:
    text = campaign(f"<{field}>|</{field}>")
    (first, *_) = complete(*cut(text), CTCT)
    assert first.snippet == expected


def test_a_vocabulary_without_a_service_has_no_tags() -> None:
    assert XsdProfile("orders", "").own_tags("number") == ()


DRAFTS = [
    "attendance (update)",
    "campaign (create)",
    "campaign (update)",
    "contact (create)",
    "contact (update)",
    "folder (create)",
    "list (create)",
    "list (update)",
    "schedule (create)",
    "entry",
    "feed",
]


@pytest.mark.parametrize(
    "text", ["|", " \n|\n", "<|", "<Gre|", "<c:Gre|", "cam|", "<!-- a -->|"]
)
def test_an_empty_file_is_offered_documents(text: str) -> None:
    assert labels(text) == labels(text, None) == DRAFTS


def test_a_document_is_put_in_the_place_of_what_is_typed() -> None:
    draft = CTCT.starter("list", "create").rstrip("\n").replace("}", "\\}")
    for typed in ("|", "<|", "<li|", "li|"):
        assert results(typed)["list (create)"] == draft
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    assert draft.startswith(declaration)
    assert results(f"{declaration}<|")["list (create)"] == draft
    items = {item.label: item for item in complete("<li", 3, CTCT)}
    assert items["list (create)"].typed == "<list entry"
