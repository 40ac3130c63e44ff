"""Bytes by a codec, one character for each that it cannot decode."""

from __future__ import annotations

import codecs
from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.decoded import Trouble
from ctct_lint.text.detection import WIDE, usual_name
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re

# UTF-8 that is none though it has the form: overlong, surrogates, too large. `À`
# before a quotation mark, dash or ellipsis is windows-1252 all the same.
_ILL_FORMED = lazy(
    r"[\xc0\xc1][\x80-\x84\x86-\x90\x98-\xaa\xac-\xba\xbc-\xbf]"
    r"|\xe0[\x80-\x9f][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
    r"|(?:\xf0[\x80-\x8f]|\xf4[\x90-\xbf]|[\xf5-\xf7][\x80-\xbf])[\x80-\xbf]{2}"
)
_CUT_OFF = lazy(
    r"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z"
)
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_WINDOWS = dict(enumerate(bytes(range(256)).decode("cp1252", "replace")))
_BYTES = {0xDC00 + byte: byte for byte in range(256)}
# Undecodable bytes, each as one lone surrogate, as `surrogateescape` has them.
_ESCAPED = lazy("[\udc00-\udcff]+")
_MOST_BYTES = 16


def decode_as(data: bytes, codec: str) -> tuple[str, tuple[Trouble, ...]]:
    """Decode bytes without their byte order mark by one of Python's codecs."""
    if codec.startswith(WIDE):
        return _decode_wide(data, codec)
    errors = "surrogateescape" if codec == "utf-8" else _ESCAPE
    text = data.decode(codec, errors)
    if codec == "cp037":
        # Mainframes end lines with NEL, which is no white space in XML 1.0.
        return text.replace("\x85", "\n"), ()
    runs = list(_ESCAPED.finditer(text))
    if not runs:
        return text, ()
    meant = [_meant(m, is_utf8=codec == "utf-8") for m in runs]
    named = usual_name(codec)
    troubles = tuple(
        _undecodable(m, c, named) for m, c in zip(runs, meant, strict=True)
    )
    characters = iter(meant)
    return _ESCAPED.sub(lambda _: next(characters), text), troubles


def _decode_wide(data: bytes, codec: str) -> tuple[str, tuple[Trouble, ...]]:
    odd = len(data) % (4 if codec.startswith("utf-32") else 2)
    whole = data[: len(data) - odd]
    errors = "surrogatepass" if codec.startswith("utf-16") else "replace"
    text = whole.decode(codec, errors)
    if not odd:
        return text, ()
    subject = f"{data[-odd:].hex(' ').upper()} {usual_name(codec)}"
    trouble = Trouble("undecodable-bytes", len(text), len(text) + 1, subject)
    return text + _UNKNOWN, (trouble,)


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Escape any byte; `surrogateescape` does so with those above 0x7F only."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in bad), error.end


_ESCAPE = "ctct_lint.escape"
codecs.register_error(_ESCAPE, _escape)


def _meant(match: re.Match[str], *, is_utf8: bool) -> str:
    """Return one character for each byte of a run."""
    if not is_utf8:
        return _UNKNOWN * len(match[0])
    return _as_windows_1252(match[0], is_last=match.end() == len(match.string))


@lru_cache(maxsize=1024)
def _as_windows_1252(escaped: str, *, is_last: bool) -> str:
    """Return bytes that are not UTF-8 as what was most likely meant."""
    run = escaped.translate(_BYTES)
    run = _ILL_FORMED.sub(lambda m: _UNKNOWN * len(m[0]), run)
    if is_last:
        run = _CUT_OFF.sub(lambda m: _UNKNOWN * len(m[0]), run)
    return run.translate(_WINDOWS)


def _undecodable(match: re.Match[str], meant: str, named: str) -> Trouble:
    shown = _in_hex(match[0][:_MOST_BYTES])
    expected = meant[:_MOST_BYTES] if named == "UTF-8" else ""
    return Trouble("undecodable-bytes", *match.span(), f"{shown} {named}", expected)


@lru_cache(maxsize=1024)
def _in_hex(escaped: str) -> str:
    return " ".join(f"{ord(c) - 0xDC00:02X}" for c in escaped)
