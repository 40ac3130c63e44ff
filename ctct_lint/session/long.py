"""Documents that are not read as a whole, and what is shown of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.parts.lint import lint_parts
from ctct_lint.output.excerpts import excerpts
from ctct_lint.session.files.result import FileResult
from ctct_lint.text.pieces import pieces_of_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter

_PIECE = 1 << 18


def check_long(
    linter: Linter, pieces: Callable[[], Iterable[bytes]], settings: Settings
) -> FileResult | None:
    """Check a document by its parts; None if it has to be read as a whole.

    pieces  returns the bytes of the document; where there is something to show, it is
            read again for that
    """
    outcome = lint_parts(linter, pieces(), settings)
    if outcome is None:
        return None
    shown = None
    if outcome.diagnostics:
        text = pieces_of_text(pieces())
        texts = (piece.text for piece in text.texts) if text else ()
        shown = excerpts(texts, outcome.diagnostics)
    return FileResult(*outcome, excerpts=shown)


def slices(data: bytes) -> Iterator[bytes]:
    """Yield the pieces of a document that was read already."""
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE]
