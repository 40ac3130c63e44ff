"""How text formats look: the width they may use and their colours."""

from __future__ import annotations

from enum import Enum

from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple

NARROWEST = 40
_RESET = "\x1b[0m"


class Ink(Enum):
    """What a colour is for; the value is its ANSI code."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFORMATION = "1;36"
    HINT = "1;35"
    # The plain blue (34) is all but invisible on a black background.
    FRAME = "1;94"
    STRONG = "1"


SEVERITY_INK = {
    Severity.ERROR: Ink.ERROR,
    Severity.WARNING: Ink.WARNING,
    Severity.INFORMATION: Ink.INFORMATION,
    Severity.HINT: Ink.HINT,
}


class Style(NamedTuple):
    """Colours or none, and the columns of the terminal."""

    color: bool
    columns: int

    @classmethod
    def plain(cls, width: int = 100) -> Style:
        """Return a style without any code."""
        return cls(color=False, columns=width)

    @classmethod
    def ansi(cls, width: int = 100) -> Style:
        """Return a style that colours with ANSI codes."""
        return cls(color=True, columns=width)

    @property
    def width(self) -> int:
        """The columns that a source line may take, its number included."""
        return max(self.columns, NARROWEST)

    def paint(self, ink: Ink, text: str) -> str:
        """Return the text in a colour."""
        return f"\x1b[{ink.value}m{text}{_RESET}" if self.color and text else text
