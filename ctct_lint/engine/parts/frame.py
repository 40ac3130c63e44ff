"""What stands around the parts of a long document, by position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.parts.extract import ExtractPart
from ctct_lint.text.source import START
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from ctct_lint.text.source import Position


class Frame:
    """The stretches that are linted last, in a document of their own.

    size  of all of them, in characters
    """

    def __init__(self) -> None:
        self.stretches: list[ExtractPart] = []
        self.size = 0

    def add(self, stretch: ExtractPart) -> None:
        """Add what comes next."""
        self.stretches.append(stretch)
        self.size += len(stretch.text)

    def add_beginning(self, part: ExtractPart) -> None:
        """Add the blanks that a part begins with, and a comment for the rest.

        Whether what comes before is alone on its line can so be seen. Nothing is added
        if another part comes before.
        """
        if self.stretches[-1].ends_at(part.start):
            text = part.text
            blanks = text[: len(text) - len(text.lstrip(WHITE_SPACE))]
            self.add(ExtractPart(None, f"{blanks}<!---->", is_own=False))

    def insert(self, part: ExtractPart) -> None:
        """Put a part before what came after it."""
        stretches, behind = self.stretches, len(self.stretches)
        while _start(stretches[behind - 1]) > _start(part):
            behind -= 1
        stretches.insert(behind, part)
        self.size += len(part.text)


def _start(stretch: ExtractPart) -> Position:
    return stretch.start or START
