"""From edits of a document's text to its bytes: all others stay as they are."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.encoding import decode
from ctct_lint.text.source import line_ends_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.draft import TextEdit

_SURROGATES = 0xDC00
# How `encoding` has bytes that cannot be decoded: each as one lone surrogate.
_ESCAPE = "ctct_lint.escape"
_KEEP = "ctct_lint.keep"
_REFER = "xmlcharrefreplace"


def _keep(error: UnicodeError) -> tuple[bytes, int]:
    """Turn lone surrogates back into the bytes that they stand for."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    escaped = map(ord, error.object[error.start : error.end])
    try:
        return bytes(c - _SURROGATES for c in escaped), error.end
    except ValueError:
        raise error from None


codecs.register_error(_KEEP, _keep)


class _Spelt(NamedTuple):
    """The text, one character for each of `decode`'s, and how it is spelt.

    The body between `head` (the BOM) and `tail` (half a character at the end, for
    which `decode` has one of its own) is what `codec` makes of `text`.
    """

    text: str
    codec: str
    errors: str
    head: bytes
    tail: bytes

    def encode(self, text: str) -> bytes:
        return text.encode(self.codec, self.errors)

    def decode(self, body: bytes) -> str:
        return body.decode(self.codec, _ESCAPE if self.errors == _KEEP else self.errors)


def is_exact(data: bytes) -> bool:
    """Can the text of a document be encoded to exactly the same bytes again?"""
    return _spelt(data) is not None


def respell(data: bytes, edits: Sequence[TextEdit]) -> bytes | None:
    """Return a document with edits made that are in order and apart.

    Their offsets count code points of `decode(data).text`. New line ends are
    the file's, characters that its encoding lacks become references. None if
    that cannot be done without a change to any other byte.
    """
    spelt = _spelt(data)
    if spelt is None:
        return None
    try:
        mended = "".join(_pieces(spelt, edits))
        body = spelt.encode(mended)
        if spelt.decode(body) != mended:
            return None
    except UnicodeError:
        return None
    replaces_tail = bool(edits) and edits[-1].end > len(spelt.text)
    return spelt.head + body + (b"" if replaces_tail else spelt.tail)


def shown_text(data: bytes) -> str:
    """Return a document's text; bytes that are none of it as U+FFFD."""
    spelt = _spelt(data)
    if spelt is None:
        return decode(data).text
    shown = re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", spelt.text)
    return shown + "\N{REPLACEMENT CHARACTER}" * bool(spelt.tail)


def _spelt(data: bytes) -> _Spelt | None:
    """Return how a document is spelt, None if that cannot be said exactly."""
    text, codec, bom, _ = decode(data)
    body = data[len(bom) :]
    wide = codec.startswith("utf-16")
    odd = len(body) % 2 if wide else 0
    tail = body[len(body) - odd :]
    spelt = _Spelt("", codec, "surrogatepass" if wide else _KEEP, bom, tail)
    body = body[: len(body) - odd]
    try:
        raw = spelt.decode(body)
        exact = spelt.encode(raw) == body and len(raw) + odd == len(text)
    except UnicodeError:
        return None
    return spelt._replace(text=raw) if exact else None


def _pieces(spelt: _Spelt, edits: Sequence[TextEdit]) -> Iterator[str]:
    """Yield what is kept and what is new, in turn."""
    with_line_ends = line_ends_of(spelt.text)
    at = 0
    for start, end, new in edits:
        yield spelt.text[at:start]
        yield with_line_ends(new).encode(spelt.codec, _REFER).decode(spelt.codec)
        at = end
    yield spelt.text[at:]
