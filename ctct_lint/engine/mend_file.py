"""One file and its fixes: mended in place, on stdout, or shown as a diff."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.engine.check_file import check_data
from ctct_lint.engine.lint import lint_bytes
from ctct_lint.regular import reason
from ctct_lint.severity import Applicability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.baseline.compare import Known
    from ctct_lint.config import Settings
    from ctct_lint.diagnostic import Diagnostic
    from ctct_lint.engine.checked import Checked
    from ctct_lint.inputs import Input

WRITE, FIX = "write", "fix"


class Fixing(NamedTuple):
    """Which fixes are made: also unsafe ones, or none but shown as a diff?

    What a baseline knows is not reported, and not mended.
    """

    unsafe: bool = False
    as_diff: bool = False
    known: Known | None = None

    @property
    def wanted(self) -> frozenset[Applicability]:
        """The applicabilities of the fixes that are made."""
        safe = frozenset({Applicability.SAFE})
        return frozenset(Applicability) if self.unsafe else safe


class Mending(NamedTuple):
    """What the fixes of one file have come to.

    fixed      how many diagnostics were mended
    data       what stdin becomes; None of a file, which is written already
    diff       the unified diff, where that was asked for; "" if nothing differs
    """

    fixed: int = 0
    data: bytes | None = None
    diff: tuple[tuple[str, str], ...] = ()


def mend_file(item: Input, data: bytes, settings: Settings, fixing: Fixing) -> Checked:
    """Mend a document and return what is left of its diagnostics.

    A file is written only if something was mended and only as a whole; a document
    from stdin is returned as it is now. With `as_diff` nothing is written at all.
    """
    before = check_data(data, settings)
    kept = None if item.path is not None or fixing.as_diff else data

    def fixable(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        reported = [d for d in diagnostics if settings.reports(d.code, d.name)]
        known = fixing.known
        return reported if known is None else known.beyond(item.name, reported)

    if not _can_fix(fixable(before.diagnostics), fixing):
        return before._replace(mending=Mending(0, kept))
    from ctct_lint.fixes.rounds import mend

    everything = settings._replace(select=(), ignore=())

    def lint(document: bytes) -> Sequence[Diagnostic]:
        return lint_bytes(document, everything).diagnostics

    mended = mend(data, lint, fixing.wanted, fixable)
    trouble = ((FIX, mended.refused),) if mended.refused else ()
    if mended.data == data:
        return before._replace(mending=Mending(0, kept), failures=trouble)
    if fixing.as_diff:
        diff = _diff(item.name, data, mended.data)
        return before._replace(mending=Mending(len(mended.fixed), diff=diff))
    if item.path is not None:
        from ctct_lint.fixes.files import replace_file

        try:
            replace_file(item.path, data, mended.data)
        except OSError as error:
            return before._replace(failures=((WRITE, reason(error)),))
    mending = Mending(len(mended.fixed), None if kept is None else mended.data)
    return check_data(mended.data, settings)._replace(mending=mending, failures=trouble)


def _can_fix(diagnostics: Sequence[Diagnostic], fixing: Fixing) -> bool:
    return any(f.applicability in fixing.wanted for d in diagnostics for f in d.fixes)


def _diff(name: str, old: bytes, new: bytes) -> tuple[tuple[str, str], ...]:
    """Return the lines of a diff, each after the word for what it is."""
    from ctct_lint.fixes.diff import Kind, unified

    kind = Kind.HEADER

    def note(this: Kind, text: str) -> str:
        nonlocal kind
        kind = this
        return text

    return tuple((kind.value, line) for line in unified(name, old, new, note))
