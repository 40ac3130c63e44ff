"""Rendering one run in several formats at once, without keeping its reports."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from ctct_lint.output.formats import FORMATS, WANTS_CLEAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport
    from ctct_lint.session.streams.progress import Progress
    from ctct_lint.session.streams.target import Target


def render(
    reports: Iterable[FileReport],
    targets: Sequence[Target],
    contexts: Sequence[RenderContext],
    progress: Progress,
) -> None:
    """Write every report to every target; with no target just go through them.

    Of several formats always that one goes on which has seen the fewest reports, so
    that no more are kept than a format sees before it writes.
    """
    shared = _Shared(iter(reports), len(targets))
    writing = {
        index: FORMATS[target.format](shared.reader(index, target), context)
        for index, (target, context) in enumerate(zip(targets, contexts, strict=True))
    }
    while writing:
        index = min(writing, key=shared.seen)
        chunk = next(writing[index], None)
        if chunk is None:
            del writing[index]
            shared.leave(index)
        else:
            progress.clear(chunk)
            targets[index].write(chunk)
    for _ in shared.source:
        pass


class _Shared:
    """Reports that are read by several readers, each at its own pace."""

    def __init__(self, source: Iterator[FileReport], readers: int) -> None:
        self.source = source
        self._kept: deque[FileReport] = deque()
        self._dropped = 0
        self._seen = dict.fromkeys(range(readers), 0)

    def seen(self, reader: int) -> int:
        """Return how many reports a reader has seen."""
        return self._seen[reader]

    def leave(self, reader: int) -> None:
        """Keep nothing any more for a reader that has come to its end."""
        del self._seen[reader]

    def reader(self, reader: int, target: Target) -> Iterator[FileReport]:
        """Yield the reports that a target wants, as much of them as it shows."""
        also_clean = target.format in WANTS_CLEAN
        while True:
            report = self._next(reader)
            if report is None:
                return
            if report.diagnostics and target.limit is not None:
                report = target.limit.cut(report)
            if also_clean or report.diagnostics:
                yield report

    def _next(self, reader: int) -> FileReport | None:
        at = self._seen[reader] - self._dropped
        if at == len(self._kept):
            report = next(self.source, None)
            if report is None:
                return None
            self._kept.append(report)
        report = self._kept[at]
        self._seen[reader] += 1
        while self._kept and min(self._seen.values()) > self._dropped:
            self._kept.popleft()
            self._dropped += 1
        return report
