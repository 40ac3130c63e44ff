"""The checks of one document on its way from fix to fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.limits import limited_more
from ctct_lint.fixes.budget import most_faults
from ctct_lint.model.left_out import left_out
from ctct_lint.session.files.result import FileResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic

    Check = Callable[[bytes, Settings], FileResult]


class Checks:
    """Checks a document with all that is wrong with it, reported or not."""

    def __init__(self, size: int, settings: Settings, check: Check) -> None:
        """Take the size of the document, how it is to be reported, and a checker."""
        # One more than is shown says where the others are counted.
        most = max(settings.most + 1, most_faults(size))
        self._everything = settings._replace(select=(), ignore=(), most=most)
        self._settings = settings
        self._check = check
        # The last version, for the next to ask for is often the same.
        self._data: bytes | None = None
        self._result = FileResult()

    def everything(self, data: bytes) -> Sequence[Diagnostic]:
        """Return all that is wrong with a version of the document."""
        if data != self._data:
            self._data, self._result = data, self._check(data, self._everything)
        return self._result.diagnostics

    def reported(self, data: bytes) -> FileResult:
        """Return what a check of it without fixes would."""
        found = selected(self.everything(data), self._settings)
        shown = tuple(limited_more(found, self._settings.most))
        if shown or self._result.crashed:
            return self._result._replace(diagnostics=shown)
        return FileResult(is_foreign=self._result.is_foreign)


def selected(found: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """Yield what the settings report, and what counts more of such a code."""
    for one in found:
        said = left_out(one) or one
        if settings.reports(said.code, said.name):
            yield one
