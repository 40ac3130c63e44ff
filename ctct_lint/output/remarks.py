"""What a diagnostic says besides its message, for formats without room for a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.display import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic


def remarks(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield what to do, then why, a line each, escaped."""
    for text in diagnostic.help:
        yield f"help: {escape(text)}"
    for text in diagnostic.notes:
        yield f"note: {escape(text)}"
