"""How text formats look: the width they may use, and colours or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.output.ink import Ink

NARROWEST = 40
_RESET = "\x1b[0m"


class Style(NamedTuple):
    """Colours or none, and the columns of the terminal."""

    color: bool
    columns: int

    @property
    def width(self) -> int:
        """The columns that a source line may take, its number included."""
        return max(self.columns, NARROWEST)

    def paint(self, ink: Ink, text: str) -> str:
        """Return the text in a colour."""
        return f"\x1b[{ink.value}m{text}{_RESET}" if self.color and text else text
