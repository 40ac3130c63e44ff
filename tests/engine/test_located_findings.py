"""Findings become diagnostics with ranges of the text as it was given."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.engine.found import RuleFinding
from ctct_lint.engine.locate import Locations
from ctct_lint.engine.parse import Parsed
from ctct_lint.model import place as places
from ctct_lint.model.diagnostic import Diagnostic, Range
from ctct_lint.model.place import Part, Place
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import Finding, Proposal
from ctct_lint.rules.registry import rule_named
from ctct_lint.text.source import LineIndex
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import apply_edits
from ctct_lint.xml.way_back import WayBack

RULE = rule_named("internal-error")
PARTS = [part for part in Part if part is not Part.SOURCE_SPAN]


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def given_as(text: str) -> Parsed:
    return Parsed(tree(text), text)


def repaired(text: str, *edits: tuple[int, int, str]) -> Parsed:
    """Return what comes of a text that these edits make well-formed."""
    mends = [TextEdit(*edit) for edit in edits]
    mended = apply_edits(text, mends)
    return Parsed(tree(mended), mended, (), WayBack(mends).original)


def element(parsed: Parsed, name: str) -> etree._Element:
    assert parsed.root is not None
    return next(parsed.root.iter(name))


def finding(at: Place, message: str = "wrong", **more: object) -> RuleFinding:
    return RuleFinding(RULE, Finding(at, message, **more), Severity.ERROR)  # type: ignore[arg-type]


def resolved(parsed: Parsed, text: str, *found: RuleFinding) -> list[Diagnostic]:
    locations = Locations(list(found), parsed, LineIndex(text))
    return [locations.diagnostic(one) for one in locations.locate(found)]


def covered(text: str, there: Range) -> tuple[int, str]:
    start, end = there.start.offset, there.end.offset
    return start, text[start:end]


def pointed_at(parsed: Parsed, text: str, place: Place) -> tuple[int, str]:
    (diagnostic,) = resolved(parsed, text, finding(place))
    return covered(text, diagnostic.range)


def fixed(
    parsed: Parsed, text: str, *edits: tuple[Place, str]
) -> list[tuple[int, str, str]] | None:
    """Return offset, old and new text of a fix's edits, None if it is dropped."""
    fix = Proposal("mend it", edits)
    at = places.source_span(0, 1)
    (diagnostic,) = resolved(parsed, text, finding(at, fixes=(fix,)))
    if not diagnostic.fixes:
        return None
    return [
        (*covered(text, edit.range), edit.new_text)
        for edit in diagnostic.fixes[0].edits
    ]


def test_a_diagnostic_has_all_that_the_finding_has() -> None:
    text = "<r>\n  <a>x</a>\n</r>"
    parsed = given_as(text)
    at = places.value_of(element(parsed, "a"))
    fix = Proposal("write y", ((at, "y"),), Applicability.UNSAFE)
    found = finding(
        at,
        "x is wrong",
        help=("write y",),
        notes=("y is right",),
        related=((places.name_of(element(parsed, "r")), "in here"),),
        fixes=(fix,),
    )
    (diagnostic,) = resolved(parsed, text, found)
    lines = LineIndex(text)
    assert diagnostic.range == lines.range(9, 10)
    assert diagnostic.severity is Severity.ERROR
    assert (diagnostic.code, diagnostic.name) == (RULE.code, RULE.name)
    assert (diagnostic.message, diagnostic.path) == ("x is wrong", "/r/a")
    assert (diagnostic.help, diagnostic.notes) == (("write y",), ("y is right",))
    assert [(r.range, r.message) for r in diagnostic.related] == [
        (lines.range(1, 2), "in here")
    ]
    (written,) = diagnostic.fixes
    assert (written.title, written.applicability) == ("write y", Applicability.UNSAFE)
    assert [(e.range, e.new_text) for e in written.edits] == [(lines.range(9, 10), "y")]


@pytest.mark.parametrize(
    ("number", "note"),
    [
        (20, ()),
        (21, ("only the first 20 of 21 such places are listed",)),
        (2000, ("only the first 20 of 2,000 such places are listed",)),
    ],
)
def test_only_the_first_related_places_are_listed(
    number: int, note: tuple[str, ...]
) -> None:
    text = "<r/>" * number
    at = [places.source_span(4 * i, 4 * i + 4) for i in range(number)]
    found = finding(at[0], related=tuple((place, "open") for place in at))
    (diagnostic,) = resolved(Parsed(None, text), text, found)
    starts = [label.range.start.offset for label in diagnostic.related]
    assert starts == list(range(0, 80, 4))
    assert diagnostic.notes == note


def test_diagnostics_are_sorted_and_each_is_said_once() -> None:
    text = "<r><a/><b/></r>"
    parsed = given_as(text)
    second, first = (
        finding(places.name_of(element(parsed, name)), name) for name in "ba"
    )
    diagnostics = resolved(parsed, text, second, first, second)
    assert [d.message for d in diagnostics] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("", 0, 0, (0, "")),
        ("", 0, 1, (0, "")),
        ("ab", 0, 0, (0, "a")),
        ("ab", 1, 9, (1, "b")),
        ("ab", 2, 2, (1, "b")),
        ("ab", 7, 9, (1, "b")),
        ("ab", -1, 1, (0, "a")),
    ],
)
def test_a_range_is_never_empty_nor_outside_of_the_text(
    text: str, start: int, end: int, expected: tuple[int, str]
) -> None:
    place = places.source_span(start, end)
    assert pointed_at(Parsed(None, text), text, place) == expected


# `<r>` and `</a>` are inserted, `&` is replaced, `@@` and `!` are deleted.
BROKEN = "<r><b>@@x & y!<c>z</c></b><a>v"
MENDS = ((6, 8, ""), (10, 11, "&amp;"), (13, 14, ""), (30, 30, "</a></r>"))


@pytest.mark.parametrize(
    ("part", "name", "expected"),
    [
        (Part.NAME, "r", (1, "r")),
        (Part.VALUE, "b", (8, "x & y")),
        (Part.NAME, "c", (15, "c")),
        (Part.VALUE, "c", (17, "z")),
        (Part.END_NAME, "b", (24, "b")),
        (Part.WHOLE, "c", (14, "<c>z</c>")),
        (Part.WHOLE, "b", (3, "<b>@@x & y!<c>z</c></b>")),
        (Part.VALUE, "a", (29, "v")),
        (Part.END_NAME, "a", (29, "v")),
        (Part.WHOLE, "a", (26, "<a>v")),
    ],
)
def test_a_place_of_the_repaired_text_is_led_back(
    part: Part, name: str, expected: tuple[int, str]
) -> None:
    parsed = repaired(BROKEN, *MENDS)
    assert parsed.text == "<r><b>x &amp; y<c>z</c></b><a>v</a></r>"
    place = Place(part, element(parsed, name))
    assert pointed_at(parsed, BROKEN, place) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 1, (8, "x")), (2, 3, (10, "&")), (3, 4, (11, " ")), (4, 5, (12, "y"))],
)
def test_a_span_of_repaired_text_is_led_back(
    start: int, end: int, expected: tuple[int, str]
) -> None:
    parsed = repaired(BROKEN, *MENDS)
    place = places.text_span(element(parsed, "b"), start, end)
    assert pointed_at(parsed, BROKEN, place) == expected


@pytest.mark.parametrize(
    ("text", "mends", "part", "expected"),
    [
        ("<r a=“v”/>", ((5, 6, '"'), (7, 8, '"')), Part.ATTRIBUTE_VALUE, (6, "v")),
        ("<r a=v/>", ((5, 5, '"'), (6, 6, '"')), Part.ATTRIBUTE_VALUE, (5, "v")),
        ("<r>&nbsp;</r>", ((3, 9, "&#160;"),), Part.VALUE, (3, "&nbsp;")),
        ("<r>é</é>", ((6, 7, "r"),), Part.END_NAME, (6, "é")),
        ("v", ((0, 0, "<r>"), (1, 1, "</r>")), Part.VALUE, (0, "v")),
        ("v", ((0, 0, "<r>"), (1, 1, "</r>")), Part.NAME, (0, "v")),
    ],
)
def test_what_a_repair_has_made_is_led_back_to_what_it_is_made_of(
    text: str,
    mends: Sequence[tuple[int, int, str]],
    part: Part,
    expected: tuple[int, str],
) -> None:
    parsed = repaired(text, *mends)
    place = Place(part, element(parsed, "r"), "a")
    assert pointed_at(parsed, text, place) == expected


def test_spans_of_the_file_are_led_nowhere() -> None:
    parsed = repaired(BROKEN, *MENDS)
    assert pointed_at(parsed, BROKEN, places.source_span(6, 8)) == (6, "@@")
    edit = (places.source_span(6, 8), "")
    assert fixed(parsed, BROKEN, edit) == [(6, "@@", "")]


def test_the_edits_of_a_fix_are_in_order_and_each_is_there_once() -> None:
    text = "<r><a/></r>"
    parsed = given_as(text)
    a = element(parsed, "a")
    edits = [(places.end_name_of(a), "n"), (places.name_of(a), "n")]
    edits.append((places.name_of(element(parsed, "r")), "m"))
    assert fixed(parsed, text, *edits) == [(1, "r", "m"), (4, "a", "n")]


def test_a_fix_that_lacks_one_of_its_places_is_dropped() -> None:
    text = "<r><a/></r>"
    parsed = given_as(text)
    r = element(parsed, "r")
    edits = (places.name_of(r), "n"), (places.attribute_value(r, "x"), "y")
    assert fixed(parsed, text, *edits) is None


@pytest.mark.parametrize(
    ("part", "name", "expected"),
    [
        (Part.NAME, "r", [(1, "r", "N")]),
        (Part.VALUE, "c", [(17, "z", "N")]),
        (Part.AFTER_NAME, "c", [(16, "", "N")]),
        (Part.END, "c", [(18, "", "N")]),
        (Part.END, "b", [(22, "", "N")]),
        (Part.END_NAME, "b", [(24, "b", "N")]),
        (Part.WHOLE, "c", None),  # what is deleted before it would remain
        (Part.VALUE, "b", None),
        (Part.WHOLE, "b", None),
        (Part.END, "a", None),
        (Part.END_NAME, "a", None),
        (Part.VALUE, "a", None),  # its end is where `</a>` is to be inserted
        (Part.WHOLE, "a", None),
        (Part.END, "r", None),
    ],
)
def test_a_fix_is_dropped_where_the_text_was_repaired(
    part: Part, name: str, expected: list[tuple[int, str, str]] | None
) -> None:
    parsed = repaired(BROKEN, *MENDS)
    place = Place(part, element(parsed, name))
    assert fixed(parsed, BROKEN, (place, "N")) == expected


PIECES = ["<r>", "<a x='1'>", "one", "</a>", "\r\n", "<b/>", "&amp;", "</r>"]
WELL_FORMED = "".join(PIECES)
# None of them is in the well-formed text: nothing is replaced by itself.
ALPHABET = st.text(st.sampled_from("@[]{}\U0001f4a9"), max_size=3)


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """Draw a text and the edits that make the well-formed one of it.

    Parts of the well-formed text are what repair has written; what it has
    replaced is drawn.
    """
    size = len(WELL_FORMED)
    cuts = sorted(draw(st.sets(st.integers(0, size), max_size=8)))
    text, at, edits = "", 0, []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        text += WELL_FORMED[at:start]
        old = draw(ALPHABET)
        edits.append((len(text), len(text) + len(old), WELL_FORMED[start:end]))
        text, at = text + old, end
    return text + WELL_FORMED[at:], edits


def places_of(parsed: Parsed) -> list[Place]:
    assert parsed.root is not None
    elements = list(parsed.root.iter())
    return [Place(part, e, "x", 0, 2) for e in elements for part in PARTS]


@given(damages())
def test_whatever_was_repaired_ranges_are_neither_empty_nor_outside(
    damaged: tuple[str, list[tuple[int, int, str]]],
) -> None:
    text, edits = damaged
    parsed = repaired(text, *edits)
    assert parsed.text == WELL_FORMED
    found = [finding(place) for place in places_of(parsed)]
    for diagnostic in resolved(parsed, text, *found):
        start, end = (position.offset for position in diagnostic.range)
        assert 0 <= start < end <= len(text) or (not text and start == end == 0)


@given(damages())
def test_whatever_was_repaired_a_fix_replaces_what_the_tree_has_there(
    damaged: tuple[str, list[tuple[int, int, str]]],
) -> None:
    text, edits = damaged
    parsed, whole = repaired(text, *edits), given_as(WELL_FORMED)
    for here, there in zip(places_of(parsed), places_of(whole), strict=True):
        done = fixed(parsed, text, (here, "N"))
        expected = fixed(whole, WELL_FORMED, (there, "N"))
        if done is not None:
            assert expected is not None
            assert [e[1:] for e in done] == [e[1:] for e in expected]
            assert all(_is_outside(e, edits) for e in done)


def _is_outside(
    edit: tuple[int, str, str], mends: Sequence[tuple[int, int, str]]
) -> bool:
    start, end = edit[0], edit[0] + len(edit[1])
    return all(e < start or s > end for s, e, _ in mends)
