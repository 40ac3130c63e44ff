"""The checks of one document on its way from fix to fix."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.fixes.budget import most_faults
from ctct_lint.session.files.result import FileResult

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic

    Check = Callable[[bytes, Settings], FileResult]

_LEFT_OUT = "too-many-diagnostics"


class Checks:
    """Checks a document with all that is wrong with it, reported or not."""

    def __init__(self, size: int, settings: Settings, check: Check) -> None:
        """Take the size of the document, how it is to be reported, and a checker."""
        most = max(settings.most, most_faults(size))
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
        """Return what a check of it without fixes would.

        A further check is only needed where more was found than is shown.
        """
        found, settings = self.everything(data), self._settings
        number = Counter(one.code for one in found)
        is_cut = any(one.name == _LEFT_OUT for one in found)
        if is_cut or max(number.values(), default=0) > settings.most:
            return self._check(data, settings)
        shown = tuple(one for one in found if settings.reports(one.code, one.name))
        if shown or self._result.crashed:
            return self._result._replace(diagnostics=shown)
        return FileResult(is_foreign=self._result.is_foreign)
