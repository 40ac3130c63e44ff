"""What happened so far, and what that means: the summary and the exit status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import Failure
    from ctct_lint.session.files.result import FileResult

CLEAN, FOUND, FAILED = 0, 1, 2
_AGAIN = "run it again to fix more"
_MORE_RUNS = "more runs would fix more"


class Tally:
    """Counts of one run.

    files     how many were checked
    failed    how many jobs could not be done, and how many files the linter failed at
    found     diagnostics by severity
    fixable   diagnostics with a fix, by the most harmless one
    fixed     diagnostics that were mended, or would be
    left      diagnostics that would be left by fixes
    unended   documents of which one run could not mend all
    differing documents that fixes would change
    known     diagnostics that the baseline has
    more      diagnostics that are not shown, as there are too many of their code
    foreign   documents of no known vocabulary that a search has found
    """

    def __init__(self) -> None:
        self.files = 0
        self.failed = 0
        self.found: Counter[Severity] = Counter()
        self.fixable: Counter[Applicability] = Counter()
        self.fixed = 0
        self.left = 0
        self.unended = 0
        self.differing = 0
        self.known = 0
        self.more = 0
        self.foreign = 0
        self.unread: list[Failure] = []

    def add(self, checked: FileResult) -> None:
        """Count a file that was checked."""
        self.files += 1
        self.failed += checked.crashed
        mending = checked.mending
        if mending is not None:
            from ctct_lint.fixes.results import NO_TURN

            self.fixed += len(mending.made)
            self.left += mending.left
            self.unended += any(one.why == NO_TURN for one in mending.unmade)
            self.differing += bool(mending.diff)

    def add_found(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Count what there is to report of a file."""
        if not diagnostics:
            return
        from ctct_lint.model.left_out import as_left_out

        for diagnostic in diagnostics:
            more = as_left_out(diagnostic)
            if more is not None:
                self.more += more.number
                continue
            self.found[diagnostic.severity] += 1
            if diagnostic.fixes:
                kinds = {fix.applicability for fix in diagnostic.fixes}
                is_safe = Applicability.SAFE in kinds
                self.fixable[
                    Applicability.SAFE if is_safe else Applicability.UNSAFE
                ] += 1

    def status(self, fail_on: Severity, *, exit_zero: bool) -> int:
        """Return the exit status of a check."""
        if self.failed:
            return FAILED
        bad = any(n for severity, n in self.found.items() if severity <= fail_on)
        return FOUND if bad and not exit_zero else CLEAN


def summary(tally: Tally, *, unsafe: bool = False) -> str:
    """Return the closing line: `2 errors, 1 warning in 3 files checked`."""
    counts = ", ".join(
        count(tally.found[severity], severity.noun)
        for severity in Severity
        if tally.found[severity]
    )
    if tally.more:
        counts += f", {tally.more:,} more not shown"
    files = f"{count(tally.files, 'file')} checked"
    nothing = f"{files}, nothing found" if tally.files else files
    line = f"{counts} in {files}" if counts else nothing
    line += _failed_and_known(tally)
    fixable = _fixable(tally, unsafe=unsafe)
    return f"{line}; {fixable}" if fixable else line


def _fixable(tally: Tally, *, unsafe: bool) -> str:
    safe = tally.fixable[Applicability.SAFE]
    guesses = tally.fixable[Applicability.UNSAFE]
    # It is not known what of those that are not shown can be fixed.
    least = "at least " if tally.more else ""
    if guesses and (unsafe or not safe):
        return f"{least}{safe + guesses:,} fixable with --fix --unsafe-fixes"
    more = f", {least}{guesses:,} more with --unsafe-fixes" if guesses else ""
    return f"{least}{safe:,} fixable with --fix{more}" if safe else ""


def fix_summary(tally: Tally, *, would: bool, unsafe: bool) -> str:
    """Return the closing line of fixes: `3 fixed, 2 left; 1 more with ...`."""
    files = f"in {count(tally.files, 'file')} checked"
    more = 0 if unsafe else tally.fixable[Applicability.UNSAFE]
    least = "at least " if tally.more else ""
    if would:
        line = f"{tally.fixed:,} would be fixed, {tally.left:,} left {files}"
    else:
        left = sum(tally.found.values()) + tally.more
        line = f"{tally.fixed:,} fixed, {left:,} left {files}"
    line += _failed_and_known(tally)
    if tally.unended:
        line += "; " + (_MORE_RUNS if would else _AGAIN)
    return f"{line}; {least}{more:,} more with --unsafe-fixes" if more else line


def _failed_and_known(tally: Tally) -> str:
    failed = f", {tally.failed} failed" if tally.failed else ""
    known = f"; {tally.known:,} known from the baseline" if tally.known else ""
    return failed + known
