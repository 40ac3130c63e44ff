r"""Documents in a literal of other quotes than their own: `b'<a b="c">\n</a>'`.

That is what Python shows of bytes or text, and how scripts hold XML; as their line ends
are written `\n` there, it is no document with a quotation mark before and behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S, is_character
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.encoded import characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN = lazy(rf"([^<'\"]{{0,400}}')(?:{S}|\\[nrt])*<(?:\?xml{S}|[A-Za-z!])")
_BARE_QUOTE = lazy(r"(?<!\\)'")
_LINE_END = lazy(r">[ \t]*\\[nr]")
_ESCAPE = lazy(
    r"\\(?:([nrt])|(['\"\\/])|u([\dA-Fa-f]{4})|(x[\dA-Fa-f]{2}(?:\\x[\dA-Fa-f]{2})*))"
)
_BLANKS = {"n": "\n", "r": "\r", "t": "\t"}
_BYTE = len(r"\x0a")


class Quoted(NamedTuple):
    """A document in a literal: where that begins and ends inside its quotes."""

    start: int
    end: int


def quoted_document(text: str) -> Quoted | None:
    """Return where the document is that is one literal with escaped ends of lines."""
    begin = _BEGIN.match(text)
    closed = _BARE_QUOTE.search(text, begin.end(1)) if begin else None
    if begin is None or closed is None or "<" in text[closed.end() :]:
        return None
    found = Quoted(begin.end(1), closed.end() - 1)
    return found if _LINE_END.search(text, *found) else None


def unquoting_edits(text: str, where: Quoted) -> Iterator[TextEdit]:
    """Yield the edits that make a document of it; each leaves one character or none."""
    yield TextEdit(0, where.start, "")
    for found in _ESCAPE.finditer(text, *where):
        at, end = found.span()
        if found[4]:
            yield from _bytes(at, found[0])
            continue
        new = _BLANKS.get(found[1] or "") or found[2] or chr(int(found[3], 16))
        if is_character(ord(new)):
            yield TextEdit(at, end, new)
    yield TextEdit(where.end, len(text), "")


def _bytes(at: int, written: str) -> Iterator[TextEdit]:
    r"""Yield what comes in the place of `\xc3\xbc`."""
    for char, size in characters(bytes.fromhex(written.replace("\\x", ""))):
        end = at + size * _BYTE
        if is_character(ord(char)):
            yield TextEdit(at, end, char)
        at = end
