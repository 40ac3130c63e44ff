"""The `sarif` format: SARIF 2.1.0, with what GitHub code scanning asks for.

The results come first, as soon as there are some; the files, the rules that were
broken and how the run went are known at the end. Lines and columns start at 1,
columns count UTF-16 code units, ends are exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.output.ascii_json import array, dumps
from ctct_lint.output.paths import folder_uri
from ctct_lint.output.sarif_result import BASE, location_of, results_of
from ctct_lint.output.sarif_rule import descriptor
from ctct_lint.output.sarif_text import inert_markdown
from ctct_lint.rules.base import FAILURES
from ctct_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.output.context import Failure, RenderContext
    from ctct_lint.output.report import FileReport

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the log, a line for each result, file by file."""
    run = _Run(context)
    bases = {BASE: {"uri": folder_uri(context.root)}}
    yield (
        f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{'
        f'"columnKind":"utf16CodeUnits","originalUriBaseIds":{dumps(bases)},'
        '"results":'
    )
    yield from array(result for report in reports for result in run.results(report))
    for name, value in run.rest():
        yield f',\n"{name}":{dumps(value)}'
    yield "}]}\n"


class _Run:
    """What is to be said at the end, gathered on the way."""

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        # By their URIs: a file may be given twice, an artifact may not.
        self._artifacts: dict[str, tuple[int, dict[str, Any]]] = {}
        self._codes: dict[str, int] = {}  # and their indices among the rules
        self._has_crashed = False
        self._has_lone_return = False

    def results(self, report: FileReport) -> Iterator[dict[str, Any]]:
        where = location_of(report, self._context.root)
        artifact = {"location": where, "roles": ["analysisTarget"]}
        new = (len(self._artifacts), artifact)
        index, _ = self._artifacts.setdefault(where["uri"], new)
        if not report.diagnostics:
            return
        self._has_crashed |= any(d.name in FAILURES for d in report.diagnostics)
        self._has_lone_return = self._has_lone_return or report.lines.has_lone_return()
        there = {**where, "index": index}
        for result in results_of(report, there, self._context.root):
            rule = self._codes.setdefault(result["ruleId"], len(self._codes))
            yield {"ruleId": result["ruleId"], "ruleIndex": rule, **result}

    def rest(self) -> Iterator[tuple[str, Any]]:
        yield "tool", {"driver": self._driver()}
        yield "artifacts", [artifact for _, artifact in self._artifacts.values()]
        yield "invocations", [self._invocation(self._context.failures())]
        if self._has_lone_return:
            yield "newlineSequences", ["\r\n", "\n", "\r"]

    def _driver(self) -> dict[str, Any]:
        """Return the tool, with the rules that have results only: it is long."""
        known = {r.code: r for r in self._context.rules()} if self._codes else {}
        return {
            "name": "ctct-lint",
            "semanticVersion": __version__,
            "rules": [
                descriptor(known[code], self._context.page_of(code))
                if code in known
                else {"id": code}
                for code in self._codes
            ],
        }

    def _invocation(self, failures: Sequence[Failure]) -> dict[str, Any]:
        shape: dict[str, Any] = {
            "executionSuccessful": not (self._has_crashed or failures)
        }
        if failures:
            shape["toolExecutionNotifications"] = [
                {"level": "error", "message": {"text": _cannot_check(failure)}}
                for failure in failures
            ]
        return shape


def _cannot_check(failure: Failure) -> str:
    return inert_markdown(f"cannot check {failure.name}: {failure.reason}")
