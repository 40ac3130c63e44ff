"""The fixes of one round that are still to be tried, and those that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.fixes.apply import alternatives, choose
from ctct_lint.fixes.compare import is_of_form
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ctct_lint.fixes.apply import ChosenFix
    from ctct_lint.fixes.trial import Trial
    from ctct_lint.model.diagnostic import Applicability, Diagnostic


class Doubts(NamedTuple):
    """Diagnostics whose fixes were blamed, and those that are to be tried at last."""

    suspected: Collection[Diagnostic]
    late: Collection[Diagnostic]

    def and_late(self, others: Iterable[Diagnostic]) -> Doubts:
        """Return the same with others that are to be tried at last."""
        return self._replace(late={*self.late, *others})


class Queue:
    """What may be made of each diagnostic, the best first.

    A fix that is blamed for harm waits until others are made, which may be to blame
    as well; blamed again, or with nothing left to wait for, it is out, and the next
    best fix of its diagnostic comes. Each trial that fails puts aside more of what
    stands around, so that something is made soon. What no fix can be blamed for is
    looked for by halves.
    """

    def __init__(
        self,
        diagnostics: Iterable[Diagnostic],
        wanted: Collection[Applicability],
        earlier: Doubts,
    ) -> None:
        """Take the diagnostics, and what was learnt of them in earlier rounds."""
        self._options: dict[Diagnostic, list[ChosenFix]] = {}
        self._waiting: dict[Diagnostic, list[ChosenFix]] = {}
        self._suspected = set(earlier.suspected)
        for diagnostic in diagnostics:
            queue = self._waiting if diagnostic in earlier.late else self._options
            queue[diagnostic] = _options(diagnostic, wanted)
        # Put aside last: if the others do no harm, it is in here.
        self._half: set[Diagnostic] = set()
        self._reach = 0
        self._has_guessed = False

    @property
    def doubts(self) -> Doubts:
        """What a later round should know."""
        return Doubts(self._suspected, self._suspected | self._half)

    def next(self) -> list[ChosenFix]:
        """Return what is to be tried together; nothing if all turns are over."""
        if not self._options:
            self._options, self._waiting = self._waiting, {}
            self._reach = 0
        return choose(options[0] for options in self._options.values())

    def learn(self, tried: Sequence[ChosenFix], trial: Trial) -> dict[Diagnostic, str]:
        """Put aside what does harm; return what cannot be mended at all, and why."""
        blamed = self._blamed(tried, trial)
        if not blamed:
            self._put_aside(half := _half(tried))
            self._half = {choice.diagnostic for choice in half}
            return {}
        is_last = len(blamed) == len(tried)
        out = {
            choice: why
            for choice, why in blamed.items()
            if is_last or choice.diagnostic in self._suspected
        }
        self._suspected.update(choice.diagnostic for choice in blamed)
        self._put_aside(c for c in _around(blamed, tried, self._reach) if c not in out)
        self._reach = 2 * self._reach + 1
        return {c.diagnostic: why for c, why in out.items() if self._is_last_of(c)}

    def _blamed(
        self, tried: Sequence[ChosenFix], trial: Trial
    ) -> Mapping[ChosenFix, str]:
        """Return what does harm; a guess is good for once, and one is no guess."""
        if trial.blamed:
            return trial.blamed
        if len(tried) == 1:
            return {tried[0]: trial.unexplained}
        is_first, self._has_guessed = not self._has_guessed, True
        return trial.guessed if is_first else {}

    def _put_aside(self, choices: Iterable[ChosenFix]) -> None:
        for choice in choices:
            diagnostic = choice.diagnostic
            self._waiting[diagnostic] = self._options.pop(diagnostic)

    def _is_last_of(self, choice: ChosenFix) -> bool:
        """Take a choice out; is none left of its diagnostic?"""
        options = self._options[choice.diagnostic]
        options.remove(choice)
        if not options:
            del self._options[choice.diagnostic]
        return not options


def _options(
    diagnostic: Diagnostic, wanted: Collection[Applicability]
) -> list[ChosenFix]:
    """Return what can be done, at last the best fix whatever it brings to light."""
    best, *others = alternatives(diagnostic, wanted)
    if not is_of_form(diagnostic):
        return [best, *others]
    at_last = best._replace(uncovers=True)
    return [best, *others, at_last] if others else [at_last]


def _around(
    blamed: Collection[ChosenFix], tried: Sequence[ChosenFix], reach: int
) -> list[ChosenFix]:
    """Return those of the choices that are so near to one that is blamed."""
    near: set[int] = set()
    for index, choice in enumerate(tried):
        if choice in blamed:
            near.update(range(index - reach, index + reach + 1))
    return [choice for index, choice in enumerate(tried) if index in near]


def _half(tried: Sequence[ChosenFix]) -> Sequence[ChosenFix]:
    """Return what waits while the others are tried.

    What errors have hidden may come to light, but not where others are mended too.
    """
    others = [c for c in tried if c.diagnostic.severity is not Severity.ERROR]
    are_mixed = 0 < len(others) < len(tried)
    return others if are_mixed else tried[len(tried) // 2 :]
