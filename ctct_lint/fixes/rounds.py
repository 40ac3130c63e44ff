"""Mending a document: fixes are made in rounds, and each round is verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.fixes.apply import alternatives, are_apart, choose, edits_of
from ctct_lint.fixes.compare import is_harmless, key, new_in, was_hidden
from ctct_lint.fixes.spelling import is_exact, respell
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ctct_lint.diagnostic import Applicability, Diagnostic
    from ctct_lint.fixes.apply import Choice

    Lint = Callable[[bytes], Sequence[Diagnostic]]

MOST_ROUNDS = 10
# How often a document is linted, at most, to find the fixes of one round that do
# harm: enough for a dozen of them, and an end for hostile documents.
MOST_TRIALS = 100
INEXACT = "its bytes cannot be told from its text exactly"


class Mended(NamedTuple):
    """A document after its fixes.

    data     the bytes to write
    fixed    the diagnostics that were mended, round by round; the ranges are
             those in the text of their round
    left     the diagnostics of `data`, fixable or not
    rounds   how many rounds changed something
    refused  why no fix could be made though there were some; else ""
    """

    data: bytes
    fixed: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    rounds: int
    refused: str = ""


def mend(
    data: bytes,
    lint: Lint,
    wanted: Collection[Applicability],
    fixable: Callable[[Sequence[Diagnostic]], Sequence[Diagnostic]] = lambda all_: all_,
) -> Mended:
    """Make the wanted fixes until no more can be made, in ten rounds at most.

    Each round leaves a document without the diagnostics that it mended and
    without new ones; a fix that does not is not made. Where an error is mended,
    what is less than an error may come to light, and whatever was hidden in a
    fault of the syntax, such as the value of `<Email id=5>`. `lint` must report
    all there is; `fixable` says, round by round, which of it is to be mended.
    """
    state = _State(data, tuple(lint(data)))
    fixed: list[Diagnostic] = []
    rounds = 0
    if choose(fixable(state.diagnostics), wanted) and not is_exact(data):
        return Mended(data, (), state.diagnostics, 0, INEXACT)
    while rounds < MOST_ROUNDS:
        round_ = _Round(state, lint, wanted)
        round_.mend(list(fixable(state.diagnostics)))
        if not round_.made:
            break
        rounds += 1
        fixed += [choice.diagnostic for choice in round_.made]
        state = round_.after
    return Mended(state.data, tuple(fixed), state.diagnostics, rounds)


class _State(NamedTuple):
    """A document and all that is wrong with it."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...]


class _Round:
    """The fixes of one round; those that do harm are found by halving."""

    __slots__ = ("_before", "_lint", "_revealed", "_trials", "_wanted", "after", "made")

    def __init__(
        self, before: _State, lint: Lint, wanted: Collection[Applicability]
    ) -> None:
        self._before = before
        self._lint = lint
        self._wanted = wanted
        self._trials = MOST_TRIALS
        self._revealed: set[object] = set()
        self.made: list[Choice] = []
        self.after = before

    def mend(self, diagnostics: list[Diagnostic]) -> None:
        """Make the fixes of diagnostics; those that waited for harmful ones too."""
        while diagnostics and not self.made:
            choices = choose(diagnostics, self._wanted)
            self._make_all(choices)
            tried = {choice.diagnostic for choice in choices}
            diagnostics = [d for d in diagnostics if d not in tried] if tried else []

    def _make_all(self, choices: list[Choice]) -> None:
        """Make those of the fixes that make the document better."""
        # What errors have hidden may come to light, but not a swap of warnings.
        errors = [c for c in choices if c.diagnostic.severity is Severity.ERROR]
        others = [c for c in choices if c.diagnostic.severity is not Severity.ERROR]
        for group in (errors, others):
            if group:
                self._make(group)

    def _make(self, group: list[Choice]) -> None:
        if self._is_made(group):
            return
        if len(group) == 1:
            self._make_otherwise(*group)
            return
        half = len(group) // 2
        self._make(group[:half])
        self._make(group[half:])

    def _make_otherwise(self, choice: Choice) -> None:
        """Try another fix of the diagnostic; else show what it has hidden."""
        for other in alternatives(choice.diagnostic, self._wanted):
            if other != choice and self._is_made([other]):
                return
        self._is_made([choice], hidden_too=True)

    def _is_made(self, group: list[Choice], *, hidden_too: bool = False) -> bool:
        """Make the fixes together with those made before, if that does no harm."""
        choices = [*self.made, *group]
        if not self._trials or not are_apart(choices):
            return False
        self._trials -= 1
        edits = edits_of(choices)
        data = respell(self._before.data, edits)
        if data is None:
            return False
        after = tuple(self._lint(data))
        found = new_in(self._before.diagnostics, choices, edits, after)
        new = [d for d in found if key(d) not in self._revealed]
        mended = [c.diagnostic for c in group]
        for one in new:
            is_weaker = mended[0].severity is Severity.ERROR
            if is_weaker and is_harmless(one, mended):
                continue
            if not (hidden_too and was_hidden(one, mended[0], edits)):
                return False
        self._revealed.update(map(key, new))
        self.made, self.after = choices, _State(data, after)
        return True
