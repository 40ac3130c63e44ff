"""What the terminal can show: encoding, colours and columns."""

from __future__ import annotations

import io
import os
from itertools import chain
from typing import TextIO

from ctct_lint.output.style import NARROWEST, Style

_NOT_A_TERMINAL = 100
# What begins and ends a block of code, and lines that are none of a paragraph.
_FENCE, _LISTS = "```", ("- ", "|", "#")


def prepare(stream: TextIO, *, as_utf8: bool = False) -> None:
    """Make a stream take any text: what it cannot encode is written escaped."""
    if isinstance(stream, io.TextIOWrapper):
        if as_utf8:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            stream.reconfigure(errors="backslashreplace")


def style_for(stream: TextIO, color: str) -> Style:
    """Return the style for a stream and `--color` auto, always or never."""
    width = _NOT_A_TERMINAL
    if stream.isatty():
        width = _columns(stream)
    return Style(_is_colored(stream, color), width)


def fitted(text: str, stream: TextIO) -> str:
    """Return a text with lines that a terminal has room for, broken at blanks.

    Paragraphs are filled anew, blocks of code stay; so does all on no terminal.
    """
    if not stream.isatty():
        return text
    room, is_code = max(_columns(stream), NARROWEST), False
    shown: list[str] = []
    for block in text.split("\n\n"):
        is_text = not is_code and _FENCE not in block
        shown.append(_filled(block, room) if is_text else block)
        is_code ^= block.count(_FENCE) % 2 == 1
    return "\n\n".join(shown)


def _filled(block: str, room: int) -> str:
    from ctct_lint.output.wrap import wrapped

    lines = block.split("\n")
    if not block.startswith(_LISTS) and max(map(len, lines)) > room:
        lines = [" ".join(lines)]
    return "\n".join(chain.from_iterable(wrapped(line, room) for line in lines))


def _columns(stream: TextIO) -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(stream.fileno()).columns or _NOT_A_TERMINAL
    except OSError:
        return _NOT_A_TERMINAL


def _is_colored(stream: TextIO, color: str) -> bool:
    """Decide as no-color.org and force-color.org say; the option wins."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
