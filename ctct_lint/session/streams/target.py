"""A format, the stream that it is written to, and how much of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.session.streams.stdio import flush, write

if TYPE_CHECKING:
    from typing import TextIO

    from ctct_lint.output.report import FileReport
    from ctct_lint.output.style import Style


class Target:
    """A format and the stream that it is written to.

    `name` is what messages call the stream; `limit` is None where all is shown.
    """

    def __init__(
        self,
        format_: str,
        stream: TextIO,
        name: str,
        style: Style,
        limit: Limit | None = None,
    ) -> None:
        self.format = format_
        self.style = style
        self.limit = limit
        self._stream = stream
        self._name = name

    def write(self, text: str) -> None:
        """Write some text; OutputError if that fails, but for a reader gone away."""
        write(self._stream, text, self._name)

    def flush(self) -> None:
        """Hand over what was written; OutputError as of `write`."""
        flush(self._stream, self._name)


class Limit:
    """Cuts reports so that no more than so many diagnostics are shown in all."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.hidden = 0

    def cut(self, report: FileReport) -> FileReport:
        """Return what is shown of a report."""
        shown = report.diagnostics[: self.left]
        self.left -= len(shown)
        self.hidden += len(report.diagnostics) - len(shown)
        return report._replace(diagnostics=shown)
