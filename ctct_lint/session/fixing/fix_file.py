"""One file and its fixes: mended in place, on stdout, or shown as a diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.left_out import number_of
from ctct_lint.model.severity import Applicability
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.session.files.result import FIX, WRITE, FixOutcome
from ctct_lint.session.fixing.checks import UncutChecks, selected
from ctct_lint.session.fixing.reach import ANYWHERE, leads_out
from ctct_lint.text.regular import reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.baseline.compare import RootedBaseline
    from ctct_lint.config import Settings
    from ctct_lint.fixes.results import Mended
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.session.files.input import Input
    from ctct_lint.session.files.result import FileResult
    from ctct_lint.session.fixing.checks import Check


class Fixing(NamedTuple):
    """Which fixes are made, and where.

    unsafe   also those that are a guess?
    as_diff  is nothing written, but what would be shown as a diff?
    known    what a baseline has: that is not reported, and not mended
    places   the real folders and files outside of which nothing is written
    """

    unsafe: bool = False
    as_diff: bool = False
    known: RootedBaseline | None = None
    places: tuple[str, ...] = ANYWHERE

    @property
    def wanted(self) -> frozenset[Applicability]:
        """The applicabilities of the fixes that are made."""
        safe = frozenset({Applicability.SAFE})
        return frozenset(Applicability) if self.unsafe else safe


def fix_file(
    item: Input, data: bytes, settings: Settings, fixing: Fixing, check: Check
) -> FileResult:
    """Mend a document and return what is left of its diagnostics, as `check` finds it.

    A file is written only if something was mended and only as a whole; a document
    from stdin is returned as it is now. With `as_diff` nothing is written at all.
    """
    checks = UncutChecks(len(data), settings, check)
    fixable = _Fixable(item.name, settings, fixing.known)
    everything = checks.everything(data)
    found, as_it_was = fixable(everything), checks.reported(data, everything)
    kept = None if item.path is not None or fixing.as_diff else data
    mending = FixOutcome(left=number_of(found), data=kept)
    if not any(f.applicability in fixing.wanted for d in found for f in d.fixes):
        return as_it_was._replace(mending=mending)
    outside = leads_out(item.path, fixing.places) if item.path is not None else ""
    if outside:
        why_not = f"it leads to {outside}, outside of what was named"
        return as_it_was._replace(mending=mending._replace(why_not=why_not))
    mended = _mended(data, checks, fixing, fixable)
    left = number_of(fixable(mended.left))
    mending = FixOutcome(mended.made, mended.unmade, left, data=kept)
    if mended.data == data:
        trouble = ((FIX, mended.refused),) if mended.refused else ()
        failures = (*as_it_was.failures, *trouble)
        return as_it_was._replace(mending=mending, failures=failures)
    if fixing.as_diff:
        diff = _diff(item.name, data, mended.data)
        return as_it_was._replace(mending=mending._replace(diff=diff))
    if item.path is None:
        mending = mending._replace(data=mended.data)
    elif failure := _write(item.path, data, mended.data):
        failures = (*as_it_was.failures, (WRITE, failure))
        return as_it_was._replace(failures=failures)
    return checks.reported(mended.data, mended.left)._replace(mending=mending)


def _write(path: str, old: bytes, new: bytes) -> str:
    """Write a mended file; return why that is not possible, else ""."""
    from ctct_lint.session.fixing.replace import replace_file

    try:
        replace_file(path, old, new)
    except OSError as error:
        return reason(error)
    return ""


class _Fixable:
    """Says which of the diagnostics of a document are reported, and may be mended."""

    def __init__(
        self, name: str, settings: Settings, known: RootedBaseline | None
    ) -> None:
        self._name = name
        self._settings = settings
        self._known = known

    def __call__(self, diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        reported = selected(diagnostics, self._settings)
        known, chooses = self._known, self._settings.chooses
        found = reported if known is None else known.beyond(self._name, [*reported])
        return [one for one in found if chooses(one.code, one.name)]


def _mended(
    data: bytes, checks: UncutChecks, fixing: Fixing, fixable: _Fixable
) -> Mended:
    """Mend a document, seen with all that is wrong with it, reported or not."""
    from ctct_lint.fixes.rounds import mend

    return mend(data, checks.everything, fixing.wanted, fixable)


def _diff(name: str, old: bytes, new: bytes) -> tuple[tuple[str, str], ...]:
    """Return the lines of a diff, each after the word for what it is."""
    from ctct_lint.fixes.diff import unified

    return tuple((kind.value, line) for kind, line in unified(name, old, new))
