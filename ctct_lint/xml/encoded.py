"""Documents in the form that pages and mails give them: `&lt;a&gt;`, `a=3D"b"`.

A page shows XML that was escaped; the source of a mail has it in quoted-printable, with
`=` at the end of lines that are too long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S, is_character
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[A-Za-z_][\w.:-]*"
_BEGINS_ESCAPED = lazy(
    r"\s*&((?:amp;)*)(?:lt|#0*60|#[xX]0*3[cC]);"
    rf"(?:\?xml{S}|!--|{_NAME}(?:{S}|/?&(?:amp;)*(?:gt|#0*62|#[xX]0*3[eE]);))"
)
_REFERENCE = (
    r"(?:(lt|#0*60|#x0*3c)|(gt|#0*62|#x0*3e)|(amp|#0*38|#x0*26)"
    r"|(quot|#0*34|#x0*22)|(apos|#0*39|#x0*27));"
)
_MEANT = "<>&\"'"
# The header of the mail may stand before it.
_BEGINS_PRINTABLE = lazy(rf"[^<]*(?=<(?:\?xml{S}|{_NAME}{S})[^<>]*=3[dD][\"'])")
_BARE_EQUALS = lazy(r"=(?![\dA-Fa-f]{2}|[ \t]*(?:\r\n?|\n|\Z))")
_SOFT_BREAK = r"=[ \t]*(?:\r\n?|\n|\Z)"
_PRINTABLE = lazy(rf"(?:=[\dA-Fa-f]{{2}}(?:{_SOFT_BREAK}(?==[\dA-F]))?)+|{_SOFT_BREAK}")
_BYTE = lazy(r"=[\dA-Fa-f]{2}")


def unescaping_of_page(text: str) -> list[TextEdit]:
    """Return the edits that make a document of one whose tags are all escaped.

    None if it is no such document. Each edit leaves one character.
    """
    begin = None if "<" in text else _BEGINS_ESCAPED.match(text)
    if begin is None:
        return []
    # What was escaped several times is so everywhere.
    reference = re.compile(f"&{begin[1]}{_REFERENCE}", re.IGNORECASE)
    return [
        TextEdit(found.start(), found.end(), _MEANT[(found.lastindex or 0) - 1])
        for found in reference.finditer(text)
    ]


def decoding_of_mail(text: str) -> list[TextEdit]:
    """Return the edits that make a document of one in quoted-printable, else none.

    It is one if its first tag has `=3D"`, and each `=` behind that begins two digits or
    ends a line. Each edit leaves one character or none.
    """
    begin = _BEGINS_PRINTABLE.match(text) if "=3" in text else None
    if begin is None:
        return []
    # Behind the document the mail may go on.
    start, end = begin.end(), text.rfind(">") + 1
    if _BARE_EQUALS.search(text, start, end):
        return []
    runs = _PRINTABLE.finditer(text, start, end)
    return [edit for found in runs for edit in _decoded(found)]


def _decoded(found: re.Match[str]) -> Iterator[TextEdit]:
    """Yield what comes in the place of bytes, and of ends of lines among them.

    Bytes that are no UTF-8 are those of Windows.
    """
    spans = [byte.span() for byte in _BYTE.finditer(found[0])]
    data = bytes(int(found[0][start + 1 : end], 16) for start, end in spans)
    here = number = 0
    for char, size in characters(data):
        start, end = spans[number][0], spans[number + size - 1][1]
        if here < start:
            yield TextEdit(found.start() + here, found.start() + start, "")
        if is_character(ord(char)):
            yield TextEdit(found.start() + start, found.start() + end, char)
        here, number = end, number + size
    if here < len(found[0]):
        yield TextEdit(found.start() + here, found.end(), "")


def characters(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield the characters of bytes, each with how many of these it takes."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        for byte in data:
            one = bytes((byte,))
            yield one.decode("cp1252", "ignore") or one.decode("latin-1"), 1
    else:
        yield from ((char, len(char.encode("utf-8"))) for char in text)
