"""The baseline of a run: what is known is not reported, and new is recorded."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctct_lint.baseline.compare import Comparison, RootedBaseline, folder_of
from ctct_lint.baseline.file import Baseline, BaselineError, as_text, read
from ctct_lint.engine.limits import limited
from ctct_lint.rules.base import FAILURES
from ctct_lint.rules.registry import find_rule
from ctct_lint.session.errors import JobError
from ctct_lint.session.own_rules import find, rules_of
from ctct_lint.session.streams.output_files import write_whole
from ctct_lint.text.regular import reason
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.session.job import Job
    from ctct_lint.session.reports.tally import Tally


def known_in(job: Job) -> RootedBaseline:
    """Read the baseline of a job; JobError if that is not possible."""
    return RootedBaseline(_read(job), folder_of(job.baseline))


class KnownFindings:
    """What `--baseline` knows, and what `--update-baseline` will know."""

    def __init__(self, job: Job, settings_for: Callable[[str], Settings]) -> None:
        """Read the file; JobError if that is not possible."""
        self._job = job
        self._settings_for = settings_for
        self._file = job.baseline
        self._comparison = Comparison(*known_in(job))

    def take(
        self, path: str, diagnostics: tuple[Diagnostic, ...]
    ) -> tuple[Diagnostic, ...]:
        """Return those of a file's diagnostics that are to be reported.

        None when the baseline is updated, for then all are known, but for the
        failures of the linter.
        """
        new = self._comparison.take(path, diagnostics, lambda c: self._reports(path, c))
        if self._job.update_baseline:
            return tuple(d for d in new if d.name in FAILURES)
        return tuple(limited(new, self._settings_for(path).most))

    def finish(self, tally: Tally) -> None:
        """Write the new baseline, or say what of the old one is out of date."""
        tally.known = self._comparison.known
        if self._job.update_baseline:
            updated = self._comparison.updated()
            write_whole(self._file, as_text(updated))
            number = count(sum(updated.counts.values()), "finding")
            self._say(f"{number} recorded in {self._file}")
            return
        stale = sum(one.number for one in self._comparison.stale())
        if stale:
            self._say(
                f"{count(stale, 'finding')} of {self._file} no longer found: "
                "--update-baseline drops what is gone"
            )

    def _reports(self, path: str, code: str) -> bool:
        settings = self._settings_for(path)
        rule = find_rule(code) or find(code, rules_of(settings.profiles))
        return rule is None or settings.reports(
            code, rule.name, settings.severity_of(code, rule.name, rule.severity)
        )

    def _say(self, message: str) -> None:
        if not self._job.quiet:
            sys.stderr.write(message + "\n")


def _read(job: Job) -> Baseline:
    file = job.baseline
    try:
        return read(file)
    except FileNotFoundError:
        if job.update_baseline:
            return Baseline()
        hint = "no such file; --update-baseline makes it"
        raise JobError(f"cannot read {file}: {hint}") from None
    except OSError as error:
        raise JobError(f"cannot read {file}: {reason(error)}") from None
    except BaselineError as error:
        raise JobError(str(error)) from None
