"""Documents in the form that pages and mails give them: `&lt;a&gt;`, `a=3D"b"`.

A page shows XML that was escaped; the source of a mail has it in quoted-printable, with
`=` at the end of lines that are too long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S, is_character
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NAME = r"[A-Za-z_][\w.:-]*"
_BEGINS_ESCAPED = lazy(rf"\s*&lt;(?:\?xml{S}|!--|{_NAME}(?:{S}|/?&gt;))")
_REFERENCE = lazy(r"&(?:(lt)|(gt)|(amp)|(quot|#0*34|#x22)|(apos|#0*39|#x27));")
_MEANT = "<>&\"'"
_BEGINS_PRINTABLE = lazy(rf"\s*<(?:\?xml{S}|{_NAME}{S})[^<>]*=3D[\"']")
_BARE_EQUALS = lazy(r"=(?![\dA-F]{2}|[ \t]*(?:\r\n?|\n|\Z))")
_PRINTABLE = lazy(r"(?:=[\dA-F]{2})+|=[ \t]*(?:\r\n?|\n|\Z)")


def unescaping_of_page(text: str) -> list[TextEdit]:
    """Return the edits that make a document of one whose tags are all escaped.

    None if it is no such document. Each edit leaves one character.
    """
    if not _BEGINS_ESCAPED.match(text) or "<" in text:
        return []
    return [
        TextEdit(found.start(), found.end(), _MEANT[(found.lastindex or 0) - 1])
        for found in _REFERENCE.finditer(text)
    ]


def decoding_of_mail(text: str) -> list[TextEdit]:
    """Return the edits that make a document of one in quoted-printable, else none.

    It is one if its first tag has `=3D"`, and each `=` begins two digits or ends a
    line. Each edit leaves one character or none.
    """
    if not _BEGINS_PRINTABLE.match(text) or _BARE_EQUALS.search(text):
        return []
    return [edit for found in _PRINTABLE.finditer(text) for edit in _decoded(found)]


def _decoded(found: re.Match[str]) -> Iterator[TextEdit]:
    """Yield what comes in the place of bytes, or of the end of a line."""
    at = found.start()
    if not found[0][1:].strip():
        yield TextEdit(at, found.end(), "")
        return
    data = bytes.fromhex(found[0].replace("=", ""))
    for char in data.decode("utf-8", "replace"):
        size = 3 * len(char.encode("utf-8"))
        if char == "\N{REPLACEMENT CHARACTER}":
            return
        if is_character(ord(char)):
            yield TextEdit(at, at + size, char)
        at += size
