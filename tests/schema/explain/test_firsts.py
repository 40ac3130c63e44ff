"""Very many faults of a kind: the first ones are made, the others counted."""

from __future__ import annotations

import pytest
from linting import lint_bytes
from lxml import etree

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Outcome
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.explain import once
from ctct_lint.schema.explain.once import first_of_each_kind, first_of_each_name

START = (
    '<entry xmlns="http://www.w3.org/2005/Atom">'
    '<content type="application/vnd.ctct+xml">'
    '<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">'
)
END = "</Campaign></content></entry>"
# More than are made while a test runs.
MANY = 9

PIECES = [
    "<a/>",
    "<x/>",
    "<Nmae/>",
    "<b>x</b>",
    "<Contact/>",
    "<Name/>",
    "<ContactLists><ContactList/></ContactLists>",
    '<ContactLists a="" b=""/>',
    "<FromEmail/><ReplyToEmail/>",
    "<Status>x</Status>",
    "<x:a/>",
    '<y xmlns="urn:y"/>',
    "<Campaign/>",
    "<y/>x",
    "<y/>x<x/>y",
]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "MOST", 3)


def faults(*kinds: str) -> list[Fault]:
    """Return faults of the kinds, each at an element of its own."""
    return [Fault(kind, name_of(etree.Element("a"))) for kind in kinds]


def test_the_last_one_of_a_kind_that_is_made_counts_the_others() -> None:
    found = faults(*"aabaaaba")

    kept = first_of_each_kind(found, lambda _: False)

    a, b, c, d, last = (found[n] for n in (0, 1, 2, 3, 6))
    assert kept == [a, b, c, d._replace(left_out=3), last]


def test_at_one_place_there_is_one_of_a_kind() -> None:
    same = faults("a") * 4

    kept = first_of_each_kind(faults("a", "a", "a") + same, lambda _: False)

    assert [fault.left_out for fault in kept] == [0, 0, 1]


def test_what_is_needed_is_kept_and_not_counted() -> None:
    found = faults(*"aaaaaa")
    needed = found[4].at.element

    kept = first_of_each_kind(found, lambda fault: fault.at.element is needed)

    assert kept == [*found[:3], found[4]._replace(left_out=2)]


def test_of_each_name_the_last_element_counts_those_that_are_left_out() -> None:
    found = [etree.Element(name) for name in "aabaaabaa"]

    kept = list(first_of_each_name(found))

    places = [(found.index(element), more) for element, more in kept]
    assert places == [(0, 0), (1, 0), (2, 0), (3, 0), (4, 3), (6, 0)]


def test_few_elements_are_all_there() -> None:
    found = [etree.Element("a") for _ in range(3)]

    assert list(first_of_each_name(found)) == [(element, 0) for element in found]


def test_what_a_fault_counts_itself_is_counted() -> None:
    first, second, third, last = faults(*"aaaa")

    kept = first_of_each_kind(
        [first, second, third._replace(left_out=2), last._replace(left_out=5)],
        lambda _: False,
    )

    assert kept == [first, second, third._replace(left_out=8)]


@pytest.mark.parametrize("piece", PIECES)
def test_what_is_shown_is_the_same_as_if_all_were_made(
    monkeypatch: pytest.MonkeyPatch, piece: str
) -> None:
    data = f"{START}{piece * MANY}{END}".encode()
    settings = Settings(most=2)

    first = lint_bytes(data, settings)
    monkeypatch.setattr(once, "MOST", 10_000)

    assert first == lint_bytes(data, settings)


def test_what_decides_between_two_elements_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second of them is no better than the first, so the first is told of."""
    wrong = "<ContactList/>"
    two = f"<ContactLists>{wrong * MANY}</ContactLists><ContactLists>{wrong}"
    data = f"{START}{two}</ContactLists>{END}".encode()

    first = lint_bytes(data, Settings(most=2))
    monkeypatch.setattr(once, "MOST", 10_000)

    assert first == lint_bytes(data, Settings(most=2))
    assert {"CTC205", "CTC208"} <= messages(first).keys()


def messages(outcome: Outcome) -> dict[str, int]:
    """Return how many diagnostics there are of each code."""
    codes = [one.code for one in outcome.diagnostics]
    return {code: codes.count(code) for code in codes}


def test_of_faults_that_are_counted_libxml2_says_no_more() -> None:
    """It tells of each parent its first wrong child, of which no fault is made."""
    lists = "<ContactList><x/></ContactList>"
    data = f"{START}<ContactLists>{lists * MANY}</ContactLists>{END}".encode()

    assert "CTC299" not in messages(lint_bytes(data, Settings()))
