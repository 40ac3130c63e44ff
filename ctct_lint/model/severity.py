"""How bad a diagnostic is, and how sure its fix: words that everything shares."""

from __future__ import annotations

from enum import Enum, IntEnum


class Severity(IntEnum):
    """How bad it is; the numbers are those of LSP's `DiagnosticSeverity`."""

    ERROR = 1
    WARNING = 2
    INFORMATION = 3
    HINT = 4

    @property
    def label(self) -> str:
        """The word that the text formats and `--fail-on` use."""
        return "info" if self is Severity.INFORMATION else self.name.lower()

    @property
    def noun(self) -> str:
        """What one of them is called: `2 notes`."""
        return "note" if self is Severity.INFORMATION else self.name.lower()


class Applicability(str, Enum):
    """May a fix be applied without asking?"""

    SAFE = "safe"
    UNSAFE = "unsafe"
