"""From results to reports: counting, complaining, leaving out what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.context import Failure
from ctct_lint.session.files.input import NoInput
from ctct_lint.session.files.result import CONFIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.output.report import FileReport
    from ctct_lint.session.files.result import Results
    from ctct_lint.session.reports.known_findings import KnownFindings
    from ctct_lint.session.reports.tally import Tally
    from ctct_lint.session.streams.progress import Progress


class Reports:
    """The reports of a run, as its results come, and the failures to stderr."""

    def __init__(
        self, tally: Tally, progress: Progress, known: KnownFindings | None = None
    ) -> None:
        self.tally = tally
        self.progress = progress
        self._known = known
        self._said: set[str] = set()

    def of(self, results: Results, *, also_clean: bool) -> Iterator[FileReport]:
        """Yield the reports of all files that could be checked.

        Of files in which nothing was found only if these are wanted, too.
        """
        for found, checked in results:
            self.progress.step(self.tally.files)
            for verb, why in checked.failures:
                if not (checked.was_checked and why in self._said):
                    self._fail(found.name, verb, why)
            if isinstance(found, NoInput) or not checked.was_checked:
                self.tally.unread.append(Failure(found.name, checked.failures[0][1]))
                continue
            self.tally.add(checked)
            self.tally.foreign += checked.is_foreign and not found.is_named
            diagnostics = checked.diagnostics
            if self._known is not None:
                diagnostics = self._known.take(found.name, diagnostics)
            self.tally.add_found(diagnostics)
            if diagnostics or also_clean:
                from ctct_lint.output.report import FileReport, Lines

                lines = checked.excerpts or Lines(checked.text)
                plain = checked.is_plain
                yield FileReport(found.name, found.uri, lines, diagnostics, plain)

    def _fail(self, name: str, verb: str, why: str) -> None:
        from ctct_lint.session.streams.complain import (
            complain,
            complain_of_configuration,
        )

        self.tally.failed += 1
        self.progress.clear()
        if verb != CONFIGURE:
            complain(f"cannot {verb} {name}: {why}")
        elif why not in self._said:
            # Many files are under one configuration.
            self._said.add(why)
            complain_of_configuration(why)
