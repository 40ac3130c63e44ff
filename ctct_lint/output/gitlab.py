"""The `gitlab` format: a Code Quality report.

Of the Code Climate format that it comes from, GitLab reads only what is here. It
drops all but one of the findings with the same fingerprint, and shows no
`check_name`: the description begins with the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.severity import Severity
from ctct_lint.output.ascii_json import array
from ctct_lint.output.display import escape
from ctct_lint.output.fingerprint import fingerprints
from ctct_lint.output.paths import path_from, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

_SEVERITIES = dict(zip(Severity, ("major", "minor", "info", "info"), strict=True))


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the array, a line for each diagnostic, file by file."""
    yield from array(_issues(reports, context.root))
    yield "\n"


def _issues(reports: Iterable[FileReport], root: str) -> Iterator[dict[str, Any]]:
    for report in reports:
        path = path_from(root, report)
        names = fingerprints(report, path)
        for diagnostic, name in zip(report.diagnostics, names, strict=True):
            yield _issue(diagnostic, spelt(path), name)


def _issue(diagnostic: Diagnostic, path: str, fingerprint: str) -> dict[str, Any]:
    start, end = diagnostic.range
    return {
        "description": f"{diagnostic.code}: {escape(diagnostic.message)}",
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": path,
            "lines": {"begin": start.line + 1, "end": end.line + 1},
        },
    }
