"""What stands on the lines of a tag, and on those above it."""

from __future__ import annotations

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import LINE_ENDS

_COMMENT, _COMMENT_END = "<!--", "-->"
_LINE_REST = lazy(r"[ \t]*[\r\n]")


def own_line(text: str, start: int, end: int) -> int:
    """Return where a range begins, with the line end before it if it is alone there."""
    line = _line_of(text, start)
    if not line or not _LINE_REST.match(text, end):
        return start
    return line - (2 if text[line - 2 : line] == "\r\n" else 1)


def comments_above(text: str, start: int) -> int:
    """Return where the comments begin that have the lines above a tag to themselves.

    They speak of its element: what is inserted before this one goes before them.
    """
    at = start
    while at >= 0 and (line := _line_of(text, at)):
        start = at
        end = back_over(" \t\r\n", text, line)
        at = _comment_before(text, end)
    return start


def _comment_before(text: str, end: int) -> int:
    """Return where the comment begins that ends at an offset, -1 if none does."""
    if not text.endswith(_COMMENT_END, 0, end):
        return -1
    at, close = text.rfind(_COMMENT, 0, end), end - len(_COMMENT_END)
    # In a text `-->` may stand as it is.
    return at if text.find(_COMMENT_END, at + len(_COMMENT)) == close else -1


def back_over(blanks: str, text: str, at: int) -> int:
    """Return where the blanks before an offset begin."""
    while at and text[at - 1] in blanks:
        at -= 1
    return at


def _line_of(text: str, start: int) -> int:
    """Return where the line of a tag begins; 0 where something stands before it."""
    line = back_over(" \t", text, start)
    return line if text[max(line - 1, 0) : line] in LINE_ENDS else 0
