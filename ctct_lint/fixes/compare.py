"""Is a document better for its fixes? Diagnostics from before and after them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.left_out import as_left_out, numbers
from ctct_lint.model.severity import Severity
from ctct_lint.rules.registry import stands_alone
from ctct_lint.xml.edits import Edits

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from ctct_lint.fixes.apply import ChosenFix
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.xml.draft import TextEdit

    # A diagnostic and an offset of the text after the fixes.
    _Placed = tuple[Diagnostic, int]
    _Name = Callable[[Diagnostic, int], Hashable]
    Place = tuple[str, int, int]


def new_in(
    before: Iterable[Diagnostic],
    choices: Sequence[ChosenFix],
    edits: Sequence[TextEdit],
    after: Iterable[Diagnostic],
) -> list[Diagnostic]:
    """Return the diagnostics that were not there before, or should be gone.

    One is the same if its words and path are; or, as a renamed parent changes
    these, if it is of the same code and still at its place.
    """
    mended = {c.diagnostic for c in choices}
    kept = [d for d in before if d not in mended]
    hidden = {left.code for left in map(as_left_out, kept) if left}
    return [
        diagnostic
        for diagnostic in _unmatched(kept, Moved(edits), after)[1]
        # Of what was left out before it is unknown whether it is new.
        if (as_left_out(diagnostic) or diagnostic).code not in hidden
    ]


def swollen(
    before: Sequence[Diagnostic],
    mended: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
) -> list[Diagnostic]:
    """Return the first diagnostic of each code of which fixes have brought more.

    Of what was left out before it is unknown what is new; but there have to be fewer
    of its code, by those that were mended, and of which there is no rest.
    """
    hidden = {left.code for left in map(as_left_out, before) if left}
    if not hidden:
        return []
    at_paths = {(d.code, d.path): d for d in mended}
    more = numbers(after)
    more.subtract(numbers(before))
    more.update(diagnostic.code for diagnostic in mended)
    for new in after:
        one = at_paths.get((new.code, new.path))
        more[new.code] -= one is not None and is_rest(new, one)
    first = {diagnostic.code: diagnostic for diagnostic in reversed(after)}
    return [first[code] for code in sorted(hidden) if more[code] > 0]


def is_harmless(new: Diagnostic) -> bool:
    """Is it what errors may bring to light when they are mended: less than one?"""
    return new.severity > Severity.ERROR


def is_of_form(diagnostic: Diagnostic) -> bool:
    """Is it a fault in whose range nothing else is judged?"""
    return stands_alone(diagnostic.name)


def is_rest(new: Diagnostic, mended: Diagnostic) -> bool:
    """Is it the same fault of the same element, with less to be mended?

    A fix could not mend all of it.
    """
    is_same = (new.code, new.path) == (mended.code, mended.path)
    return is_same and len(new.fixes) < len(mended.fixes)


def was_hidden(new: Diagnostic, mended: Diagnostic, moved: Moved) -> bool:
    """Is it about what was no more than a part of a fault of the syntax before?"""
    if is_of_form(new) or not is_of_form(mended):
        return False
    start, end = (moved(at.offset) for at in mended.range)
    return start <= new.range.start.offset and new.range.end.offset <= end


def gone(
    before: Iterable[Diagnostic], edits: Sequence[TextEdit], after: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Return the diagnostics that edits have taken away."""
    return _unmatched(before, Moved(edits), after)[0]


def _unmatched(
    before: Iterable[Diagnostic], moved: Moved, after: Iterable[Diagnostic]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return those before and those after that have no like on the other side."""
    old = [(d, moved(d.range.start.offset)) for d in before]
    new = [(d, d.range.start.offset) for d in after]
    for name in (_words_and_place, _words, place):
        old, new = _others(old, new, name), _others(new, old, name)
    return [d for d, _ in old], [d for d, _ in new]


def _others(some: list[_Placed], those: list[_Placed], name: _Name) -> list[_Placed]:
    """Return some of these; as many of each name as there are of those are not."""
    there = Counter(name(*one) for one in those)
    left = []
    for one in some:
        called = name(*one)
        if there[called]:
            there[called] -= 1
        else:
            left.append(one)
    return left


def _words_and_place(diagnostic: Diagnostic, offset: int) -> Hashable:
    return key(diagnostic), offset


def _words(diagnostic: Diagnostic, _offset: int) -> Hashable:
    return key(diagnostic)


def key(diagnostic: Diagnostic) -> tuple[str, str, str, Severity]:
    """Return what makes a diagnostic the same in another version of a document."""
    return diagnostic.code, diagnostic.message, diagnostic.path, diagnostic.severity


def place(diagnostic: Diagnostic, offset: int) -> Place:
    """Return what makes it the same where other words are changed; see `new_in`."""
    return diagnostic.code, diagnostic.severity, offset


class Moved:
    """Where an offset is after edits that are in order; insertions push it on."""

    def __init__(self, edits: Sequence[TextEdit]) -> None:
        self._edits = edits
        self._ends = [e.end for e in edits]
        self._growth = list(Edits(edits).growths())

    def __call__(self, offset: int) -> int:
        """Return the new offset; of what was replaced, the start of the new text."""
        index = bisect_right(self._ends, offset)
        if index < len(self._edits):
            offset = min(offset, self._edits[index].start)
        return offset + self._growth[index]
