"""Text in lines that are not wider than there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.display import char_width, text_width, without_command

if TYPE_CHECKING:
    from collections.abc import Iterator


# Text in a narrower column is hard to read: it goes further to the left.
NARROWEST = 30
INDENT = 4


def wrapped(text: str, room: int, taken: int = 0) -> list[str]:
    """Return the lines of escaped text, broken at blanks, else anywhere.

    `room` counts the columns of a line and is at least 2; of the first line, so many
    are `taken`. No line but the first can be a command to the runner of GitHub, which
    looks behind the blanks at its start.
    """
    left, text = room - taken, text.lstrip(" ")
    if text_width(text) <= left:
        return [text]
    first, *rest = _lines(text, left, room)
    return [first, *map(without_command, rest)]


def _lines(text: str, left: int, room: int) -> Iterator[str]:
    """Yield the lines of a text; of the first one, so many columns are left."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer) <= left:
            line = longer
            continue
        if line:
            yield line
            left = room
        *full, line = _pieces(word, left, room)
        yield from full
        left = room if full else left
    yield line


def below(head: int, text: str, width: int) -> list[str]:
    """Return the lines of escaped text that follows a head of so many columns.

    The first line has no indent; the others stand below it.
    """
    indent = head if width - head >= NARROWEST else INDENT
    first, *rest = wrapped(text, width - indent, head - indent)
    return [first, *(" " * indent + line for line in rest)]


def _pieces(word: str, left: int, room: int) -> Iterator[str]:
    start = width = 0
    for index, char in enumerate(word):
        width += char_width(char)
        if width > left:
            yield word[start:index]
            start, width, left = index, char_width(char), room
    yield word[start:]
