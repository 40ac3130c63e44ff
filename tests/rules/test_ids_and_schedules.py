"""What the rules say of ids, links and schedules, case by case."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from linting import lint_text
from said import messages

from ctct_lint import Severity, lint
from ctct_lint.config import Settings
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.ids import resource_path, user_of
from ctct_lint.readings.iso_dates import in_utc, moment, zone_of
from ctct_lint.rules.context import Context
from ctct_lint.xml.edits import apply_edits

HOST = "http://api.constantcontact.com"
PATH = "/ws/customers/joe"
API = HOST + PATH
LIST = f"{API}/lists/1"


def document(
    content: str, entry: str = "", kind: str = "Campaign", own: str = ""
) -> str:
    return (
        f'<entry xmlns="{ATOM}">{entry}<content type="application/vnd.ctct+xml">'
        f'<{kind} xmlns="{CTCT}"{own}>{content}</{kind}></content></entry>'
    )


def told(text: str, select: str, operation: str = "create") -> list[str]:
    return messages(lint(text, operation=operation, select=[select]))


def lists(*ids: str) -> str:
    children = "".join(f'<ContactList id="{i}"/>' for i in ids)
    return document(f"<ContactLists>{children}</ContactLists>")


# --------------------------------------------------------------------------------- ids


@pytest.mark.parametrize(
    ("uri", "resource"),
    [
        (f"{API}/campaigns/1100546096289", "campaigns/1100546096289"),
        (f"{PATH}/campaigns/12/schedules/1", "campaigns/12"),
        (f"{API}/lists/7", "lists/7"),
        (f"{API}/contacts/7", "contacts/7"),
        (f"{API}/campaigns", ""),
        (f"{API}/campaigns/", ""),
        (f"{API}/campaigns/0", ""),
        (f"{API}/campaigns/0000000000000", ""),
        (f"{API}/campaigns/12a", ""),
        (f"{API}/lists/active", "lists/active"),
        ("data:,none", ""),
        ("", ""),
    ],
)
def test_resource_that_a_uri_names(uri: str, resource: str) -> None:
    assert resource_path(uri) == resource


def test_user_that_a_uri_names() -> None:
    assert user_of(LIST) == "joe"
    assert user_of("data:,") == ""
    # A URI that was broken at the end of a line.
    assert user_of(LIST.replace("customers/", "customers/ ")) == ""


def test_https_in_ids() -> None:
    text = lists(LIST, LIST.replace("http:", "https:"))
    (found,) = lint(text, operation="create", select=["CTC307"])

    assert found.message == "the id of `ContactList` is written with https"
    (edit,) = found.fixes[0].edits
    assert edit.new_text == LIST
    assert told(text, "CTC307", "response") == []
    assert told(lists("https://example.com/lists/1"), "CTC307") == []


def test_capital_letters_in_the_name_of_the_user_are_told_once() -> None:
    text = lists(LIST, LIST.replace("joe", "Joe").replace("lists/1", "lists/2"))
    (found,) = lint(text, operation="create", select=["CTC3"], ignore=["CTC304"])

    message = "the user name `Joe` of this id has capital letters"
    assert found.message == message
    assert found.fixes[0].edits[0].new_text == f"{API}/lists/2"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (f"{API}/lists", "this id names the collection `lists`"),
        (f"{API}/lists/", "this id names the collection `lists`"),
        (f"{LIST} {API}/lists/2", "the id of a `ContactList` holds several URIs"),
        (f"{LIST},{API}/lists/2", "the id of a `ContactList` holds several URIs"),
        (f"{PATH}/lists/1", f"`{PATH}/lists/1` is not the URI of a `ContactList`"),
        ("1", "`1` is not the URI of a `ContactList`"),
        ("", "the id of a `ContactList` must not be empty"),
    ],
)
def test_ids_that_name_no_list(value: str, message: str) -> None:
    (found,) = lint(lists(value), operation="create", select=["CTC407"])

    assert found.message.startswith(message)
    assert found.severity is Severity.ERROR
    assert found.help == (f"expected `{HOST}/ws/customers/{{user}}/lists/{{n}}`",)


@pytest.mark.parametrize("name", ["ID", "Id", "ids"])
def test_id_under_a_misspelt_name_is_judged_as_well(name: str) -> None:
    text = lists("7").replace("id=", f"{name}=")
    (found,) = lint(text, operation="create", select=["CTC407"])

    assert found.message == "`7` is not the URI of a `ContactList`"
    assert text[found.range.start.offset : found.range.end.offset] == "7"
    assert told(text.replace('"7"', f'"{LIST}"'), "CTC407") == []
    assert told(text.replace(f"{name}=", "href="), "CTC407") == []


@pytest.mark.parametrize(
    ("name", "what"), [("ContactList", "a `ContactList`"), ("Email", "an `Email`")]
)
def test_id_of_what_stands_without_its_wrapper_is_judged(name: str, what: str) -> None:
    text = document(f'<{name} id="7"/><Name>Tulips</Name><{name} id="8"/>')

    assert told(text, "CTC407") == [f"`{n}` is not the URI of {what}" for n in (7, 8)]


def test_list_on_another_host_is_a_warning() -> None:
    value = "http://www.constantcontact.com/ws/customers/joe/lists/1"
    (found,) = lint(lists(value), operation="create", select=["CTC407"])

    assert found.severity is Severity.WARNING
    assert found.message == "`www.constantcontact.com` is not the host of the service"


@pytest.mark.parametrize("word", ["7", "0012", "active", "do-not-mail", "removed"])
def test_list_is_known_by_its_number_or_the_words_of_the_service(word: str) -> None:
    assert told(lists(f"{API}/lists/{word}"), "CTC407") == []


@pytest.mark.parametrize(
    "word", ["Newsletter", "12a", "-1", "1?x=1", "Active", "\u0663"]
)
def test_list_without_a_number_is_a_warning(word: str) -> None:
    (found,) = lint(lists(f"{API}/lists/{word}"), operation="create", select=["CTC407"])

    assert found.severity is Severity.WARNING
    assert found.message == f"`{word}` is not the number of a `ContactList`"
    assert found.help == (f"expected `{HOST}/ws/customers/{{user}}/lists/{{n}}`",)


@pytest.mark.parametrize("word", ["joe@example.com", "joe%40example.com", "active"])
def test_address_is_known_by_its_number(word: str) -> None:
    path = f"{API}/settings/emailaddresses"
    text = document(f'<FromEmail><Email id="{path}/{word}"/></FromEmail>')
    (found,) = lint(text, operation="create", select=["CTC407"])

    assert found.severity is Severity.ERROR
    assert found.message == f"`{word}` is not the number of an `Email`"
    assert told(text.replace(word, "1"), "CTC407") == []


def test_path_alone_is_made_a_uri() -> None:
    (found,) = lint(lists(f"{PATH}/lists/1"), operation="create", select=["CTC407"])

    assert [e.new_text for f in found.fixes for e in f.edits] == [LIST]


@pytest.mark.parametrize(
    ("ids", "count"),
    [
        ((LIST,), 0),
        ((LIST, f"{API}/lists/2"), 0),
        ((LIST, LIST), 1),
        ((LIST, LIST, LIST), 2),
        ((LIST, LIST.replace("http:", "https:")), 1),
        ((LIST, LIST.replace("joe", "Joe")), 1),
        ((LIST, f" {LIST}"), 1),
        (("1", "1"), 0),
        ((), 0),
    ],
)
def test_lists_that_stand_twice(ids: tuple[str, ...], count: int) -> None:
    assert (
        told(lists(*ids), "CTC416") == ["this contact list stands here twice"] * count
    )


def test_campaign_without_lists_has_none_twice() -> None:
    assert told(document(""), "CTC416") == []


# ----------------------------------------------------------------------------- updates


@pytest.mark.parametrize(
    ("uri", "what"),
    [
        ("data:,none", "a stand-in"),
        ("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "a stand-in"),
        (f"{API}/campaigns", "a collection"),
        (f"{API}/lists/0", "a collection"),
        (f"{API}/campaigns/12", None),
        ("http://example.com/12", None),
        ("urn:uuid: 1225", None),
        ("", None),
    ],
)
def test_id_of_an_update(uri: str, what: str | None) -> None:
    text = document("", f"<id>{uri}</id>")

    found = told(text, "CTC309", "update")
    assert len(found) == (what is not None)
    assert all(f"is {what}, an update needs" in m for m in found)
    assert told(text, "CTC309") == []


@pytest.mark.parametrize(
    ("own", "count"),
    [
        (f"{API}/campaigns/12", 0),
        (f"{API.replace('http:', 'https:')}/campaigns/12", 0),
        (f"{API}/campaigns/13", 1),
        (f"{API}/campaigns", 0),
        ("data:,", 0),
    ],
)
def test_ids_of_one_update(own: str, count: int) -> None:
    text = document("", f"<id>{API}/campaigns/12</id>", own=f' id="{own}"')

    assert len(told(text, "CTC310", "update")) == count
    assert told(text, "CTC310", "create") == []


@pytest.mark.parametrize(
    ("href", "rel", "count"),
    [
        (f"{PATH}/campaigns/12", "edit", 0),
        (f"{PATH}/campaigns", "edit", 0),
        (f"{PATH}/campaigns/13", "edit", 1),
        (f"{PATH}/campaigns/13", "self", 0),
        (f"{PATH}/lists/12", "edit", 1),
    ],
)
def test_edit_link_of_an_update(href: str, rel: str, count: int) -> None:
    link = f'<link href="{href}" rel="{rel}"/><link rel="edit"/>'
    text = document("", f"<id>{API}/campaigns/12</id>{link}")

    assert len(told(text, "CTC311", "update")) == count


def test_edit_link_beside_a_stand_in_is_not_compared() -> None:
    link = f'<id>data:,</id><link href="{PATH}/campaigns/13" rel="edit"/>'

    assert told(document("", link), "CTC311", "update") == []


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("text/plain", "text"),
        ("Text/HTML ", "html"),
        ("markdown", "text"),
    ],
)
def test_types_that_atom_does_not_know(kind: str, meant: str) -> None:
    text = document("", f'<title type="{kind}"/><summary type="xhtml"/>')
    (found,) = lint(text, operation="create", select=["CTC312"])

    assert found.message == f"`{kind}` is not a type of `title`"
    assert found.fixes[0].edits[0].new_text == meant


def test_type_that_is_empty() -> None:
    (found,) = lint(document("", '<title type=""/>'), select=["CTC312"])

    assert found.message == "the `type` of `title` is empty"
    assert found.fixes[0].edits[0].new_text == "text"


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ("\u00a0", "the URI of a `ContactList` must not hold the character U+00A0"),
        ("&#10;2", "the URI of a `ContactList` must not hold a line break"),
        ("/x", "`lists/1/x` at the end of the URI is not `lists/{n}`"),
    ],
)
def test_what_nobody_sees_in_the_uri_of_a_list_is_told(end: str, message: str) -> None:
    text = lists(f"http://api.constantcontact.com{PATH}/lists/1{end}")
    (found,) = lint(text, operation="create", select=["CTC407"])

    assert found.message == message
    assert bool(found.fixes) == (end == "\u00a0")


def test_placeholder_alone_as_an_id_is_told_once() -> None:
    text = document("").replace("<content", "<id>{id}</id><content", 1)
    found = lint(text, operation="create", select=["CTC301", "CTC431"])

    assert [d.code for d in found] == ["CTC301"]
    assert found[0].notes == ("the placeholder `{id}` was not filled in",)


# --------------------------------------------------------------------------- schedules


def schedule(time: str, entry: str = "", own: str = "") -> str:
    text = f"<ScheduledTime>{time}</ScheduledTime>"
    return document(text, entry, "Schedule", own and f' id="{own}"')


@pytest.mark.parametrize(
    ("time", "zone", "utc"),
    [
        ("2010-11-13T20:03:35Z", "Z", "2010-11-13T20:03:35Z"),
        ("2010-11-13T20:03:35", "", "2010-11-13T20:03:35Z"),
        ("2010-11-13T20:03:35.250-05:30", "-05:30", "2010-11-14T01:33:35.250Z"),
        ("2010-01-01T00:30:00+01:00", "+01:00", "2009-12-31T23:30:00Z"),
        ("9999-12-31T23:59:59-01:00", "-01:00", None),
        ("2010-11-31T20:03:35Z", "Z", None),
        # A day may end at 24:00:00, as in XSD, and nothing of it is behind that.
        ("2010-12-31T24:00:00Z", "Z", "2011-01-01T00:00:00Z"),
        ("2010-12-31T24:00:00.0+01:00", "+01:00", "2010-12-31T23:00:00.0Z"),
        ("2010-12-31T24:00:00.5Z", "Z", None),
        ("2010-12-31T24:00:01Z", "Z", None),
        ("2010-02-30T24:00:00Z", "Z", None),
        ("9999-12-31T24:00:00Z", "Z", None),
        ("soon", "", None),
    ],
)
def test_moment_that_a_time_names(time: str, zone: str, utc: str | None) -> None:
    when = moment(time)

    assert zone_of(time) == zone
    assert (None if when is None else in_utc(time, when)) == utc


@pytest.mark.parametrize(
    ("time", "codes"),
    [
        ("2999-11-13T20:03:35.000Z", set()),
        ("2999-11-13T20:03:35+00:00", set()),
        ("2999-11-13T20:03:35", {"CTC601"}),
        ("2999-11-13T20:03:35+02:00", {"CTC602"}),
        ("2010-11-13T20:03:35Z", {"CTC603"}),
        ("2010-11-13T20:03:35", {"CTC601", "CTC603"}),
        ("9999-12-31T23:59:59-01:00", set()),
        ("tomorrow", set()),
        ("", set()),
    ],
)
def test_times_of_schedules(time: str, codes: set[str]) -> None:
    text = schedule(time)

    assert {d.code for d in lint(text, operation="create", select=["CTC6"])} == codes
    assert lint(text, operation="response", select=["CTC6"]) == []


def test_clock_of_a_run_can_be_set() -> None:
    text = schedule("2010-11-13T20:03:35Z")
    zone = timezone(timedelta(hours=2))
    times = {
        None: 1,
        datetime.min: 0,  # noqa: DTZ901
        datetime(2010, 11, 13, 20, 3, 35): 0,  # noqa: DTZ001 - UTC is promised
        datetime(2010, 11, 13, 20, 3, 36): 1,  # noqa: DTZ001
        datetime(2010, 11, 13, 22, 3, 35, tzinfo=zone): 0,
        datetime(2010, 11, 13, 22, 3, 36, tzinfo=zone): 1,
    }
    for time, count in times.items():
        settings = Settings(Operation.CREATE, select=("CTC603",), now=time)
        assert len(lint_text(text, settings).diagnostics) == count


def test_clock_is_the_computer_s_if_none_is_set() -> None:
    now = Context().now

    assert abs(datetime.now(timezone.utc) - now) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (f"{API}/campaigns/12/schedules/1", []),
        (f"{PATH}/campaigns/12/schedules/1", []),
        ("", []),
        ("data:,", []),
        (f"{API}/campaigns/13/schedules/1", ["campaigns/13"]),
    ],
)
def test_campaign_of_a_schedule(own: str, found: list[str]) -> None:
    entry = (
        f'<link rel="self" href="{PATH}/campaigns/99"/><link rel="edit"/>'
        f'<link rel="edit" href="{PATH}/campaigns/12/schedules"/>'
    )
    for id_ in ("", f"<id>{API}/campaigns/12</id>"):
        text = schedule("2999-01-01T00:00:00Z", id_ + entry, own)
        message = "the schedule is of `campaigns/12`, this names "
        assert told(text, "CTC604") == [f"{message}`{other}`" for other in found]


@pytest.mark.parametrize(
    ("own", "count"),
    [
        (f"{API}/campaigns/12/schedules/1", 0),
        (f"{API}/campaigns/12", 0),
        ("data:,", 0),
        (f"{API}/campaigns/12/schedules/2", 1),
        (f"{API}/campaigns/12/schedules", 1),
        (f"{API}/campaigns/12/schedules/", 1),
    ],
)
def test_number_of_a_schedule(own: str, count: int) -> None:
    text = schedule("2999-01-01T00:00:00Z", own=own)
    found = lint(text, operation="create", select=["CTC605"])

    assert len(found) == count
    assert {d.severity for d in found} <= {Severity.INFORMATION}


@pytest.mark.parametrize("mask", ["XXXX", "Xx-XX", "X***X"])
def test_name_that_was_masked_has_no_capital_letters(mask: str) -> None:
    own = f"{API}/campaigns/12/schedules/1".replace("joe", mask)
    text = schedule("2999-01-01T00:00:00Z", own=own)

    assert lint(text, operation="create", select=["CTC308"]) == []


def test_rules_on_ids_are_for_schedules_too() -> None:
    own = f"{API}/campaigns/12/schedules/1".replace("joe", "Joe").replace("p:", "ps:")
    found = lint(schedule("2999-01-01T00:00:00Z", own=own), operation="create")

    assert {"CTC307", "CTC308"} <= {d.code for d in found}


@pytest.mark.parametrize(
    ("author", "found", "fixes"),
    [
        ("<author/>", 1, ["insert an empty `name`"]),
        ("<author></author>", 1, ["insert an empty `name`"]),
        ("<author>joe</author>", 0, []),  # said of the text
        ("<author><email>joe@example.com</email></author>", 1, []),
        ("<author><name/></author>", 0, []),
        ("<author><name>Joe</name></author>", 0, []),
        ("", 0, []),
    ],
)
def test_author_of_a_schedule(author: str, found: int, fixes: list[str]) -> None:
    text = schedule("2999-01-01T00:00:00Z", author)
    said = lint(text, operation="create", select=["CTC606"])

    assert [d.severity for d in said] == [Severity.ERROR] * found
    assert [fix.title for d in said for fix in d.fixes] == fixes


URIS = [
    ("data:,", ""),
    ("data:,none", ""),
    ("urn:uuid:E8553C09F4xcvxCCC53F481214230867087", ""),
    ("tag:api.constantcontact.com,2010:/ws/customers/joe/library/folders/1", ""),
    ("http://api.constantcontact.com/ws/customers/joe%20fl/contacts/0", ""),
    ("https://joe:pw@example.com:8080/?a=b#c", ""),
    ("http://example.com/é", ""),
    ("about:blank", ""),
    ("2", "it has no scheme, such as `http:` or `data:`"),
    ("/ws/customers/joe/contacts/21", "it has no scheme, such as `http:` or `data:`"),
    ("date: ,none", "it holds a blank"),
    ("urn:uuid: E85", "it holds a blank"),
    ("http://example.com/contacts/ 21", "it holds a blank"),
    ("http://example.com/contacts/\n21", "it holds a line break"),
    ("http://example.com/contacts/\t21", "it holds a tab"),
    ("http://example.com/contacts/21\u00a0", "it holds the character U+00A0"),
    ("http://example.com/a|b", "it holds `|`"),
    (
        "http://example.com/100%",
        "it holds a `%` without two hexadecimal digits behind it",
    ),
    ("C:\\temp", "`C:` is a drive, not the scheme of a URI"),
    ("c:/temp", "`c:` is a drive, not the scheme of a URI"),
    ("http:", "nothing follows `http:`"),
    ("data:", "nothing follows `data:`"),
    ("http://example.com/a#b#c", "it holds a second `#`"),
    ("http://", "it names no host"),
    ("https:///ws/customers", "it names no host"),
    ("HTTP:/example.com", "it names no host"),
    ("http://[::1", "the `[` before its host is not closed"),
    ("http://joe@[::1/a]", "the `[` before its host is not closed"),
    ("http://[::1]:80/a", ""),
    ("http://a:b@example.com:8080/c", ""),
    ("http://example.com:", ""),
]

# What not every parser minds.
DOUBTS = [
    ("urn:uuid:", "a URN has a name behind `urn:` and its kind"),
    ("urn:uuid", "a URN has a name behind `urn:` and its kind"),
    ("URN:isbn:#a", "a URN has a name behind `urn:` and its kind"),
    ("http://example.com:a", "`a` is not the number of a port"),
    ("http://example.com:a:1/b", "`a:1` is not the number of a port"),
    ("ftp://example.com:80a/", "`80a` is not the number of a port"),
    ("http://example.com:65536", "`65536` is not the number of a port"),
    ("http://[::1]:a", "`a` is not the number of a port"),
    ("http://example.com/a[1]", "it holds a `[`"),
    ("data:,]", "it holds a `]`"),
]


@pytest.mark.parametrize(("uri", "trouble"), URIS)
def test_ids_are_uris(uri: str, trouble: str) -> None:
    text = document("").replace("<content", f"<id>\n{uri} </id><content", 1)
    found = lint(text, operation="create", select=["CTC301"])

    assert [d.notes for d in found] == ([(trouble,)] if trouble else [])
    assert {d.severity for d in found} <= {Severity.ERROR}


@pytest.mark.parametrize(("uri", "doubt"), DOUBTS)
def test_id_that_is_hardly_a_uri_is_a_warning(uri: str, doubt: str) -> None:
    text = document("").replace("<content", f"<id>{uri}</id><content", 1)
    found = lint(text, operation="update", select=["CTC301"])

    assert [(d.severity, d.message) for d in found] == [
        (Severity.WARNING, f"`{uri}` is hardly a URI: {doubt}")
    ]


@pytest.mark.parametrize(("uri", "trouble"), URIS)
@pytest.mark.parametrize("operation", ["create", "update", "response"])
def test_ids_of_payloads_are_uris(uri: str, trouble: str, operation: str) -> None:
    written = uri.replace("\n", "&#10;").replace("\t", "&#9;")
    text = document("").replace("<Campaign", f'<Campaign id="{written}"', 1)
    found = lint(text, operation=operation, select=["CTC313"])

    is_said = trouble and operation != "response"
    assert [d.notes for d in found] == ([(trouble,)] if is_said else [])
    assert {d.severity for d in found} <= {Severity.WARNING}


@pytest.mark.parametrize(
    ("id_", "codes"),
    [
        ("{id}", ["CTC301"]),
        (f"{API}/{{user}}/campaigns", []),
        ("${campaign.uri}", ["CTC301"]),
    ],
)
def test_placeholder_in_an_id_is_said_elsewhere(id_: str, codes: list[str]) -> None:
    text = document("").replace("<content", f"<id>{id_}</id><content", 1)
    text = text.replace("<Campaign", f'<Campaign id="{id_}"', 1)
    found = lint(text, operation="create", select=["CTC301", "CTC313"])

    assert [d.code for d in found] == codes


@pytest.mark.parametrize(
    "author",
    ["", "<source><author><name>a</name></author></source>", "<contributor/>"],
)
def test_a_schedule_without_an_author_gets_one_with_a_name(author: str) -> None:
    text = schedule("2999-01-01T00:00:00Z", author)
    (found,) = [d for d in lint(text, operation="create") if d.code == "CTC304"]
    (fix,) = found.fixes

    assert found.help == ("add `<author><name/></author>`",)
    assert fix.title == "insert `<author><name/></author>`"
    made = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert not {"CTC304", "CTC606"} & {d.code for d in lint(made, operation="create")}


@pytest.mark.parametrize(
    ("time", "codes"),
    [("24:00:00", []), ("24:00:00.000", []), ("24:00:01", ["CTC303"])],
)
def test_a_day_may_end_at_24(time: str, codes: list[str]) -> None:
    text = document("").replace(
        "<content", f"<updated>2010-04-19T{time}Z</updated><content", 1
    )

    found = lint(text, operation="create", select=["CTC303"])
    assert [d.code for d in found] == codes
