"""The `junit` format: a test suite a file, a test case a diagnostic.

A clean file is a test that passes, or a CI would say that there are no tests. What
is only worth knowing passes too. Names are unique: of equal ones GitLab keeps one.
Lines and columns start at 1, columns count code points.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.output.paths import path_from
from ctct_lint.output.remarks import remarks
from ctct_lint.output.xml_text import DECLARATION, content, start_tag
from ctct_lint.rules.base import FAILURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import Failure, RenderContext
    from ctct_lint.output.report import FileReport

_CLEAN = "nothing found"
_UNREAD = "cannot be checked"
_ELEMENTS = ("failure", "error")


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the document suite by suite, what could not be read at the end."""
    yield DECLARATION + start_tag("testsuites", {"name": "ctct-lint"}) + "\n"
    for report in reports:
        path = path_from(context.root, report)
        named = zip(report.diagnostics, _names(report.diagnostics), strict=True)
        cases = [(_outcome(d), _case(d, name, path)) for d, name in named]
        yield _suite(path, cases or [("", _passed(path, _CLEAN))])
    for failure in context.failures():
        yield _suite(failure.name, [("error", _unread(failure))])
    yield "</testsuites>\n"


def _names(found: tuple[Diagnostic, ...]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for diagnostic in found:
        name = f"{diagnostic.code} {diagnostic.name} at {_place(diagnostic)}"
        seen[name] += 1
        yield f"{name} ({seen[name]})" if seen[name] > 1 else name


def _place(diagnostic: Diagnostic) -> str:
    start = diagnostic.range.start
    return f"{start.line + 1}:{start.column + 1}"


def _suite(path: str, cases: list[tuple[str, str]]) -> str:
    count = Counter(outcome for outcome, _ in cases)
    attributes = {
        "name": path,
        "tests": len(cases),
        "failures": count["failure"],
        "errors": count["error"],
        "skipped": 0,
    }
    inside = "".join(case for _, case in cases)
    return f"  {start_tag('testsuite', attributes)}\n{inside}  </testsuite>\n"


def _outcome(diagnostic: Diagnostic) -> str:
    """Return the element that says how the test ended; nothing if it passed."""
    if diagnostic.name in FAILURES:
        return "error"
    return "failure" if diagnostic.severity <= Severity.WARNING else "system-out"


def _case(diagnostic: Diagnostic, name: str, path: str) -> str:
    attributes = {
        "name": name,
        "classname": path,
        "file": path,
        "line": diagnostic.range.start.line + 1,
    }
    said = f"{diagnostic.severity.label}[{diagnostic.code}] {diagnostic.message}"
    lines = map(content, (f"{path}:{_place(diagnostic)}: {said}", *remarks(diagnostic)))
    outcome = _outcome(diagnostic)
    result = {"message": diagnostic.message, "type": diagnostic.severity.label}
    tag = start_tag(outcome, result if outcome in _ELEMENTS else {})
    body = "\n".join(lines)
    return _with(attributes, f"{tag}{body}</{outcome}>")


def _unread(failure: Failure) -> str:
    attributes = {"name": _UNREAD, "classname": failure.name, "file": failure.name}
    result = {"message": failure.reason, "type": "error"}
    return _with(attributes, start_tag("error", result, "/>"))


def _with(attributes: Mapping[str, object], result: str) -> str:
    case = start_tag("testcase", attributes)
    return f"    {case}\n      {result}\n    </testcase>\n"


def _passed(path: str, name: str) -> str:
    attributes = {"name": name, "classname": path, "file": path}
    return f"    {start_tag('testcase', attributes, '/>')}\n"
