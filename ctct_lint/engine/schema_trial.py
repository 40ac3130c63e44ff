"""Fixes that the schema has to agree to: each is made in a copy, and that is judged.

A fix that decides something for the user is a guess. Where the document would have as
many faults with it as without it, the guess is wrong, and not shown.

First all fixes are made at once: mostly each takes a fault away, and all guesses are
right. Else each is made alone.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.engine.parse import strict_root
from ctct_lint.model.fault import NEEDED
from ctct_lint.model.severity import Applicability

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ctct_lint.model.fault import Fault
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.rules.base import Proposal, Rule
    from ctct_lint.text.span import Span

    # What is put in the place of which spans of the text.
    Made = tuple[tuple[Span, str], ...]
    Maker = Callable[[Proposal], Made]
    Firsts = Iterable[tuple[str, Proposal | None]]

# How the kinds of faults begin that say that something is to be written.
LACKING = "missing-"
# So many characters are read again at most, which takes about a tenth of a second.
# Fixes beyond that are offered as they are. To explain a fault takes as long as to
# read so many.
_MOST, _FAULT = 1 << 17, 64


def weighed(faults: Iterable[Fault]) -> Counter[str]:
    """Return how much is wrong, by the kinds of faults.

    Of what lacks, each element and attribute counts.
    """
    found: dict[str, int] = {}
    for fault in faults:
        kind = fault.kind
        lacks = kind.startswith(LACKING) or fault.detail == NEEDED
        number = max(len(fault.expected), 1) if lacks else 1
        found[kind] = found.get(kind, 0) + number + fault.left_out
    return Counter(found)


class SchemaTrial:
    """Tries fixes in one text; nothing is read before there is one to try."""

    def __init__(
        self,
        text: str,
        profile: Profile,
        operation: str | None,
        of_schema: Iterable[Fault],
    ) -> None:
        """Note the well-formed text, its vocabulary and what it is asked to be for.

        of_schema  what is wrong with it by the schema
        """
        self._text = text
        self._right: frozenset[Proposal] | None = None
        self._profile = profile
        self._operation = operation if operation in profile.operations else None
        self._before = weighed(of_schema)
        self._incomplete: set[Proposal] = set()
        self._left = _MOST
        # Of one more reading, as far as is known.
        self._cost = len(text) + _FAULT * self._before.total()

    def accepts(self, rule: Rule, fix: Proposal, made: Maker, firsts: Firsts) -> bool:
        """Is a fix no guess, or one that leaves fewer faults than there are?

        made    returns what a fix does
        firsts  the rule of each finding and its first fix, None without one
        """
        is_guess = fix.applicability == Applicability.UNSAFE
        if not (is_guess and rule.is_of_schema):
            return True
        if self._left < self._cost:
            return True
        if self._right is None:
            self._right = self._right_together(list(firsts), made)
        if fix in self._right:
            return True
        # What is not among them is told by something else than the schema.
        if rule.name not in self._before or self._left < self._cost:
            return True
        after = self._faults(_edited(self._text, made(fix)))
        new = after - self._before
        if new and all(kind.startswith(LACKING) for kind in new):
            self._incomplete.add(fix)
        return after.total() < self._before.total()

    def is_incomplete(self, fix: Proposal) -> bool:
        """Tell whether a refused fix is right, but asks for more to be written.

        What it writes lacks an element or an attribute, and nothing else is wrong.
        """
        return fix in self._incomplete

    def _right_together(
        self, firsts: list[tuple[str, Proposal | None]], made: Maker
    ) -> frozenset[Proposal]:
        """Return fixes that leave, made at once, but what has none; else nothing."""
        fixes = frozenset(fix for _, fix in firsts if fix is not None)
        edits = tuple(edit for fix in fixes for edit in made(fix))
        unfixed = Counter(name for name, fix in firsts if fix is None)
        if not (edits and _is_apart(edits)):
            return frozenset()
        left = self._faults(_edited(self._text, edits))
        return fixes if not left or left <= unfixed else frozenset()

    def _faults(self, text: str) -> Counter[str]:
        """Return how much is wrong with a text by the schema, by kinds of faults.

        A text that is no XML any more is as wrong as can be.
        """
        root = strict_root(text)
        if root is None:
            self._left -= len(text)
            return Counter({"": len(self._text)})
        root, _ = self._profile.document_in(root)
        operation, _ = self._profile.purpose(root, self._operation)
        found = weighed(self._profile.check(root, operation))
        cost = len(text) + _FAULT * found.total()
        self._left, self._cost = self._left - cost, max(self._cost, cost)
        return found


def _is_apart(edits: Made) -> bool:
    """Say whether each edit changes another part of the text."""
    spans = sorted(span for span, _ in edits)
    return all(one.end <= other.start for one, other in pairwise(spans))


def _edited(text: str, edits: Made) -> str:
    parts: list[str] = []
    at = 0
    for (start, end), new in sorted(edits):
        parts += (text[at:start], new)
        at = end
    return "".join((*parts, text[at:]))
