"""Which of the fixes that were made together has brought what is new."""

from __future__ import annotations

from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.fixes.blame import Suspects
from ctct_lint.model.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Severity,
)
from ctct_lint.rules.registry import find_rule
from ctct_lint.text.source import LineIndex

#       0123456789
TEXT = "abcdefghij"
INDEX = LineIndex(TEXT * 2)


def found(  # noqa: PLR0913 - what a test is about
    start: int,
    end: int,
    message: str = "new",
    *,
    code: str = "CTC207",
    refers_to: tuple[int, int] | None = None,
    fix: Fix | None = None,
) -> Diagnostic:
    related = (Label(INDEX.range(*refers_to), "here"),) if refers_to else ()
    where = INDEX.range(start, end)
    fixes = (fix,) if fix else ()
    known = find_rule(code)
    name = "toy" if known is None else known.name
    return Diagnostic(
        where, Severity.ERROR, code, name, message, related=related, fixes=fixes
    )


def choice(start: int, end: int, *edits: tuple[int, int, str]) -> ChosenFix:
    made = tuple(Edit(INDEX.range(s, e), new) for s, e, new in edits)
    fix = Fix("do", Applicability.SAFE, made)
    return ChosenFix(found(start, end, TEXT[start:end], fix=fix), fix)


# `b` becomes `BBB`, before `e` comes `!`, `hi` is taken away: aBBBcd!efgj.
ONE = choice(1, 2, (1, 2, "BBB"))
TWO = choice(3, 5, (4, 4, "!"))
THREE = choice(6, 9, (7, 9, ""))
CHOICES = [ONE, TWO, THREE]
SUSPECTS = Suspects(CHOICES, edits_of(CHOICES))


def test_who_wrote_there_is_to_blame() -> None:
    assert SUSPECTS.of(found(2, 3)) == ONE
    assert SUSPECTS.of(found(6, 7)) == TWO


def test_who_wrote_beside_it_is_to_blame() -> None:
    assert SUSPECTS.of(found(0, 1)) == ONE
    assert SUSPECTS.of(found(4, 5)) == ONE
    assert SUSPECTS.of(found(10, 11)) == THREE


def test_who_wrote_most_of_it_is_to_blame() -> None:
    assert SUSPECTS.of(found(0, 7)) == ONE
    assert SUSPECTS.of(found(4, 7)) == TWO


def test_who_mended_what_is_there_is_to_blame() -> None:
    # `TWO` was about `de`, though it wrote but before the `e`.
    assert SUSPECTS.of(found(5, 5)) == TWO


def test_who_wrote_what_it_refers_to_is_to_blame() -> None:
    assert SUSPECTS.of(found(11, 12, refers_to=(6, 7))) == TWO


def test_who_left_the_fault_as_it_was_is_to_blame_first() -> None:
    both = [choice(1, 2, (1, 2, "x")), choice(2, 3, (2, 3, "y"))]
    suspects = Suspects(both, edits_of(both))

    assert suspects.of(found(1, 3)) == both[0]
    assert suspects.of(found(1, 3, "c")) == both[1]


def test_of_what_is_elsewhere_there_is_no_clue() -> None:
    assert SUSPECTS.of(found(12, 13)) is None
    assert SUSPECTS.of(found(12, 13, "b", refers_to=(15, 16))) is None


def test_of_a_fault_of_the_syntax_the_last_one_before_it_is_a_guess() -> None:
    assert SUSPECTS.guess(found(8, 9, code="CTC102")) == TWO
    assert SUSPECTS.guess(found(12, 13, code="CTC102")) == THREE
    assert SUSPECTS.guess(found(0, 1, code="CTC102")) is None
    assert SUSPECTS.guess(found(12, 13, code="CTC207")) is None


def test_two_that_write_the_same_are_both_known_for_it() -> None:
    both = [choice(1, 2, (1, 2, "x")), choice(3, 4, (1, 2, "x"), (6, 7, "y"))]
    suspects = Suspects(both, edits_of(both))

    assert suspects.of(found(1, 2)) == both[0]
    assert suspects.of(found(6, 7)) == both[1]


def test_what_fell_inside_another_one_wrote_nothing() -> None:
    both = [choice(1, 5, (1, 5, "x")), choice(2, 3, (2, 3, "y"))]
    suspects = Suspects(both, edits_of(both))

    assert suspects.of(found(1, 2)) == both[0]
