"""What children would cost in a wrapper: the same for the same names."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.matching import wrapper
from ctct_lint.schema.schema import Schema

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="row"><xs:complexType><xs:sequence>
    <xs:element name="a"/><xs:element name="b" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="set"><xs:complexType><xs:all>
    <xs:element name="a"/><xs:element name="b" minOccurs="0"/>
  </xs:all></xs:complexType></xs:element>
</xs:schema>"""
COSTS = {
    "<a/>": (0, 0),
    "<a/><b/>": (0, 0),
    "<b/><a/>": (1, 0),
    "<b/>": (1, 1),
    "<a/><a/>": (1, 1),
    "<zebra/><a/>": (1, 1),
    "<a/>" * 12: (11, 11),
}


def costs(schema: Schema) -> dict[str, tuple[int, ...]]:
    """Return what the children cost in order, and in any order."""
    wrappers = [one for one in map(schema.root, ("row", "set")) if one is not None]
    parents = {children: etree.fromstring(f"<x>{children}</x>") for children in COSTS}
    return {
        children: tuple(wrapper.cost_in(one, list(parent), schema) for one in wrappers)
        for children, parent in parents.items()
    }


@pytest.mark.parametrize("remembered", [1000, 2])
def test_children_cost_the_same_whenever_they_are_asked_for(
    remembered: int, compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wrapper, "_MOST_REMEMBERED", remembered)

    assert [costs(compiled) for _ in range(2)] == [COSTS] * 2


def test_few_children_of_known_names_are_matched_once(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    match = wrapper.match_ordered
    monkeypatch.setattr(
        wrapper, "match_ordered", lambda c, m, _: asked.append(len(c)) or match(c, m)
    )

    for _ in range(3):
        costs(compiled)

    # Of strange names and of many children nothing is remembered.
    assert asked == [1, 2, 2, 1, 2, 2, 12, 2, 12, 2, 12]
