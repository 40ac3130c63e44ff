"""What a run found, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.text.words import count

if TYPE_CHECKING:
    from ctct_lint.model.severity import Severity
    from ctct_lint.output.report import FileReport


class PageCounts:
    """The files and diagnostics so far; `faulty` and `clean` are names of files."""

    def __init__(self) -> None:
        self.faulty: list[str] = []
        self.clean: list[str] = []
        self.severities: Counter[Severity] = Counter()
        self.codes: Counter[tuple[str, str]] = Counter()

    def add(self, report: FileReport) -> None:
        """Count a file."""
        (self.faulty if report.diagnostics else self.clean).append(report.name)
        self.severities.update(d.severity for d in report.diagnostics)
        self.codes.update((d.code, d.name) for d in report.diagnostics)

    @property
    def files(self) -> str:
        """How many files were checked, in words."""
        return count(len(self.faulty) + len(self.clean), "file")

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found."""
        return min(self.severities, default=None)

    @property
    def found(self) -> str:
        """How much was found: `2 errors, 1 warning`, or `nothing found`."""
        counts = [counted(s, self.severities[s]) for s in sorted(self.severities)]
        return ", ".join(counts) or "nothing found"


def counted(severity: Severity, number: int) -> str:
    """Return `1 error` or `2 errors`."""
    return count(number, severity.noun)
