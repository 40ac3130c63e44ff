"""The checks of one document on its way from fix to fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.limits import limited_more
from ctct_lint.fixes.budget import most_faults
from ctct_lint.model.left_out import as_left_out
from ctct_lint.model.severity import Severity
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.session.files.result import FileResult

    Check = Callable[[bytes, Settings], FileResult]


class UncutChecks:
    """Checks a document with all that is wrong with it, reported or not."""

    def __init__(self, size: int, settings: Settings, check: Check) -> None:
        """Take the size of the document, how it is to be reported, and a checker."""
        # One more than is shown says where the others are counted.
        most = max(settings.most + 1, most_faults(size))
        self._everything = settings._replace(select=(), ignore=(), most=most)
        self._settings = settings
        self._check = check
        # All that is wrong with the first version: it is asked for again.
        self._first: tuple[bytes, Sequence[Diagnostic]] | None = None
        # What else is known of each version.
        self._about: dict[bytes, FileResult] = {}

    def everything(self, data: bytes) -> Sequence[Diagnostic]:
        """Return all that is wrong with a version of the document."""
        if self._first is not None and data == self._first[0]:
            return self._first[1]
        result = self._check(data, self._everything)
        self._about[data] = result._replace(text="", diagnostics=())
        if self._first is None:
            self._first = data, result.diagnostics
        return result.diagnostics

    def reported(self, data: bytes, found: Iterable[Diagnostic]) -> FileResult:
        """Return what a check without fixes would, of a version with all its faults."""
        result, settings = self._about[data], self._settings
        shown = tuple(limited_more(selected(found, settings), settings.most))
        if shown or result.crashed:
            return result._replace(text=decode(data).text, diagnostics=shown)
        return result


def selected(found: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """Yield what the settings report, and what counts more of such a code."""
    for one in found:
        said = as_left_out(one)
        if said is None:
            is_told = settings.reports(one.code, one.name, one.severity)
        else:
            is_told = settings.reports(said.code, said.name, Severity.ERROR)
        if is_told:
            yield one
