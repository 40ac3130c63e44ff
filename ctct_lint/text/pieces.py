"""A document that comes in pieces of bytes, as pieces of text with their troubles.

Only an encoding that the first bytes settle can be read like this. Where the rest of
the document has a say, such as ASCII that turns out not to be, nobody can begin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.odd_encoding import codec_of_start
from ctct_lint.text.undecodable import decode_as

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.text.decoded import Trouble

# How each spells the `>` behind which a text can be cut: no tag is then in two parts,
# and no other character has these bytes in its middle.
_END = {"utf-8": b">", "cp1252": b">", "utf-16-le": b">\0", "utf-16-be": b"\0>"}
# Bytes without any `>` are read on, each time to so many times as many, up to the most.
_GROWTH = 2
MOST = 32 << 20


class TaglessError(Exception):
    """More bytes than `MOST` come without a tag: they cannot be read by pieces."""


class Piece(NamedTuple):
    """A text that begins so many code points behind the start of the document's."""

    start: int
    text: str
    troubles: tuple[Trouble, ...] = ()


class Pieces(NamedTuple):
    """A text without its byte order mark; is it in UTF-8, and had none?

    Each piece ends with a `>`, and the last one has what is left. The texts raise
    TaglessError.
    """

    texts: Iterator[Piece]
    is_plain: bool


def pieces_of_text(pieces: Iterable[bytes]) -> Pieces | None:
    """Return the text of bytes; None if their start does not settle the encoding."""
    given = iter(pieces)
    head = next(given, b"")
    codec, bom = codec_of_start(head)
    if codec not in _END:
        return None
    is_plain = codec == "utf-8" and not bom
    return Pieces(_decoded(head[len(bom) :], given, codec), is_plain)


def _decoded(data: bytes, given: Iterator[bytes], codec: str) -> Iterator[Piece]:
    start = wanted = 0
    parts, size = [data], len(data)
    for more in given:
        if size >= wanted:
            data = b"".join(parts)
            cut = _end_of_last_tag(data, codec)
            if cut:
                piece = _piece(start, data[:cut], codec)
                yield piece
                start += len(piece.text)
                data = data[cut:]
            elif size > MOST:
                raise TaglessError
            # A document without a tag is not copied for each piece of it.
            wanted = 0 if cut else _GROWTH * size
            parts, size = [data], len(data)
        parts.append(more)
        size += len(more)
    yield _piece(start, b"".join(parts), codec)


def _end_of_last_tag(data: bytes, codec: str) -> int:
    """Return where the last `>` ends, 0 if there is none."""
    sign = _END[codec]
    at = data.rfind(sign)
    while at > 0 and at % len(sign):
        at = data.rfind(sign, 0, at + len(sign) - 1)
    return at + len(sign) if at >= 0 and not at % len(sign) else 0


def _piece(start: int, data: bytes, codec: str) -> Piece:
    try:
        # Most are in order, and to look for what is not takes longer.
        return Piece(start, data.decode(codec))
    except UnicodeDecodeError:
        text, troubles = decode_as(data, codec)
    return Piece(start, text, tuple(trouble.moved(start) for trouble in troubles))
