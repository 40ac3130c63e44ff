"""Which name is meant, and when that is sure."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctct_lint import lint
from ctct_lint.schema.matching import aliases, strangers
from ctct_lint.text.candidates import Candidates
from ctct_lint.text.slips import alike, is_slip, is_sure
from ctct_lint.text.spelling import CLOSE, by_closeness, closest

WORDS = st.text("abcdeAB12\u00e9-", min_size=1, max_size=9)

LINES = ("Address1", "Address2", "Address3")
GREETINGS = ("FirstName", "LastName", "FirstAndLastName", "None")
FORMATS = ("HTML", "XHTML")
SURE = [
    # one slip: a letter lacking, too many, another, swapped
    ("Adress1", "Address1", LINES, True),
    ("Addresss2", "Address2", LINES, True),
    ("Atdress3", "Address3", LINES, True),
    ("Adderss3", "Address3", LINES, True),
    # two in a long name, but not in a short one
    ("PermisionRemindr", "PermissionReminder", ("PermissionReminderText",), True),
    ("Organisatoin", "Organization", ("Subject",), True),
    ("Organisatoin", "Organization", ("Organisation",), False),
    ("Sbjct", "Subject", (), False),
    # case, separators and letters that look alike do not count
    ("permisionreminder", "PermissionReminder", (), True),
    ("FIRST_NAME", "FirstName", GREETINGS, True),
    ("n-o", "NO", ("YES",), True),
    ("\u0410ddress1", "Address1", LINES, True),
    ("one_two", "OneTwo", ("onetwo",), False),
    # another word is no slip, nor is another digit
    ("FirstOrLastName", "FirstAndLastName", GREETINGS, False),
    ("ACTION_BY_CLIENT", "ACTION_BY_CONTACT", ("ACTION_BY_CUSTOMER",), False),
    ("TextContent", "EmailTextContent", ("EmailContent",), False),
    ("Address", "Address1", LINES, False),
    ("Address4", "Address1", LINES, False),
    # as close to another one
    ("XTML", "HTML", FORMATS, False),
    ("HTLM", "HTML", FORMATS, True),
    ("line", "lime", ("lane",), False),
    # too short, too long, or not close at all
    ("MX", "MA", (), False),
    ("di", "id", (), False),
    ("", "a", (), False),
    ("Subject", "Organization", (), False),
    ("a" * 201, "a" * 200, (), False),
]


@pytest.mark.parametrize(("name", "meant", "others", "sure"), SURE)
def test_a_name_is_sure_if_it_is_a_slip_of_one_name_alone(
    name: str, meant: str, others: tuple[str, ...], sure: bool
) -> None:
    assert is_sure(name, meant, (meant, *others)) is sure


def test_of_very_many_strange_names_only_some_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def noted(name: str, candidates: Iterable[str]) -> str | None:
        compared.append(name)
        return closest(name, candidates)

    monkeypatch.setattr(aliases, "closest", noted)
    # Names that no other test has: what they mean would be known then.
    names = [f"x-{number}-y" for number in range(3 * strangers._MOST_COMPARED)]
    children = "".join(f"<{name}/>" * 2 for name in names)
    found = lint(
        '<entry xmlns="http://www.w3.org/2005/Atom"><content>'
        '<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">'
        f"{children}</Campaign></content></entry>"
    )

    assert compared[: strangers._MOST_COMPARED] == names[: strangers._MOST_COMPARED]
    # All fixes are tried at once: then a document is looked at that has 50 others.
    assert len(compared) == strangers._MOST_COMPARED + 50
    assert f"{2 * len(names) - 100} more CTC201" in str(found)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("costumer", "customer"),  # two letters that are not neighbours
        ("cmpaaign", "campaign"),
        ("Nmae", "Name"),
        ("tilte", "title"),
        ("suatts", "status"),
        ("eotn", None),  # in a short name it may be another word
        ("costomer", "customer"),
        ("custumor", None),  # two letters, and none is in the place of the other
    ],
)
def test_letters_that_changed_places_are_a_slip(name: str, meant: str | None) -> None:
    names = ("note", "campaign", "customer", "Name", "status", "title")
    assert closest(name, names) == meant


@given(WORDS.filter(str.isascii), st.lists(WORDS, max_size=6, unique=True))
@example("costumer-id", ["customer_id", "customer-ids"])
def test_the_closest_is_that_of_the_best_ratio(
    name: str, candidates: list[str]
) -> None:
    # The same name, or one with two letters swapped, goes before what is close.
    candidates = [one for one in candidates if len(one) != len(name)]
    best, best_ratio = None, CLOSE
    for candidate in candidates:
        matcher = SequenceMatcher(None, candidate.casefold(), name.casefold(), False)
        if matcher.ratio() > best_ratio:
            best, best_ratio = candidate, matcher.ratio()
    assert closest(name, candidates) == best


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Naem", ("Name", "Status", "Note")),
        ("xyz", ("Status", "Note", "Name")),
    ],
)
def test_the_closest_stands_first(name: str, expected: tuple[str, ...]) -> None:
    assert by_closeness(name, iter(("Status", "Note", "Name"))) == expected


@pytest.mark.parametrize(("length", "is_compared"), [(200, True), (201, False)])
def test_a_long_name_is_close_to_nothing(length: int, is_compared: bool) -> None:
    name, slip = "a" * length, "a" * (length - 1) + "b"

    assert is_slip(slip, name) is is_compared
    assert is_sure(slip, name, ()) is is_compared
    assert alike(slip, name) is is_compared
    assert (closest(slip, (name,)) == name) is is_compared


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("abc", "abd", True),
        ("ab", "ac", False),
        ("a:AB", "b:ab", True),
        ("abcd", "abcdefgh", True),
        ("abcd", "abcdefghi", False),
        ("abcde", "abxye", False),
        ("abcdef", "abxyef", True),
    ],
)
def test_names_that_are_alike(one: str, other: str, are_alike: bool) -> None:
    assert alike(one, other) is alike(other, one) is are_alike


@pytest.mark.parametrize(("name", "sure"), [("abd", True), ("ab", False)])
def test_of_few_letters_a_slip_makes_another_word(name: str, sure: bool) -> None:
    assert is_sure(name, "abc", ()) is sure


def test_of_equally_close_names_the_first_is_meant() -> None:
    assert closest("abcdef", ("abcdeg", "abcdeh")) == "abcdeg"


def test_of_close_names_the_closest_is_meant() -> None:
    assert closest("tulips", ("tulxps", "tulip", "tulyps")) == "tulip"
    # As many letters stand in one order, but fewer of them together.
    assert closest("abcabcabc", ("abcabxcabc", "aabbcabcabc")) == "abcabxcabc"


def test_letters_in_common_are_not_all_that_makes_names_close() -> None:
    assert closest("eeefeedc", ["edeeafeedc", "eeeeeefdc"]) is None


def test_of_what_is_longer_than_a_name_nothing_is_sure() -> None:
    values = Candidates(f"value {number}" for number in range(50))

    assert is_sure("value  7", "value 7", values)
    assert not is_sure("value 7 " * 200_000, "value 7", values)
