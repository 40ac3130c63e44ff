"""Who makes a mistake in one parent makes it in others: its mend is known then."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.matching import compared as remembered
from ctct_lint.schema.matching.compared import Compared
from ctct_lint.schema.matching.sequence import match_ordered
from ctct_lint.schema.schema import Schema

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="row"><xs:complexType><xs:sequence>
    <xs:element name="first"/><xs:element name="second"/>
    <xs:element name="third" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
ROWS = {
    "": "missing first, missing second",
    "<first/>": "missing second",
    "<second/>": "missing first",
    "<first/><first/><second/>": "duplicate first 2",
    "<second/><first/>": "misplaced first 2",
    "<third/><first/><second/>": "misplaced third 1",
    "<frist/><second/>": "renamed frist 1",
    "<zebra/><second/>": "missing first, unknown zebra 1",
    "<first/>" * 17 + "<second/>": ", ".join(
        f"duplicate first {number}" for number in range(2, 18)
    ),
}


def said(schema: Schema, row: str, compared: Compared) -> str:
    """Return what the repairs of a row are, each with the number of its child."""
    declared = schema.root("row")
    assert declared is not None
    model = schema.model(declared)
    parent = etree.fromstring(f"<row>{row}</row>")
    match = match_ordered(list(parent), model, compared)  # type: ignore[arg-type]
    concerned = (
        *(("duplicate", double.child) for double in match.duplicates),
        *(("misplaced", one.child) for one in match.misplaced),
        *(("renamed", child) for child, _ in match.renamed),
        *(("unknown", child) for child in match.unknown),
    )
    missing = [f"missing {one.name}" for one in match.missing]
    return ", ".join(
        [*missing, *(f"{w} {c.tag} {parent.index(c) + 1}" for w, c in concerned)]
    )


@pytest.mark.parametrize("most", [remembered._MOST_WAYS, 2, 0])
@pytest.mark.parametrize("times", [1, 2])
def test_the_same_names_are_mended_alike_each_time(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch, most: int, times: int
) -> None:
    monkeypatch.setattr(remembered, "_MOST_WAYS", most)
    compared = Compared()

    found = [{row: said(compiled, row, compared) for row in ROWS} for _ in range(times)]

    assert found == [ROWS] * times


def test_of_very_many_that_lack_few_are_told_at_each_place(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_MUCH_PUT_IN", 3)
    monkeypatch.setattr(remembered, "_FEW_PUT_IN", 1)
    monkeypatch.setattr(remembered, "_MOST_WAYS", 1)
    compared = Compared()

    found = [said(compiled, "", compared) for _ in range(4)]

    assert found == ["missing first, missing second"] * 2 + ["missing second"] * 2
    # Nothing less is said of what is there.
    assert said(compiled, "<zebra/>", compared) == "missing second, unknown zebra 1"
