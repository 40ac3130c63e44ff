"""Bytes to text where the encoding is another one than UTF-8, or not in order."""

from __future__ import annotations

import codecs
import re

from ctct_lint.text.decoded import Decoded, Trouble
from ctct_lint.text.detection import (
    HEAD,
    WESTERN,
    CodecProblem,
    choose,
    codec_named,
    declared_in,
    guess,
    shape_of,
    undeclared,
)
from ctct_lint.text.patterns import lazy

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG", "a PNG image"),
    (b"%PDF", "a PDF document"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BZh", "bzip2 data"),
    (b"\x7fELF", "a program"),
)
# Control characters in ISO-8859-1, in windows-1252 all but five are others. Those in
# what may be UTF-8 are left to whoever looks for what was encoded twice.
_CONTROLS = lazy(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|([\x80-\x9f]+)"
)
# What is never closed goes on to the end, which then is looked for once.
_NO_TAGS = lazy(rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
# A letter of windows-1252 in a tag's name or an attribute's: a control character cannot
# stand there.
_IN_NAME = lazy(
    rb"<[/A-Za-z_:\x80-\xff]"
    rb"(?:[^<>\"'\x80-\x9f]|=\s*\"[^<\"]*\"|=\s*'[^<']*'){0,1000}"
    rb"[\x83\x88\x8a\x8c\x8e\x9a\x9c\x9e\x9f]"
)
_LATIN = "iso8859-1"


def decode_odd(data: bytes) -> Decoded:
    """Decode a document by its first bytes and its declaration, else by a guess."""
    what = next((what for magic, what in _NOT_TEXT if data.startswith(magic)), None)
    if what is not None:
        text = data[:HEAD].decode("latin-1")
        return Decoded(text, "latin-1", b"", (Trouble("not-text", 0, 1, what),))
    bom, shape = next((b for b in _BOMS if data.startswith(b[0])), (b"", ""))
    data = data[len(bom) :]
    shape = shape or shape_of(data)
    declared = declared_in(data[:HEAD].decode(shape or "latin-1", "replace"))
    if declared is None:
        codec, problem = undeclared(data, shape, bom)
    else:
        codec, problem = choose(declared[0], data, shape, bom)
    if codec == _LATIN:
        trouble = _windows_in_latin(data)
        if trouble is not None:
            # What any browser does.
            return Decoded(data.decode(WESTERN), WESTERN, bom, (trouble,))
    from ctct_lint.text.undecodable import decode_as

    text, troubles = decode_as(data, codec)
    if problem is not None:
        troubles = (_located(problem, text), *troubles)
    elif shape.startswith("utf-16") and not bom and not _says_byte_order(declared):
        troubles = (Trouble("missing-byte-order-mark", 0, len("<?xml")), *troubles)
    return Decoded(text, codec, bom, troubles)


def codec_of_start(head: bytes) -> tuple[str, bytes]:
    """Return the codec that the first bytes of a document settle, and their BOM.

    The codec is "" where the encoding is not in order, or the rest has a say in it.
    """
    decoded = decode_odd(head)
    declared = declared_in(decoded.text[:HEAD])
    is_settled = declared is None or codec_named(declared[0]) != "ascii"
    in_order = all(one.kind == "undecodable-bytes" for one in decoded.troubles)
    return decoded.codec if is_settled and in_order else "", decoded.bom


def _says_byte_order(declared: tuple[str, int, int] | None) -> bool:
    """Is it UTF-16LE or UTF-16BE? Those have no byte order mark."""
    return declared is not None and codec_named(declared[0]) != "utf-16"


def _located(problem: CodecProblem, text: str) -> Trouble:
    """Put a problem at the declared name, else at the first character."""
    declared = declared_in(text[:HEAD])
    span = (0, min(1, len(text))) if declared is None else declared[1:]
    return Trouble(problem.kind, *span, problem.subject, problem.expected)


def _windows_in_latin(data: bytes) -> Trouble | None:
    """Return the trouble of a document in windows-1252 that says ISO-8859-1."""
    runs = [m for m in _CONTROLS.finditer(data) if m[1]]
    if not runs or guess(data) != WESTERN:
        return None
    meant = dict.fromkeys("".join(m[1].decode(WESTERN) for m in runs))
    # One byte is one character.
    name, start, end = declared_in(data[:HEAD].decode(_LATIN)) or ("", 0, 0)
    first = runs[0].start()
    related = (first, first + 1, f"{data[first]:02X}")
    kind = "windows-text-as-latin"
    detail = "name" if _IN_NAME.search(_NO_TAGS.sub(b"", data)) else ""
    return Trouble(kind, start, end, name, "".join(meant), (related,), detail)
