"""Text in lines that are not wider than there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.display import char_width, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator


def wrapped(text: str, room: int) -> Iterator[str]:
    """Yield escaped text line by line, broken at blanks, else anywhere.

    `room` counts the columns of a line and is at least 2.
    """
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer) <= room:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, room)
        yield from full
    yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    start = width = 0
    for index, char in enumerate(word):
        width += char_width(char)
        if width > room:
            yield word[start:index]
            start, width = index, char_width(char)
    yield word[start:]
