"""One trial: some fixes made together, and what they would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.fixes.apply import edits_of
from ctct_lint.fixes.blame import Suspects
from ctct_lint.fixes.compare import (
    Moved,
    is_harmless,
    is_rest,
    key,
    new_in,
    swollen,
    was_hidden,
)
from ctct_lint.fixes.spelling import respell
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ctct_lint.fixes.apply import ChosenFix
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.xml.draft import TextEdit

    Lint = Callable[[bytes], Sequence[Diagnostic]]

UNCHANGED = "the fault would still be there"
UNWRITABLE = "the file's encoding has no room for it"


class State(NamedTuple):
    """A document and all that is wrong with it."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...]


class Trial(NamedTuple):
    """What a document would be with some fixes.

    after        the document with all of them
    edits        what they changed
    blamed       those that do harm, and which
    guessed      the same of those of which there is no more than a guess
    unexplained  the harm that none of them can be blamed for; else ""
    """

    after: State
    edits: Sequence[TextEdit]
    blamed: dict[ChosenFix, str]
    guessed: dict[ChosenFix, str]
    unexplained: str = ""

    @property
    def is_good(self) -> bool:
        """Is the document better, and nowhere worse?"""
        return not (self.blamed or self.unexplained)


def try_together(before: State, choices: Sequence[ChosenFix], lint: Lint) -> Trial:
    """Make fixes that do not meet, and lint once to see what comes of it.

    Where an error is mended, what is less than an error may come to light; of a
    fix that `uncovers`, whatever was hidden in the fault that it mends.
    """
    edits = edits_of(choices)
    data = respell(before.data, edits)
    if data is None:
        return Trial(before, edits, {}, {}, UNWRITABLE)
    after = State(data, tuple(lint(data)))
    trial = Trial(after, edits, {}, {})
    moved = Moved(edits)
    suspects = Suspects(choices, edits)
    mended = [choice.diagnostic for choice in choices]
    only_errors = all(d.severity is Severity.ERROR for d in mended)
    for new in new_in(before.diagnostics, choices, edits, after.diagnostics):
        suspect = suspects.of(new)
        if suspect is not None:
            if not _is_excused(new, suspect, moved):
                trial.blamed.setdefault(suspect, _why(new, suspect))
        elif not (only_errors and is_harmless(new)):
            guess = suspects.guess(new)
            if guess is not None:
                trial.guessed.setdefault(guess, _harm(new))
            trial = trial._replace(unexplained=trial.unexplained or _harm(new))
    more = swollen(before.diagnostics, mended, after.diagnostics)
    codes = [d.code for d in more if not (only_errors and is_harmless(d))]
    why = f"there would not be fewer {', '.join(codes)}" if codes else ""
    return trial._replace(unexplained=trial.unexplained or why)


def _is_excused(new: Diagnostic, suspect: ChosenFix, moved: Moved) -> bool:
    mended = suspect.diagnostic
    if is_rest(new, mended) or (mended.severity is Severity.ERROR and is_harmless(new)):
        return True
    return suspect.uncovers and was_hidden(new, mended, moved)


def _why(new: Diagnostic, suspect: ChosenFix) -> str:
    is_same = key(new) == key(suspect.diagnostic)
    return UNCHANGED if is_same else _harm(new)


def _harm(new: Diagnostic) -> str:
    return f"it would bring {new.code}, {new.message}"
