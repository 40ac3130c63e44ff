"""Which fixes one round makes, and the edits that they are."""

from __future__ import annotations

import pytest

from ctct_lint.fixes.apply import (
    ChosenFix,
    alternatives,
    choose,
    edits_of,
    text_edits,
)
from ctct_lint.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from ctct_lint.text.source import LineIndex
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import apply_edits

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
TEXT = "0123456789"
INDEX = LineIndex(TEXT)


def fix(
    *edits: tuple[int, int, str], title: str = "f", how: Applicability = SAFE
) -> Fix:
    made = (Edit(INDEX.range(start, end), new) for start, end, new in edits)
    return Fix(title, how, tuple(made))


def diagnostic(start: int, *fixes: Fix, name: str = "one") -> Diagnostic:
    where = INDEX.range(start, start + 1)
    return Diagnostic(where, Severity.ERROR, "CTC201", name, name, fixes=fixes)


def chosen(*found: Diagnostic) -> list[ChosenFix]:
    return choose(choice for one in found for choice in alternatives(one, {SAFE})[:1])


def applied(*found: Diagnostic) -> str:
    return apply_edits(TEXT, edits_of(chosen(*found)))


def test_only_wanted_fixes_can_be_chosen_the_best_first() -> None:
    unsafe = fix((0, 1, "u"), how=UNSAFE)
    first, second = fix((0, 1, "a")), fix((0, 1, "b"))
    one = diagnostic(0, unsafe, first, second)

    assert alternatives(one, {SAFE}) == [ChosenFix(one, first), ChosenFix(one, second)]
    assert alternatives(one, {SAFE, UNSAFE}) == [
        ChosenFix(one, unsafe),
        ChosenFix(one, first),
        ChosenFix(one, second),
    ]
    assert alternatives(one, frozenset()) == alternatives(diagnostic(4), {SAFE}) == []


def test_edits_are_made_at_offsets_of_the_text() -> None:
    assert text_edits(fix((1, 3, "x"), (5, 5, "y"))) == [
        TextEdit(1, 3, "x"),
        TextEdit(5, 5, "y"),
    ]
    one = diagnostic(0, fix((1, 3, "x"), (5, 5, "y")))
    assert applied(one, diagnostic(7, fix((7, 8, "")))) == "0x34y5689"


MEETING = [
    # a replacement and what it leaves room for
    ((2, 5, "x"), (5, 7, "y"), True),
    ((2, 5, "x"), (4, 7, "y"), False),
    ((2, 5, "x"), (3, 4, "y"), False),
    ((3, 4, "y"), (2, 5, "x"), False),
    ((2, 5, "x"), (2, 5, "y"), False),
    ((2, 5, "x"), (2, 5, "x"), True),
    ((5, 7, "x"), (2, 5, "y"), True),
    # an insertion beside or in a replacement
    ((2, 5, "x"), (1, 1, "y"), True),
    ((2, 5, "x"), (2, 2, "y"), False),
    ((2, 5, "x"), (3, 3, "y"), False),
    ((2, 5, "x"), (5, 5, "y"), False),
    ((2, 5, "x"), (6, 6, "y"), True),
    ((1, 1, "y"), (2, 5, "x"), True),
    ((2, 2, "y"), (2, 5, "x"), False),
    ((3, 3, "y"), (2, 5, "x"), False),
    ((5, 5, "y"), (2, 5, "x"), False),
    ((6, 6, "y"), (2, 5, "x"), True),
    # insertions
    ((3, 3, "x"), (3, 3, "y"), True),
    ((3, 3, "x"), (3, 3, "x"), True),
]


@pytest.mark.parametrize(("first", "second", "together"), MEETING)
def test_what_meets_an_earlier_fix_waits(
    first: tuple[int, int, str], second: tuple[int, int, str], together: bool
) -> None:
    found = [diagnostic(0, fix(first)), diagnostic(1, fix(second), name="two")]

    assert [c.diagnostic for c in chosen(*found)] == found[: 1 + together]


def test_a_fix_waits_as_a_whole() -> None:
    first = diagnostic(0, fix((4, 5, "x")))
    second = diagnostic(1, fix((1, 2, "y"), (4, 6, "z")))
    third = diagnostic(2, fix((1, 2, "w")))

    assert chosen(first, second, third) == [
        ChosenFix(first, first.fixes[0]),
        ChosenFix(third, third.fixes[0]),
    ]


def test_a_replacement_that_two_ask_for_is_made_once() -> None:
    both = [diagnostic(0, fix((2, 5, "x"))), diagnostic(1, fix((2, 5, "x")))]

    assert len(chosen(*both)) == 2
    assert applied(*both) == "01x56789"


def test_of_two_open_elements_the_inner_one_is_closed_first() -> None:
    outer, inner = (
        diagnostic(0, fix((9, 9, "</a>"))),
        diagnostic(3, fix((9, 9, "</b>"))),
    )

    assert applied(outer, inner) == "012345678</b></a>9"


def test_what_is_inserted_for_one_place_keeps_the_order_of_its_diagnostics() -> None:
    one, two = diagnostic(0, fix((9, 9, "1"))), diagnostic(0, fix((9, 9, "2")))

    assert applied(one, two) == "012345678129"


def test_many_fixes_are_chosen_in_any_order() -> None:
    found = [diagnostic(0, fix((at, at + 1, "x"))) for at in (6, 0, 8, 2, 4)]
    found += [diagnostic(0, fix((at, at, "y"))) for at in (10,)]

    assert applied(*found) == "x1x3x5x7x9y"
