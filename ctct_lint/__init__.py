"""ctct-lint: compiler-like errors for Constant Contact v1 campaign XML.

    >>> import ctct_lint
    >>> for d in ctct_lint.lint(b"<entry/>"):
    ...     print(d.range.start.line, d.code, d.message)

`lint` is the whole of it; what it returns is made of plain frozen values.
"""

from __future__ import annotations

from ctct_lint.version import __version__

# As `typing` has it, which the command line imports later.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from ctct_lint.model.diagnostic import (
        Applicability,
        Diagnostic,
        Edit,
        Fix,
        Label,
        Position,
        Range,
        Severity,
    )
    from ctct_lint.profiles.ctct.operation import Operation

__all__ = [
    "Applicability",
    "Diagnostic",
    "Edit",
    "Fix",
    "Label",
    "Operation",
    "Position",
    "Range",
    "Severity",
    "__version__",
    "lint",
]


def __getattr__(name: str) -> Any:
    """Import the types on first use: the command line has no need of most."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "Operation":
        from ctct_lint.profiles.ctct.operation import Operation

        return Operation
    from importlib import import_module

    # `from ctct_lint import diagnostic` would ask this function for it again.
    return getattr(import_module("ctct_lint.model.diagnostic"), name)


def lint(
    data: bytes | str | Path,
    *,
    operation: Operation | str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Diagnostic]:
    """Return the diagnostics of one document, sorted by position, then code.

    data       the document: bytes as they would be sent, text that is decoded
               already, or the path of a file to read
    operation  what the document is for: "create", "update" or "response"; None
               decides by what the document tells itself: a `feed` is a response, an
               `entry` a create, or an update if its ids name one campaign
    select     codes, prefixes of codes (`CTC2`) or rule names to report; all if
               empty
    ignore     the same, not to report

    Raises OSError if a path cannot be read, and ValueError for an operation
    that does not exist; never anything for what the document holds.
    """
    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import lint_bytes, lint_text
    from ctct_lint.profiles.ctct.operation import Operation
    from ctct_lint.text.regular import read_start

    chosen = None if operation is None else Operation(operation)
    settings = Settings(chosen, tuple(select), tuple(ignore))
    if isinstance(data, str):
        return list(lint_text(data, settings).diagnostics)
    if not isinstance(data, bytes):
        data = read_start(str(data), settings.largest + 1)
    return list(lint_bytes(data, settings).diagnostics)
