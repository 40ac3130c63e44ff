"""Mending a document: fixes are made in rounds, and each round is verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.fixes.apply import alternatives, is_removal
from ctct_lint.fixes.budget import Budget
from ctct_lint.fixes.compare import gone
from ctct_lint.fixes.history import History
from ctct_lint.fixes.queue import Queue
from ctct_lint.fixes.results import NO_END, NO_TURN, FixedFault, Mended, UnfixedFault
from ctct_lint.fixes.spelling import is_exact
from ctct_lint.fixes.trial import State, try_together
from ctct_lint.model.left_out import as_left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from ctct_lint.fixes.apply import ChosenFix
    from ctct_lint.fixes.trial import Lint, Trial
    from ctct_lint.model.diagnostic import Applicability, Diagnostic

    Fixable = Callable[[Sequence[Diagnostic]], Sequence[Diagnostic]]

INEXACT = "its bytes cannot be told from its text exactly"


def mend(
    data: bytes,
    lint: Lint,
    wanted: Collection[Applicability],
    fixable: Fixable = lambda all_: all_,
) -> Mended:
    """Make the wanted fixes, in as many rounds as it takes, until none is left.

    Each round makes all the fixes that do not meet, and leaves a document without
    the diagnostics that it mended and without new ones; a fix that does harm is not
    made. Where an error is mended, what is less than an error may come to light, and
    whatever was hidden in a fault of the syntax, such as the value of `<Email id=5>`.
    `lint` must report all there is; `fixable` says, round by round, which of it is to
    be mended.
    """
    mender = _Mender(data, lint, wanted, fixable)
    if mender.has_work() and not is_exact(data):
        return mender.result(INEXACT)
    mender.run()
    return mender.result()


class _Mender:
    """A document on its way, and what has been made of it so far."""

    def __init__(
        self,
        data: bytes,
        lint: Lint,
        wanted: Collection[Applicability],
        fixable: Fixable,
    ) -> None:
        self._budget = Budget(len(data))
        self._linter = lint
        self._wanted = wanted
        self._fixable = fixable
        self._state = State(data, self._lint(data))
        self._history = History(data)
        self._made: list[FixedFault] = []

    def has_work(self) -> bool:
        """Is there anything to mend?"""
        return bool(self._open())

    def run(self) -> None:
        """Make rounds until one that knows of no earlier one finds nothing to do."""
        while not self._budget.is_spent and (self._round() or self._history.forget()):
            pass

    def result(self, refused: str = "") -> Mended:
        """Return what has come of it."""
        unmade = () if refused else tuple(self._unmade())
        data, left = self._state
        rounds = self._history.rounds
        return Mended(data, tuple(self._made), unmade, left, rounds, refused)

    def _lint(self, data: bytes) -> tuple[Diagnostic, ...]:
        found = tuple(self._linter(data))
        self._budget.pay(data, found)
        return found

    def _open(self) -> list[Diagnostic]:
        found = self._fixable(self._state.diagnostics)
        return [d for d in found if alternatives(d, self._wanted)]

    def _round(self) -> bool:
        """Make fixes that do no harm together; False if there are none."""
        history = self._history
        todo = [d for d in self._open() if not history.why_refused(d)]
        doubts = history.doubts(todo).and_late(self._removed(todo))
        queue = Queue(todo, self._wanted, doubts)
        while not self._budget.is_spent and (tried := queue.next()):
            trial = try_together(self._state, tried, self._lint)
            if trial.is_good:
                history.doubt(queue.doubts)
                self._accept(tried, trial)
                return True
            history.refuse(queue.learn(tried, trial))
        return False

    def _removed(self, todo: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return those whose best fix decides to take something away.

        Once others are mended there may be a better one.
        """
        best = ((d, alternatives(d, self._wanted)[0].fix) for d in todo)
        return [d for d, fix in best if is_removal(fix)]

    def _accept(self, choices: list[ChosenFix], trial: Trial) -> None:
        titles = {choice.diagnostic: choice.fix.title for choice in choices}
        after = trial.after
        lost = set(gone(self._state.diagnostics, trial.edits, after.diagnostics))
        for diagnostic in self._open():
            if diagnostic in titles or diagnostic in lost:
                at = self._history.original(diagnostic.range.start.offset)
                title = titles.get(diagnostic, "")
                self._made.append(FixedFault(diagnostic.code, title, at))
        self._history.add(trial.edits)
        self._state = after

    def _unmade(self) -> Iterator[UnfixedFault]:
        no_turn = NO_TURN if self._made else NO_END
        tried = self._open()
        # What was refused while other things were wrong is tried by another run.
        is_sure = self._history.is_fresh or not self._budget.is_spent
        for diagnostic in tried:
            refused = self._history.why_refused(diagnostic) if is_sure else ""
            yield self._not_made(diagnostic, diagnostic.code, refused or no_turn)
        codes = {diagnostic.code for diagnostic in tried}
        for diagnostic in self._fixable(self._state.diagnostics):
            more = as_left_out(diagnostic)
            if more and more.code in codes:
                yield self._not_made(diagnostic, more.code, no_turn)

    def _not_made(self, diagnostic: Diagnostic, code: str, why: str) -> UnfixedFault:
        at = diagnostic.range.start
        return UnfixedFault(code, why, at, self._history.original(at.offset))
