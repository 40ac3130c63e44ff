"""`--statistics`: how many diagnostics there are of each code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ctct_lint.model.severity import Applicability
from ctct_lint.output.ink import SEVERITY_INK, Ink
from ctct_lint.session.streams.stdio import stdout, write
from ctct_lint.session.streams.terminal import style_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.severity import Severity
    from ctct_lint.output.report import FileReport
    from ctct_lint.output.style import Style
    from ctct_lint.session.job import Job

_LEGEND = "[*] fixable with --fix, [?] with --unsafe-fixes as well"


class Statistics:
    """Counts by code, filled as the reports go by."""

    def __init__(self) -> None:
        self._count: Counter[tuple[str, str]] = Counter()
        self._severity: dict[str, Severity] = {}
        self._fixable: dict[str, Counter[Applicability]] = {}

    def counted(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """Pass the reports on."""
        for report in reports:
            for d in report.diagnostics:
                self._count[d.code, d.name] += 1
                worst = self._severity.get(d.code, d.severity)
                self._severity[d.code] = min(worst, d.severity)
                if d.fixes:
                    kinds = {fix.applicability for fix in d.fixes}
                    best = min(kinds, key=list(Applicability).index)
                    self._fixable.setdefault(d.code, Counter())[best] += 1
            yield report

    def write(self, job: Job) -> None:
        """Write a table, or JSON; the most frequent code comes first."""
        stream = stdout()
        style = style_for(stream, job.color)
        is_json = job.outputs[0][0] == "json"
        write(stream, self._as_json() if is_json else "".join(self._lines(style)))

    def _rows(self) -> list[tuple[int, str, str]]:
        return sorted((-n, *key) for key, n in self._count.items())

    def _as_json(self) -> str:
        import json

        rows: list[dict[str, Any]] = [
            {
                "code": code,
                "name": name,
                "severity": self._severity[code].label,
                "count": -number,
                "fixable": self._of(code, Applicability.SAFE),
                "unsafely_fixable": self._of(code, Applicability.UNSAFE),
            }
            for number, code, name in self._rows()
        ]
        return json.dumps(rows, indent=2) + "\n"

    def _lines(self, style: Style) -> Iterator[str]:
        rows = self._rows()
        width = max((len(f"{-number:,}") for number, *_ in rows), default=0)
        for number, code, name in rows:
            severity = self._severity[code]
            label = style.paint(SEVERITY_INK[severity], f"{severity.label:7}")
            strong = style.paint(Ink.STRONG, code)
            yield f"{-number:{width},}  {strong}  {label}  {self._mark(code)}  {name}\n"
        if self._fixable:
            yield f"{_LEGEND}\n"

    def _mark(self, code: str) -> str:
        if self._of(code, Applicability.SAFE):
            return "[*]"
        return "[?]" if self._of(code, Applicability.UNSAFE) else "   "

    def _of(self, code: str, kind: Applicability) -> int:
        return self._fixable.get(code, Counter[Applicability]())[kind]
