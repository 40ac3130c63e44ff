"""The `github` format: workflow commands, which GitHub Actions shows as annotations.

Of each kind a step may have ten; the rest is in the log, and a notice says so. It
comes before the other notices, so as not to be the eleventh. Lines and columns
start at 1, columns count code points; the runner takes columns only with a single
line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.display import escape
from ctct_lint.output.paths import STDIN, path_from
from ctct_lint.output.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

MOST = 10
_LONGEST_MESSAGE = 4096
_KINDS = dict(zip(Severity, ("error", "warning", "notice", "notice"), strict=True))
# As `core.command` of actions/toolkit escapes them.
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DATA = str.maketrans(_IN_DATA)
_PROPERTY = str.maketrans({**_IN_DATA, ":": "%3A", ",": "%2C"})


class _Command(NamedTuple):
    severity: Severity
    line: str


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the commands, errors first, once all files are checked."""
    found = [
        _Command(diagnostic.severity, _command(diagnostic, report, context.root))
        for report in reports
        for diagnostic in report.diagnostics
    ]
    found.sort(key=lambda command: command.severity)
    kinds = [_KINDS[command.severity] for command in found]
    first_notice = kinds.index("notice") if "notice" in kinds else len(kinds)
    lines = [command.line for command in found]
    lines[first_notice:first_notice] = _summary(Counter(kinds))
    yield "".join(lines)


def _command(diagnostic: Diagnostic, report: FileReport, root: str) -> str:
    start = diagnostic.range.start
    where = f"{escape(report.name)}:{start.line + 1}:{start.column + 1}"
    message = f"{where}: {escape(diagnostic.message)}"
    text = "\n".join((message, *remarks(diagnostic)))[:_LONGEST_MESSAGE]
    properties = {
        **_place(diagnostic, report, root),
        "title": f"{diagnostic.code} {diagnostic.name}",
    }
    return _spelt(_KINDS[diagnostic.severity], properties, text)


def _place(
    diagnostic: Diagnostic, report: FileReport, root: str
) -> dict[str, str | int]:
    if report.uri == STDIN:
        return {}
    start, end = diagnostic.range
    place: dict[str, str | int] = {
        "file": path_from(root, report),
        "line": start.line + 1,
        "endLine": end.line + 1,
    }
    if start.line == end.line:
        place.update(col=start.column + 1, endColumn=end.column + 1)
    return place


def _spelt(kind: str, properties: dict[str, str | int], text: str) -> str:
    pairs = ",".join(
        f"{name}={escape(str(value).translate(_PROPERTY))}"
        for name, value in properties.items()
    )
    return f"::{kind} {pairs}::{text.translate(_DATA)}\n"


def _summary(found: Counter[str]) -> Iterator[str]:
    if all(number <= MOST for number in found.values()):
        return
    shown = {"error": MOST, "warning": MOST, "notice": MOST - 1}
    more = [
        f"{found[kind] - most} more {kind}{'s' if found[kind] - most > 1 else ''}"
        for kind, most in shown.items()
        if found[kind] > most
    ]
    text = f"{', '.join(more)}: see the log (GitHub shows {MOST} of each kind)"
    yield _spelt("notice", {"title": "ctct-lint"}, text)
