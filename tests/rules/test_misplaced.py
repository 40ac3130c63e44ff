"""Elements in the wrong place: each is one fault, and none is lost on the way back."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.profiles.ctct.names import ATOM, CTCT

API = "http://api.constantcontact.com/ws/customers/joe"
LIST = f'<ContactList id="{API}/lists/1"/>'
OTHER = f'<ContactList id="{API}/lists/2"/>'
ADDRESS = "<EmailAddress>joe@example.com</EmailAddress>"
SOURCE = "<OptInSource>ACTION_BY_CONTACT</OptInSource>"
LISTS = f"<ContactLists>{LIST}</ContactLists>"
WHOLE = ADDRESS + SOURCE + LISTS
ALL = frozenset(Applicability)


class Placed(NamedTuple):
    """A contact, and what stands beside it in `content` and in `entry`."""

    contact: str
    beside: str = ""
    outside: str = ""
    updated: str = "<updated>2011-03-14</updated>"

    @property
    def text(self) -> str:
        return (
            f'<entry xmlns="{ATOM}"><id>data:,</id><title/>{self.updated}<author/>'
            f'<content type="application/vnd.ctct+xml"><Contact xmlns="{CTCT}">'
            f"{self.contact}</Contact>{self.beside}</content>{self.outside}</entry>"
        )


def told(placed: Placed) -> list[tuple[str, str, str]]:
    """Return the code, what is underlined and the message of each diagnostic."""
    text = placed.text
    return [
        (d.code, text[d.range.start.offset : d.range.end.offset], d.message)
        for d in said(placed)
    ]


def said(placed: Placed) -> list[Diagnostic]:
    return lint(placed.text, operation="create")


def mended(placed: Placed) -> str:
    done = mend(placed.text.encode(), lambda data: lint(data, operation="create"), ALL)
    assert done.left == ()
    return done.data.decode()


# ------------------------------------------------------------------ one round too many


@pytest.mark.parametrize(
    ("contact", "name", "held", "parent"),
    [
        (
            f"<Person>{ADDRESS}</Person>{SOURCE}{LISTS}",
            *("Person", "EmailAddress", "Contact"),
        ),
        (
            f"<Email>{ADDRESS}</Email>{SOURCE}{LISTS}",
            *("Email", "EmailAddress", "Contact"),
        ),
    ],
)
def test_element_that_stands_round_others_is_one_fault(
    contact: str, name: str, held: str, parent: str
) -> None:
    placed = Placed(contact)

    message = f"`{held}` must stand directly in `{parent}`, with no `{name}` round it"
    assert told(placed) == [("CTC206", name, message)]
    assert [f.title for f in said(placed)[0].fixes] == ["remove its tags"]
    assert mended(placed) == Placed(WHOLE).text


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        (f"<Contact>{WHOLE}</Contact>", "Contact"),
        (f"{ADDRESS}{SOURCE}<ContactLists>{LISTS}</ContactLists>", "ContactLists"),
        (WHOLE.replace(LIST, f"<ContactList>{LIST}</ContactList>"), "ContactList"),
        (WHOLE.replace(ADDRESS, f"<EmailAddress>{ADDRESS}</EmailAddress>"), ADDRESS),
        (WHOLE.replace(SOURCE, f"<OptInSource>{SOURCE}</OptInSource>"), SOURCE),
    ],
)
def test_element_in_another_of_its_name_is_one_fault(contact: str, name: str) -> None:
    placed, name = Placed(contact), name.partition(">")[0].strip("<")

    message = f"`{name}` stands in another `{name}`"
    assert told(placed) == [("CTC206", name, message)]
    assert [f.title for f in said(placed)[0].fixes] == ["remove its tags"]
    assert mended(placed) == Placed(WHOLE).text


CONTENT = '<content type="application/vnd.ctct+xml">'


@pytest.mark.parametrize("name", ["content", "entry", "data"])
@pytest.mark.parametrize("tag", ["{}", '{} type="application/vnd.ctct+xml"'])
def test_element_between_content_and_payload_is_one_fault(name: str, tag: str) -> None:
    text = Placed(WHOLE).text
    written = text.replace(CONTENT, f"{CONTENT}<{tag.format(name)}>")
    written = written.replace("</content>", f"</{name}></content>")
    (found,) = lint(written, operation="create")
    says = name != "content" and tag != "{}"

    message = f"`Contact` must stand directly in `content`, with no `{name}` round it"
    if name == "content":
        message = "`content` stands in another `content`"
    assert (found.code, found.message) == ("CTC206", message)
    assert found.range.start.offset == text.index(CONTENT) + len(CONTENT) + 1
    done = mend(written.encode(), lambda data: lint(data, operation="create"), ALL)
    assert done.data.decode() == (written if says else text)


def test_what_is_needless_does_not_hide_a_fault_in_the_payload() -> None:
    text = Placed(WHOLE.replace("ACTION_BY_CONTACT", "ACTION")).text
    text = text.replace(CONTENT, f"{CONTENT}<content>")
    text = text.replace("</content>", "</content></content>")

    assert [d.code for d in lint(text, operation="create")] == ["CTC206", "CTC203"]


def test_payload_in_another_is_not_also_in_the_wrong_namespace() -> None:
    text = Placed(WHOLE).text
    text = text.replace("<Contact ", "<Contact><Contact ")
    text = text.replace("</Contact>", "</Contact></Contact>")

    (found,) = lint(text, operation="create")

    assert (found.code, found.message) == (
        "CTC206",
        "`Contact` stands in another `Contact`",
    )


@pytest.mark.parametrize(
    "contact",
    [
        WHOLE.replace(LIST, f'<ContactList id="{API}/lists/2">{LIST}</ContactList>'),
        WHOLE.replace(LIST, f"<ContactList>{LIST}{SOURCE}</ContactList>"),
        WHOLE.replace(LIST, f"<ContactList>x{LIST}</ContactList>"),
    ],
)
def test_element_that_says_something_itself_does_not_only_stand_round(
    contact: str,
) -> None:
    messages = [message for _, _, message in told(Placed(contact))]

    assert "`ContactList` does not belong in `ContactList`" in messages


def test_element_round_what_need_not_be_there_is_passed_over() -> None:
    name = "<Person><FirstName>Joe</FirstName></Person>"
    (found,) = said(Placed(name + WHOLE))

    assert (found.code, found.severity) == ("CTC206", Severity.WARNING)
    assert (
        mended(Placed(name + WHOLE))
        == Placed(f"<FirstName>Joe</FirstName>{WHOLE}").text
    )


@pytest.mark.parametrize("own", [' id="7"', ' xmlns:x="urn:x"'])
def test_tags_that_say_something_are_not_removed(own: str) -> None:
    (found,) = said(Placed(f"<Contact{own}>{WHOLE}</Contact>"))

    assert (found.code, found.fixes) == ("CTC206", ())


# ---------------------------------------------------------------- beside its parent


@pytest.mark.parametrize(
    ("placed", "owner"),
    [
        (Placed(SOURCE + LISTS, ADDRESS), "content"),
        (Placed(SOURCE + LISTS, outside=ADDRESS), "entry"),
        (
            Placed(SOURCE + LISTS.replace(LIST, LIST + ADDRESS)),
            "ContactLists",
        ),
    ],
)
def test_element_that_slipped_out_of_its_parent_is_moved_back(
    placed: Placed, owner: str
) -> None:
    message = f"`EmailAddress` must stand in `Contact`, not in `{owner}`"
    assert told(placed) == [("CTC206", "EmailAddress", message)]
    (fix,) = said(placed)[0].fixes
    assert fix.title == "move it into `Contact`"
    assert fix.applicability is Applicability.UNSAFE
    assert mended(placed) == Placed(WHOLE).text


def test_element_of_the_envelope_is_moved_out_of_the_payload() -> None:
    updated = "<updated>2011-03-14</updated>"
    placed = Placed(updated + WHOLE, updated="")

    message = "`updated` must stand in `entry`, not in `Contact`"
    assert told(placed) == [("CTC206", "updated", message)]
    assert mended(placed).count(updated) == 1


def test_what_need_not_be_there_is_passed_over_in_the_wrong_place() -> None:
    (found,) = said(Placed(WHOLE, "<City>Yuma &amp; Mesa</City>"))

    assert (found.code, found.severity) == ("CTC206", Severity.WARNING)
    fixed = mended(Placed(WHOLE, "<City>Yuma &amp; Mesa</City>"))
    assert fixed.count("<City>Yuma &amp; Mesa</City>") == 1
    assert "<City>" in fixed[: fixed.index("</Contact>")]


def test_all_that_an_element_holds_is_moved_back_with_it() -> None:
    fixed = mended(Placed(WHOLE.replace(LISTS, ""), LISTS))

    assert fixed.count(LISTS) == 1
    assert LISTS in fixed[: fixed.index("</Contact>")]


def test_what_would_be_wrong_there_too_is_not_moved() -> None:
    beside = '<EmailAddress x="1">joe@example.com</EmailAddress>'
    (found,) = said(Placed(WHOLE.replace(ADDRESS, ""), beside))

    assert (found.code, found.fixes) == ("CTC206", ())
    assert [label.message for label in found.related] == ["it belongs in here"]


def test_one_more_of_what_its_parent_has_is_unknown_elsewhere() -> None:
    assert [d.code for d in said(Placed(WHOLE, ADDRESS))] == ["CTC201"]


@pytest.mark.parametrize(
    ("name", "twin"), [("emailaddress", "EmailAddress"), ("Email", "EmailAddress")]
)
def test_other_name_of_what_is_there_says_which(name: str, twin: str) -> None:
    (found,) = said(Placed(f"{WHOLE}<{name}>ann@example.com</{name}>"))

    assert found.code == "CTC201"
    assert found.help == (
        f"write what it holds into `{twin}`, which stands here already",
    )


# -------------------------------------------------------------------- twice the same


@pytest.mark.parametrize(
    ("first", "between", "second", "own", "titles"),
    [
        (LIST, "", OTHER, "", ["make one `ContactLists` of the two"]),
        (LIST, SOURCE, OTHER, "", ["remove the second `ContactLists`"]),
        (LIST, "", OTHER, ' x:y="1" xmlns:x="urn:x"', ["remove the second"]),
        (LIST, "", "", "", ["remove the second `ContactLists`"]),
    ],
)
def test_lists_of_two_are_made_one(
    first: str, between: str, second: str, own: str, titles: list[str]
) -> None:
    lists = (
        f"<ContactLists>{first}</ContactLists>{between}"
        f"<ContactLists{own}>{second}</ContactLists>"
    )
    rest = ADDRESS if between else ADDRESS + SOURCE
    found = said(Placed(rest + lists))

    assert [d.code for d in found] == ["CTC205"]
    assert [
        f.title[: len(t)] for t, f in zip(titles, found[0].fixes, strict=True)
    ] == titles


def test_lists_made_one_hold_all() -> None:
    twice = f"<ContactLists>{LIST}</ContactLists><ContactLists>{OTHER}</ContactLists>"
    once = f"<ContactLists>{LIST}{OTHER}</ContactLists>"

    (found,) = said(Placed(ADDRESS + SOURCE + twice))
    assert found.help == ("make one `ContactLists` of the two",)
    assert (
        mended(Placed(ADDRESS + SOURCE + twice)) == Placed(ADDRESS + SOURCE + once).text
    )
