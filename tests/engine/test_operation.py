"""What a document is for, as far as it tells itself."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.purpose import operation_of

API = "http://api.constantcontact.com/ws/customers/joe/campaigns"
ONE, OTHER = f"{API}/1100546096289", f"{API}/1100546096290"
MEMBER = "http://api.constantcontact.com/ws/customers/joe/contacts/1806"
SYSTEM = "http://api.constantcontact.com/ws/customers/joe/lists/active"
CREATE, UPDATE, RESPONSE = Operation.CREATE, Operation.UPDATE, Operation.RESPONSE


def entry(id_: str, own: str, content: str = "", kind: str = "Campaign") -> str:
    return (
        f'<entry xmlns="{ATOM}"><id>{id_}</id><content>'
        f'<{kind} xmlns="{CTCT}" id="{own}">{content}</{kind}></content></entry>'
    )


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("<feed/>", RESPONSE),
        (f'<feed xmlns="{ATOM}"/>', RESPONSE),
        ("<service/>", RESPONSE),
        ("<entry/>", CREATE),
        ("<entry><content/></entry>", CREATE),
        ("<entry><content><Campaign/></content></entry>", CREATE),
        (entry("data:,", "data:,"), CREATE),
        (entry(API, ONE), CREATE),  # the first official sample of a create
        (entry(ONE, OTHER), CREATE),
        (entry(ONE, f"{API}/0000000000000"), CREATE),
        (entry(f"{API}/0", f"{API}/0"), CREATE),
        (entry(ONE, ""), CREATE),
        (entry("", ONE), CREATE),
        (entry(ONE, ONE), UPDATE),
        (entry(f"\n  {ONE}\n", ONE.replace("http:", "https:")), UPDATE),
        (entry(ONE, ONE, "<Status>Draft</Status><Sent>0</Sent>"), UPDATE),
        (entry(ONE, ONE, "<Sent>0</Sent>"), UPDATE),
        (entry(ONE, ONE, "<Status>Sent</Status>"), UPDATE),
        (entry(ONE, ONE, "<Status>Sent</Status><Sent>3</Sent>"), RESPONSE),
        (entry(ONE, ONE, "<Status/><Sent>3</Sent>"), UPDATE),
        ("<entry><content><Activity id='x'/></content></entry>", RESPONSE),
        ("<entry><content><Activity/></content></entry>", CREATE),
        (entry(ONE, "", kind="Event"), RESPONSE),
        ("<entry><content><Folder id='x'/></content></entry>", RESPONSE),
        ("<entry><content><Folder/></content></entry>", CREATE),
        ("<entry><content><AttendanceStatus/></content></entry>", UPDATE),
        (entry(SYSTEM, SYSTEM, kind="ContactList"), UPDATE),
        ("<entry><content><Contact/></content></entry>", CREATE),
        (entry("data:,none", "", kind="Contact"), CREATE),
        (entry(MEMBER, MEMBER, kind="Contact"), UPDATE),
        (entry(MEMBER, MEMBER, "<Status>Active</Status>", kind="Contact"), UPDATE),
        (entry(f"{ONE}/schedules/1", "data:,", kind="Schedule"), CREATE),
    ],
)
def test_operation_that_a_document_tells(text: str, operation: Operation) -> None:
    assert operation_of(etree.fromstring(text)) is operation


def test_nothing_that_could_be_read_is_a_create() -> None:
    assert operation_of(None) is CREATE


def test_what_a_document_tells_decides_unless_an_operation_is_given() -> None:
    text = entry(ONE, ONE, "<Status>Sent</Status>")

    assert "CTC423" in {d.code for d in lint(text)}
    assert "CTC406" in {d.code for d in lint(text, operation="create")}


@pytest.mark.parametrize(
    ("operation", "what"), [("create", "a create"), ("update", "an update")]
)
def test_feed_that_is_to_be_sent_is_one_error(operation: str, what: str) -> None:
    text = f'<feed xmlns="{ATOM}"><entry><id>x</id></entry></feed>'
    (found,) = lint(text, operation=operation)

    assert found.message == f"a `feed` cannot be sent: {what} takes one `entry`"
    assert text[found.range.start.offset : found.range.end.offset] == "feed"
    assert lint(text, operation="response") == []


def campaign_in(where: str) -> str:
    payload = f'<Campaign xmlns="{CTCT}"><Name>Tulips</Name></Campaign>'
    return (
        f'<entry xmlns="{ATOM}"><id>data:,</id><title/><author/>'
        f"<updated>2011-03-14</updated>{where.format(payload)}</entry>"
    )


@pytest.mark.parametrize(
    ("where", "message", "help_"),
    [
        (
            "{}",
            "`Campaign` must stand in `content`, not directly in `entry`",
            'wrap it in `<content type="application/vnd.ctct+xml">`',
        ),
        (
            '<content type="application/vnd.ctct+xml"/>{}',
            "`Campaign` does not belong in `entry`",
            'move it into `<content type="application/vnd.ctct+xml">`',
        ),
    ],
)
def test_payload_beside_its_content_is_told_once(
    where: str, message: str, help_: str
) -> None:
    (found,) = lint(campaign_in(where), operation="create")

    assert found.message == message
    assert found.help == (help_,)


def test_content_that_is_nowhere_is_missing() -> None:
    (found,) = lint(campaign_in(""), operation="create")

    assert found.message == "`entry` lacks the required element `content`"


@pytest.mark.parametrize("declaration", ["", f'xmlns="{ATOM}" '])
def test_link_that_stands_in_a_campaign_is_to_go(declaration: str) -> None:
    text = entry("data:,", "data:,", f'<link {declaration}href="x"/>')
    (found,) = lint(text, operation="create", select=["CTC206", "CTC213"])

    assert found.help == ("take it away: what is sent needs no links",)
