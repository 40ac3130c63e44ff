"""Parents with thousands of children that are wrong: each takes the same short time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ctct_lint.schema.content import automaton
from ctct_lint.schema.content.automaton import Automaton
from ctct_lint.schema.content.gaps import START
from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.matching import misnamed_inside, ways, wrapping
from ctct_lint.schema.matching.compared import Compared
from ctct_lint.schema.matching.sequence import match_ordered

if TYPE_CHECKING:
    from types import ModuleType

    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema

MANY = 2_000
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="few"><xs:complexType>
    <xs:choice maxOccurs="100"><xs:element name="a"/><xs:element name="b"/></xs:choice>
  </xs:complexType></xs:element>
  <xs:element name="names"><xs:complexType><xs:choice maxOccurs="100">
    <xs:element name="first"/><xs:element name="second"/>
  </xs:choice></xs:complexType></xs:element>
  <xs:element name="five"><xs:complexType><xs:sequence>
    <xs:element name="a" maxOccurs="5"/><xs:element name="b" maxOccurs="5"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="rounds"><xs:complexType><xs:sequence maxOccurs="unbounded">
    <xs:choice minOccurs="3" maxOccurs="40">
      <xs:element name="a"/><xs:element name="b"/>
    </xs:choice>
    <xs:element name="z"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="items"><xs:complexType><xs:sequence>
    <xs:element name="item" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="a"/><xs:element name="b"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="lists"><xs:complexType><xs:sequence>
    <xs:element name="ContactLists" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="ContactList" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="pairs"><xs:complexType><xs:sequence maxOccurs="unbounded">
    <xs:element name="first"/><xs:element name="second"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def model_of(schema: Schema, name: str) -> Automaton:
    """Return the content model of a global element."""
    declared = schema.root(name)
    assert declared is not None
    model = schema.model(declared)
    assert isinstance(model, Automaton)
    return model


def matched(
    schema: Schema, name: str, content: str, compared: Compared | None = None
) -> Match:
    """Return how the content of a global element is explained."""
    parent = etree.fromstring(f"<{name}>{content}</{name}>")
    match = match_ordered(list(parent), model_of(schema, name), compared)
    # The parent has to stay.
    match.matched[:0] = [(parent, term) for _, term in match.matched[:1]]
    return match


@pytest.mark.parametrize(
    ("name", "content", "doubles"),
    [
        ("few", "<a/>", MANY - 100),
        ("few", "<a/><b/>", 2 * MANY - 100),
        ("five", "<b/>", MANY - 5),
    ],
)
def test_of_one_too_many_few_places_are_looked_at(
    name: str, content: str, doubles: int, compiled: Schema
) -> None:
    compared = Compared()

    match = matched(compiled, name, content * MANY, compared)

    assert len(match.duplicates) == doubles
    assert compared.ways.looked < 8 * doubles


def test_one_too_many_is_the_last_one(compiled: Schema) -> None:
    match = matched(compiled, "few", "<a/>" * 103)

    numbers = [
        double.child.getparent().index(double.child) for double in match.duplicates
    ]  # type: ignore[union-attr]

    assert numbers == [100, 101, 102]


def test_after_long_only_the_nearest_ways_are_followed(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "LONG", 5_000)
    compared = Compared()

    match = matched(compiled, "rounds", "<a/><z/>" * MANY, compared)

    assert match.cost > 0
    assert compared.ways.looked < 5_000 + 2 * MANY * (ways.FEW_WAYS**2 + ways.FEW_WAYS)


def test_of_many_places_for_a_misspelt_one_the_nearest_are_looked_at(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "LONG", 0)
    compared = Compared()

    match = matched(compiled, "pairs", "<frist/><second/>" * 3, compared)
    misspelt = [child.tag for child, _ in match.renamed]

    assert misspelt == ["frist"] * 3
    few = matched(compiled, "names", "<frist/>" * 150, compared)
    assert len(few.renamed) == 100
    assert compared.ways.looked < 20 * 150


@pytest.mark.parametrize("most", [0, ways.LONG])
def test_few_ways_are_enough_for_a_plain_slip(
    most: int, compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "LONG", most)

    match = matched(compiled, "pairs", "<first/><second/><first/>" * 3)

    assert [one.name for one in match.missing] == ["second"] * 3


def test_thousands_of_strangers_stand_where_as_much_is_missing(
    compiled: Schema,
) -> None:
    rows = "".join(f"<z{number}/><second/>" for number in range(MANY))

    match = matched(compiled, "pairs", rows)

    assert len(match.unknown) == len(match.missing) == len(match.stand_ins) == MANY


def test_thousands_of_misspelt_ones_are_what_is_missing(compiled: Schema) -> None:
    match = matched(compiled, "pairs", "<second/><frist/>" * MANY)

    assert len(match.renamed) + len(match.misplaced) >= MANY - 1
    assert len(match.missing) <= 1


def test_groups_of_misplaced_ones_are_in_the_order_of_the_document(
    compiled: Schema,
) -> None:
    rows = "<b/>" * 3 + "<a/>" * 3

    match = matched(compiled, "five", rows)

    assert [[c.tag for c in one.children] for one in match.disorders] == [["a"] * 3]


@pytest.mark.parametrize(
    ("name", "longest"), [("few", 100), ("five", 10), ("pairs", float("inf"))]
)
def test_longest_way_from_the_start(
    name: str, longest: float, compiled: Schema
) -> None:
    assert model_of(compiled, name).longest[START] == longest


def test_nearest_places_of_a_child(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = model_of(compiled, "few")
    every = model.targets(START, "a", 100)
    monkeypatch.setattr(automaton, "_MOST_TARGETS", 1)
    monkeypatch.setattr(automaton, "_MOST_WAYS", 1)

    assert [put_in for _, put_in in every] == list(range(100))
    assert model.targets(START, "a", 3) == every[:3]
    assert model.targets(0, "a", 2) == [(2, 0), (4, 1)]
    assert model.targets(START, "q", 3) == []


@pytest.mark.parametrize(
    ("name", "content", "looks_at"),
    [
        # Rows without their wrapper, and ones of a row that have none beside them.
        ("items", "<a/><b/><x/>" * 500 + "<a/><x/>" * 500, (wrapping, "takes")),
        ("lists", "<Contactlist/><x/>" * 500, (misnamed_inside, "meant_inside")),
    ],
)
def test_what_may_stand_in_one_wrapper_is_not_compared_with_all_others(
    compiled: Schema,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: str,
    looks_at: tuple[ModuleType, str],
) -> None:
    looks, look = 0, getattr(*looks_at)

    def counted(*arguments: object) -> object:
        nonlocal looks
        looks += 1
        return look(*arguments)

    monkeypatch.setattr(*looks_at, counted)
    root = etree.fromstring(f"<{name}>{content}</{name}>")
    assert len(explain(root, compiled).faults) >= 1_000
    assert looks < 4_000
