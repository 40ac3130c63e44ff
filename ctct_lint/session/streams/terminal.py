"""What the terminal can show: encoding, colours and columns."""

from __future__ import annotations

import io
import os
from typing import TextIO

from ctct_lint.output.style import Style

_NOT_A_TERMINAL = 100


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
