"""Fixes are made in rounds; a round that makes a document worse is not."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from ctct_lint.fixes.budget import MOST_LINTS
from ctct_lint.fixes.results import NO_END, NO_TURN, FixedFault, Mended, UnfixedFault
from ctct_lint.fixes.rounds import INEXACT, mend
from ctct_lint.fixes.trial import UNCHANGED, UNWRITABLE
from ctct_lint.model.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from ctct_lint.rules.registry import find_rule
from ctct_lint.text.encoding import decode
from ctct_lint.text.source import LineIndex

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


class Toy(NamedTuple):
    """A rule of one word: each match is a diagnostic, `new` replaces it.

    A `new` of None is no fix; "name" in the message is the text matched.
    """

    pattern: str
    new: str | tuple[str, ...] | None = None
    severity: Severity = ERROR
    code: str = "CTC201"
    how: Applicability = SAFE
    message: str = ""
    path: str = "/a"


def lint_with(*toys: Toy) -> Callable[[bytes], list[Diagnostic]]:
    """Return a linter of these rules; it counts its runs in `runs`."""

    def lint(data: bytes) -> list[Diagnostic]:
        lint.runs += 1  # type: ignore[attr-defined]
        text = decode(data).text
        index = LineIndex(text)
        found = [
            _diagnostic(toy, match, index)
            for toy in toys
            for match in re.finditer(toy.pattern, text)
        ]
        return sorted(found, key=lambda d: d.sort_key)

    lint.runs = 0  # type: ignore[attr-defined]
    return lint


def _diagnostic(toy: Toy, match: re.Match[str], index: LineIndex) -> Diagnostic:
    where = index.range(*match.span())
    given = (toy.new,) if isinstance(toy.new, str) else toy.new or ()
    fixes = (Fix(f"write {n}", toy.how, (Edit(where, match.expand(n)),)) for n in given)
    message = toy.message or match[0]
    code, path, known = toy.code, toy.path, find_rule(toy.code)
    name = "toy" if known is None else known.name
    return Diagnostic(
        where, toy.severity, code, name, message, path, fixes=tuple(fixes)
    )


def mended(text: str, *toys: Toy, unsafe: bool = False) -> str:
    wanted = {SAFE, UNSAFE} if unsafe else {SAFE}
    return mend(text.encode(), lint_with(*toys), wanted).data.decode()


def test_a_document_in_order_is_linted_once_and_left_alone() -> None:
    lint = lint_with(Toy("x", "y"))

    assert mend(b"abc", lint, {SAFE}) == Mended(b"abc", (), (), (), 0)
    assert lint.runs == 1  # type: ignore[attr-defined]


def test_what_is_fixed_and_what_is_left_is_said() -> None:
    lint = lint_with(Toy("x", "y"), Toy("z"))
    before = lint(b"axz")
    found = mend(b"axz", lint, {SAFE})

    made = FixedFault("CTC201", "write y", before[0].range.start)
    assert found == Mended(b"ayz", (made,), (), tuple(lint(b"ayz")), 1)


def test_one_lint_a_round_is_enough_where_all_goes_well() -> None:
    lint = lint_with(Toy("x", "y"))

    assert mend(b"x" * 50, lint, {SAFE}).data == b"y" * 50
    assert lint.runs == 2  # type: ignore[attr-defined]


def test_unsafe_fixes_wait_for_consent() -> None:
    toys = (Toy("x", "y"), Toy("z", "w", how=UNSAFE))

    assert mended("xz", *toys) == "yz"
    assert mended("xz", *toys, unsafe=True) == "yw"


def test_what_decides_to_take_away_waits_for_the_others() -> None:
    # What is left between a and c belongs to it as soon as the c is there.
    toys = (Toy("b(?!c)", "", how=UNSAFE), Toy(r"d\Z", "c", how=UNSAFE, code="CTC202"))

    assert mended("abd", *toys, unsafe=True) == "abc"
    assert mended("ab", *toys, unsafe=True) == "a"


def test_only_what_may_be_fixed_is() -> None:
    lint = lint_with(Toy("x", "y"), Toy("z", "w", code="CTC202"))
    found = mend(
        b"xz", lint, {SAFE}, lambda all_: [d for d in all_ if d.code == "CTC202"]
    )

    assert found.data == b"xw"
    assert [d.code for d in found.left] == ["CTC201"]


def test_what_overlaps_is_fixed_round_by_round() -> None:
    # `ab` and `bc` share a letter.
    lint = lint_with(Toy("ab", "_b"), Toy("bc", "b_", code="CTC202"))
    found = mend(b"abc", lint, {SAFE})

    assert found.data == b"_b_"
    assert [made.code for made in found.made] == ["CTC201", "CTC202"]
    assert found.rounds == 2


def test_rounds_end_when_the_document_was_linted_often_enough() -> None:
    toys = [
        Toy(rf"\A(?!.*{c})..", rf"\g<0>{c}", code=f"CTC2{n:02}", message=c)
        for n, c in enumerate("abcdefghijklmnopqrstuvwxyz")
    ]
    # Each adds its letter to the same place.
    lint = lint_with(*toys)
    found = mend(b"--", lint, {SAFE})

    assert lint.runs == MOST_LINTS == 18  # type: ignore[attr-defined]
    assert found.rounds == 17
    assert found.data == b"--qponmlkjihgfedcba"
    assert [(one.code, one.why) for one in found.unmade] == [
        (f"CTC2{n}", NO_TURN) for n in range(17, 26)
    ]


def test_a_fix_that_does_not_cure_is_not_made() -> None:
    assert mend(b"x", lint_with(Toy("x", " x")), {SAFE}).made == ()
    assert mended("xz", Toy("x", " x"), Toy("z", "w")) == "xw"


def test_a_fix_that_brings_another_error_is_not_made() -> None:
    toys = (Toy("x", "bad"), Toy("bad", code="CTC207"), Toy("z", "w"))

    assert mended("xz" * 20, *toys) == "xw" * 20


def test_the_same_error_elsewhere_is_not_the_one_that_was_there() -> None:
    toys = (Toy("x", "bad"), Toy("bad", code="CTC207"))

    assert mended("bad x", *toys) == "bad x"


def test_an_error_more_is_one_too_many_even_if_it_has_a_twin() -> None:
    toys = (Toy("x", "bad"), Toy("bad", code="CTC207"))

    assert mended("bad x bad", *toys) == "bad x bad"


def test_a_document_never_gets_worse_even_if_a_fix_helps_elsewhere() -> None:
    # The first mends two faults and makes one: of another kind, so it is not made.
    toys = (Toy("x.*y", "bad"), Toy("y", "z", code="CTC202"), Toy("bad", code="CTC207"))

    assert mended("x-y", *toys) == "x-z"


def test_another_fix_of_the_diagnostic_is_tried() -> None:
    toys = (Toy("x", ("bad", "worse", "good")), Toy("bad|worse", code="CTC207"))

    assert mended("x-x", *toys) == "good-good"


def test_another_fix_is_not_made_where_one_stands_already() -> None:
    toys = (
        Toy("x(?=z)", ("bad", "ok")),
        Toy("bad", code="CTC207"),
        Toy("xz", ("xzbad", "z"), code="CTC202"),
    )

    # Both are about the `x`; the second one waits until the first is out of the way.
    assert mended("xz", *toys) == "okz"


def test_a_warning_may_come_to_light_when_an_error_is_mended() -> None:
    assert mended("x", Toy("x", "y"), Toy("y", severity=WARNING, code="CTC4")) == "y"


def test_a_warning_far_away_may_come_to_light_but_not_for_a_warning() -> None:
    far = Toy("h(?=.*y)", severity=WARNING, code="CTC420")

    assert mended("h--x", Toy("x", "y"), far) == "h--y"
    assert mended("h--x", Toy("x", "y", severity=WARNING), far) == "h--x"


def test_a_warning_is_not_swapped_for_another() -> None:
    toys = (Toy("x", "y", severity=WARNING), Toy("y", severity=INFO, code="CTC420"))

    assert mended("x", *toys) == "x"
    # Nor does an error that is mended at the same time excuse it.
    assert mended("xe", *toys, Toy("e", "f")) == "xf"


def test_what_an_error_has_revealed_does_not_keep_a_warning_from_being_mended() -> None:
    toys = (
        Toy("e", "y"),
        Toy("y", severity=WARNING, code="CTC420"),
        Toy("w", "v", severity=WARNING, code="CTC421"),
    )

    assert mended("ew", *toys) == "yv"


def test_an_error_does_not_become_a_warning_of_the_same_words() -> None:
    toys = (
        Toy("x", "y", message="same"),
        Toy("y", severity=WARNING, message="same"),
    )
    # It is no more an error: that is better.
    assert mended("x", *toys) == "y"


def test_a_fault_may_not_get_worse() -> None:
    toys = (
        Toy("x", "y"),
        Toy("(?<!y)w", severity=WARNING, code="CTC420", message="w"),
        Toy("(?<=y)w", severity=ERROR, code="CTC420", message="w"),
    )

    assert mended("xw", *toys) == "xw"


def test_what_a_fault_of_the_syntax_has_hidden_comes_to_light() -> None:
    # `id=5`: once it is quoted, the value is judged.
    toys = (
        Toy('(?<!")5', '"5"', code="CTC111"),
        Toy('(?<=")5', code="CTC407"),
    )

    assert mended("id=5", *toys) == 'id="5"'


def test_what_the_fix_of_a_value_brings_was_not_hidden() -> None:
    toys = (Toy("(?<!!)5", "!5", code="CTC215"), Toy("(?<=!)5", code="CTC407"))

    assert mended("id=5", *toys) == "id=5"


def test_an_error_elsewhere_was_not_hidden_in_a_fault_of_the_syntax() -> None:
    toys = (
        Toy("5", "6", code="CTC111"),
        Toy("id(?==6)", code="CTC407"),
    )

    assert mended("id=5", *toys) == "id=5"


def test_one_fault_of_the_syntax_is_not_swapped_for_another() -> None:
    toys = (Toy("5", "6", code="CTC111"), Toy("6", code="CTC112"))

    assert mended("id=5", *toys) == "id=5"


def test_a_renamed_parent_changes_words_and_path_but_not_the_fault() -> None:
    toys = (
        Toy("A", "Bcd"),
        Toy(r"(?<=A )x", code="CTC203", message="x in A", path="/A"),
        Toy(r"(?<=Bcd )x", code="CTC203", message="x in Bcd", path="/Bcd"),
    )

    assert mended("A x", *toys) == "Bcd x"


def test_another_fault_at_the_same_place_is_another() -> None:
    toys = (
        Toy("A", "B"),
        Toy(r"(?<=A )x", code="CTC203"),
        Toy(r"(?<=B )x", code="CTC205"),
    )

    assert mended("A x", *toys) == "A x"


def test_a_fault_in_what_is_rewritten_is_found_at_its_start() -> None:
    toys = (
        Toy("abc", "xyz"),
        Toy("bc", code="CTC203", message="old"),
        Toy("xyz", code="CTC203", message="new"),
    )

    assert mended("-abc", *toys) == "-xyz"


def test_diagnostics_that_were_left_out_are_not_new() -> None:
    toys = (
        Toy("x", "y", code="CTC107"),
        Toy("(?<=y)m", code="CTC107", message="shown now"),
        _more("(?<!y)m", 9),
        _more("(?<=y)m", 8),
    )

    assert mended("xm", *toys) == "ym"


def _more(pattern: str, number: int, code: str = "CTC107") -> Toy:
    """Return a rule that says that so many more of a code are not shown."""
    message = f"{number} more {code} (a-name) not shown"
    return Toy(pattern, severity=INFO, code="CTC902", message=message)


def test_more_of_a_code_than_there_should_be_left_is_new_wherever_it_is() -> None:
    toys = (
        Toy("x", "y", code="CTC107"),
        Toy("(?<=y)m", code="CTC107", message="shown now", path="/b"),
        _more("(?<!y)m", 9),
        _more("(?<=y)m", 9),
    )
    found = mend(b"xm", lint_with(*toys), {SAFE})

    assert found.data == b"xm"
    assert [one.why for one in found.unmade] == [
        "there would not be fewer CTC107",
        NO_END,
    ]


def test_more_that_is_no_error_may_come_to_light() -> None:
    toys = (
        Toy("x", "y"),
        Toy("m", severity=WARNING, code="CTC107"),
        _more("(?<!y)m", 9),
        _more("(?<=y)m", 99),
    )

    assert mended("xm", *toys) == "ym"


def test_the_rest_of_what_is_mended_is_not_more() -> None:
    toys = (
        Toy("x", ("y", "z"), code="CTC107", how=SAFE),
        Toy("y", code="CTC107", message="the rest"),
        _more("(?<!y)m", 9),
        _more("(?<=y)m", 9),
    )

    assert mended("xm", *toys) == "ym"


def test_what_is_not_shown_of_what_can_be_mended_had_no_turn() -> None:
    toys = (
        Toy("x", " x", code="CTC107"),
        Toy("z", "w"),
        Toy("v", code="CTC108"),
        _more("m", 9),
        _more("n", 9, "CTC108"),
    )
    found = mend(b"zxvmn", lint_with(*toys), {SAFE})

    assert found.data == b"wxvmn"
    assert [(one.code, one.at.offset, one.why) for one in found.unmade] == [
        ("CTC107", 1, "there would not be fewer CTC107"),
        ("CTC107", 3, NO_TURN),
    ]


def test_more_left_out_of_another_code_are_new() -> None:
    toys = (
        Toy("x", "y", severity=WARNING, code="CTC107"),
        _more("y", 9, "CTC207"),
    )

    assert mended("x", *toys) == "x"


def test_a_document_that_cannot_be_written_exactly_is_left_alone() -> None:
    data = codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff"
    lint = lint_with(Toy("(?s).+", "y"))

    assert mend(data, lint, {SAFE}) == Mended(
        data, (), (), tuple(lint(data)), 0, INEXACT
    )
    assert mend(data, lint, {UNSAFE}).refused == ""


def test_a_fix_that_cannot_be_written_is_not_made() -> None:
    # After the half of a character, any letter would become its other half.
    data = b'<?xml version="1.0" encoding="Shift_JIS"?><a>\x83</a>x'
    lint = lint_with(Toy("(?<=\ufffd)<", "A<"), Toy("x\\Z", "y"))

    found = mend(data, lint, {SAFE})
    assert found.data == data[:-1] + b"y"
    assert [one.why for one in found.unmade] == [UNWRITABLE]


def test_mending_again_changes_nothing() -> None:
    lint = lint_with(Toy("x", "bad"), Toy("bad", code="CTC207"), Toy("aab", "b"))
    once = mend(b"xaab", lint, {SAFE})

    assert once.data == b"xb"
    assert mend(once.data, lint, {SAFE}) == Mended(b"xb", (), once.unmade, once.left, 0)


def whys(text: str, *toys: Toy) -> list[str]:
    return [one.why for one in mend(text.encode(), lint_with(*toys), {SAFE}).unmade]


def test_why_a_fix_was_not_made_is_told_with_its_places() -> None:
    toys = (
        Toy("a", "bbb"),
        Toy("x", "bad", code="CTC202"),
        Toy("bad", code="CTC207", message="it is bad"),
    )
    found = mend(b"a\nx", lint_with(*toys), {SAFE})

    at, was = LineIndex("bbb\nx").position(4), LineIndex("a\nx").position(2)
    why = "it would bring CTC207, it is bad"
    assert found.unmade == (UnfixedFault("CTC202", why, at, was),)


def test_a_fix_may_leave_its_fault_as_it_was() -> None:
    assert whys("x", Toy("x", " x")) == [UNCHANGED]


def test_what_is_not_to_be_mended_needs_no_reason() -> None:
    toys = (Toy("x", "bad"), Toy("bad", code="CTC207"), Toy("z", "w", how=UNSAFE))
    found = mend(b"xz", lint_with(*toys), {SAFE}, lambda _: [])

    assert found.unmade == ()
    assert len(whys("xz", *toys)) == 1


def test_what_goes_with_the_fix_of_another_is_mended_too() -> None:
    toys = (Toy("xy", "z"), Toy("y", "w", code="CTC202"), Toy("y", code="CTC204"))
    found = mend(b"-xy", lint_with(*toys), {SAFE})

    assert [(one.code, one.title, one.at.offset) for one in found.made] == [
        ("CTC201", "write z", 1),
        ("CTC202", "", 2),
    ]


def test_the_places_of_later_rounds_are_those_of_the_first_document() -> None:
    toys = (Toy("a", "bbb"), Toy("(?<=bbb)\nx", "\ny", WARNING, code="CTC202"))
    found = mend(b"a\nx", lint_with(*toys), {SAFE})

    index = LineIndex("a\nx")
    assert [one.at for one in found.made] == [index.position(0), index.position(1)]


def test_a_harmful_fix_is_made_once_it_does_no_harm_any_more() -> None:
    # What `x` becomes is bad as long as there is no `w`: for two rounds.
    toys = (
        Toy("x", "y"),
        Toy(r"y(?=.*[uv])", code="CTC207"),
        Toy("u", "v", code="CTC202"),
        Toy("v", "w", WARNING, code="CTC203"),
    )

    assert mended("x-u", *toys) == "y-w"


def test_what_was_blamed_beside_another_is_tried_by_itself_at_last() -> None:
    # What `q` becomes does harm to what `x` becomes, and to the `h`.
    toys = (
        Toy("x", "y"),
        Toy("e", "f", code="CTC202"),
        Toy("q", "r", code="CTC203"),
        Toy("y(?=.*r)", code="CTC207"),
        Toy("h(?=.*r)", code="CTC208"),
    )

    assert mended("h-x-e-q", *toys) == "h-y-f-q"


def runs(text: str, *toys: Toy) -> int:
    lint = lint_with(*toys)
    mend(text.encode(), lint, {SAFE})
    found: int = lint.runs  # type: ignore[attr-defined]
    return found


BAD = Toy("bad", code="CTC207")


def test_harmful_fixes_are_known_by_where_they_wrote() -> None:
    # All at once; without those that did harm; and these twice more by themselves,
    # first as what has done harm before, then as if nothing were known of them.
    assert runs("xz" * 50, Toy("x", "bad"), BAD, Toy("z", "w")) == 5


def test_a_harmful_fix_far_from_its_harm_is_found_by_halves() -> None:
    toys = (
        Toy("h(?=.*bad)", code="CTC207"),
        Toy("x", "y", code="CTC202"),
        Toy("q", "bad", code="CTC203"),
    )

    assert mended("h" + "-x" * 20 + "-q" + "-x" * 11, *toys) == (
        "h" + "-y" * 20 + "-q" + "-y" * 11
    )
    assert runs("h" + "-x" * 20 + "-q" + "-x" * 11, *toys) <= 12


def test_what_was_put_aside_is_tried_last_in_the_rounds_to_come() -> None:
    # What `q` becomes does harm far away until the `x` is a `w`, in two rounds.
    toys = (
        Toy("h(?=.*bad)(?=.*[xy])", code="CTC207"),
        Toy("x", "y", code="CTC202"),
        Toy("y", "w", code="CTC203", severity=WARNING),
        Toy("q", "bad", code="CTC205"),
    )

    assert mended("h-x-q", *toys) == "h-w-bad"
    assert runs("h-x-q", *toys) == 5


def test_what_is_read_differently_is_read_so_from_there_on() -> None:
    # A fault of the syntax that appears is looked for where was written before it.
    toys = (
        Toy("(?<=bad--)t", code="CTC104"),
        Toy("x", "y", code="CTC202"),
        Toy("q", "bad", code="CTC203"),
    )

    assert mended("x-" * 30 + "q--t" + "-x" * 30, *toys) == (
        "y-" * 30 + "q--t" + "-y" * 30
    )
    assert runs("x-" * 30 + "q--t" + "-x" * 30, *toys) == 5


@example("wwzwawazx")
@given(st.text("xyzabw-", max_size=60))
def test_no_document_is_linted_too_often(text: str) -> None:
    toys = (
        Toy("xy", "x"),
        Toy("yz", "bad", code="CTC202"),
        Toy("za|az", "xx", code="CTC203", severity=WARNING),
        Toy("w(?=.*x)", ("xy", "a", "-"), code="CTC112"),
        Toy("bad|b-", code="CTC207"),
        Toy(r"\A.(?=.*aa)", code="CTC130"),
    )
    lint = lint_with(*toys)
    found = mend(text.encode(), lint, {SAFE})
    again = mend(found.data, lint_with(*toys), {SAFE})

    assert lint.runs <= MOST_LINTS  # type: ignore[attr-defined]
    if NO_TURN not in {one.why for one in found.unmade}:
        assert again.data == found.data
