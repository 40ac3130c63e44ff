"""Bytes to text, the way XML 1.0 §4.3.3 and appendix F say, and on after faults.

Decoding never fails: what cannot be decoded is decoded by the best guess and
reported as a trouble, so that the rest of the document can be linted.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

from ctct_lint.text.patterns import lazy

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first bytes of `<?xml` or `<x` in encodings that are no superset of ASCII.
_SHAPES = (
    (rb"<\0\0\0", "utf-32-le"),
    (rb"\0\0\0<", "utf-32-be"),
    (rb"<\0[?!\w]\0", "utf-16-le"),
    (rb"\0<\0[?!\w]", "utf-16-be"),
    (rb"\x4c\x6f\xa7\x94", "cp037"),
)
_UTF16_DECLARATION = (b"<\0?\0", b"\0<\0?")
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
_UNUSUAL = (b"\xef", b"\xff", b"\xfe", *(magic for magic, _ in _NOT_TEXT))
# A declaration after text or comments counts, for repair will put it first, and so it
# does after HTML and the like: the document is what begins there.
_DECLARED = lazy(
    r"(?:[^<]|<!--(?:(?!-->).)*-->|<(?:!DOCTYPE|/?(?:b|body|br|code|div|font|h1|head|"
    r"hr|html|i|p|pre|span|strong|table|title|td|th|tr)\b)[^<>]*>)*"
    r"<\?xml[ \t\r\n][^>]*?"
    r"""\bencoding[ \t\r\n]*=[ \t\r\n]*(?:(["'])(?P<quoted>[^"'>]*)\1"""
    r"""|(?P<bare>[^"'>? \t\r\n]+))""",
    re.DOTALL | re.IGNORECASE,
)
# All that stands before the first `?>`; no declaration at all is the one character.
_USUAL_HEADS = (
    b'<?XML VERSION="1.0" ENCODING="UTF-8"?>',
    b'<?XML VERSION="1.0"?>',
    b"<",
)
_ENCODING_NAME = lazy(r"[A-Za-z][A-Za-z0-9._-]*")
_OF_PYTHON_ALONE = frozenset({"utf", "u8"})
# By Python's names. All of them are supersets of ASCII, or as good as.
_KNOWN = lazy(
    r"utf-8|utf-16(-[lb]e)?|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-[a-z0-9]+|tis-620"
    r"|cp(437|85[0258]|866|874|932|949|950)|big5(hkscs)?|gb2312|gbk|gb18030"
    r"|shift_jis|euc_(jp|kr)|iso2022_jp"
)
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
_WIDE = ("utf-16", "utf-32")
_LATIN, _WESTERN = "iso8859-1", "cp1252"
# Control characters in ISO-8859-1, in windows-1252 all but five are others. Those in
# what may be UTF-8 are left to whoever looks for what was encoded twice.
_CONTROLS = lazy(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|([\x80-\x9f]+)"
)
_NO_TAGS = lazy(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
# A letter of windows-1252 in a tag's name or an attribute's: a control character cannot
# stand there.
_IN_NAME = lazy(
    rb"<[/A-Za-z_:\x80-\xff]"
    rb"(?:[^<>\"'\x80-\x9f]|=\s*\"[^<\"]*\"|=\s*'[^<']*'){0,1000}"
    rb"[\x83\x88\x8a\x8c\x8e\x9a\x9c\x9e\x9f]"
)
_REFUSED = ("utf-32", "cp037")
_HEAD = 4096
_MOST_BYTES = 16


class Trouble(NamedTuple):
    """A fault of the encoding; offsets count code points of the decoded text.

    kind      the kebab-case name of the rule that words it
    subject   the encoding's name as declared, or what the file is; for bytes the
              first 16 as hex and the encoding that they do not fit: `E9 UTF-8`
    expected  the encoding that the bytes are in; for bytes that are not UTF-8, or
              not ISO-8859-1, the windows-1252 characters, U+FFFD for what is none
    related   other places: start, end, the byte there as hex
    detail    what makes it worse: `name` if a name in a tag has such bytes
    """

    kind: str
    start: int
    end: int
    subject: str = ""
    expected: str = ""
    related: tuple[tuple[int, int, str], ...] = ()
    detail: str = ""

    def moved(self, by: int) -> Trouble:
        """Return it so many code points farther on."""
        related = tuple((s + by, e + by, what) for s, e, what in self.related)
        return self._replace(start=self.start + by, end=self.end + by, related=related)


class Decoded(NamedTuple):
    """The text without its BOM; `codec` is the Python codec that made it."""

    text: str
    codec: str
    bom: bytes = b""
    troubles: tuple[Trouble, ...] = ()


class _Problem(NamedTuple):
    """What is wrong with the encoding as a whole; see `Trouble`."""

    kind: str
    subject: str
    expected: str = ""


def decode(data: bytes) -> Decoded:
    """Decode a document; `troubles` is empty for a document that is in order.

    A byte that cannot be decoded becomes exactly one character, so that what
    follows keeps its place. Lone surrogates of UTF-16 stay in the text.
    """
    if not data.startswith(_UNUSUAL) and b"\0" not in data:
        plain = _plain_utf8(data)
        if plain is not None:
            return plain
    return _careful(data)


def codec_of_start(head: bytes) -> tuple[str, bytes]:
    """Return the codec that the first bytes of a document settle, and their BOM.

    The codec is "" where the encoding is not in order, or the rest has a say in it.
    """
    decoded = decode(head)
    declared = _declared(decoded.text[:_HEAD])
    is_settled = declared is None or _codec(declared[0]) != "ascii"
    in_order = all(one.kind == "undecodable-bytes" for one in decoded.troubles)
    return decoded.codec if is_settled and in_order else "", decoded.bom


def _plain_utf8(data: bytes) -> Decoded | None:
    if not _is_utf8_by_name(data[: data.find(b"?>", 0, _HEAD) + 2]):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=32)
def _is_utf8_by_name(head: bytes) -> bool:
    """Say whether the declaration, if the document begins with one, says UTF-8."""
    if head.replace(b"'", b'"').upper() in _USUAL_HEADS:
        return True
    declared = _declared(head.decode("latin-1"))
    return declared is None or _codec(declared[0]) == "utf-8"


def _careful(data: bytes) -> Decoded:
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            text = data[:_HEAD].decode("latin-1")
            return Decoded(text, "latin-1", b"", (Trouble("not-text", 0, 1, what),))
    bom, shape = next((b for b in _BOMS if data.startswith(b[0])), (b"", ""))
    data = data[len(bom) :]
    shape = shape or _shape(data)
    declared = _declared(data[:_HEAD].decode(shape or "latin-1", "replace"))
    if declared is None:
        codec, problem = _undeclared(data, shape, bom)
    else:
        codec, problem = _choose(declared[0], data, shape, bom)
    if codec == _LATIN:
        trouble = _windows_in_latin(data)
        if trouble is not None:
            # What any browser does.
            return Decoded(data.decode(_WESTERN), _WESTERN, bom, (trouble,))
    text, troubles = decode_as(data, codec)
    if problem is not None:
        troubles = (_located(problem, text), *troubles)
    elif shape.startswith("utf-16") and not bom and not _says_byte_order(declared):
        troubles = (Trouble("missing-byte-order-mark", 0, len("<?xml")), *troubles)
    return Decoded(text, codec, bom, troubles)


def _says_byte_order(declared: tuple[str, int, int] | None) -> bool:
    """Is it UTF-16LE or UTF-16BE? Those have no byte order mark."""
    return declared is not None and _codec(declared[0]) != "utf-16"


def _shape(data: bytes) -> str:
    """Return the codec that the first bytes show, "" for what extends ASCII."""
    for pattern, name in _SHAPES:
        if re.match(pattern, data):
            return name
    even, odd = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
    # White space or text may stand before the first `<`.
    if max(even, odd) > max(len(data[:_HEAD]) // 4, 4 * min(even, odd) + 4):
        return "utf-16-be" if even > odd else "utf-16-le"
    return ""


def _declared(head: str) -> tuple[str, int, int] | None:
    """Return the declared name as written and its span, None where there is none."""
    match = _DECLARED.match(head)
    if match is None:
        return None
    group = "bare" if match["quoted"] is None else "quoted"
    return match[group], *match.span(group)


def _located(problem: _Problem, text: str) -> Trouble:
    """Put a problem at the declared name, else at the first character."""
    declared = _declared(text[:_HEAD])
    span = (0, min(1, len(text))) if declared is None else declared[1:]
    return Trouble(problem.kind, *span, problem.subject, problem.expected)


def _windows_in_latin(data: bytes) -> Trouble | None:
    """Return the trouble of a document in windows-1252 that says ISO-8859-1."""
    runs = [m for m in _CONTROLS.finditer(data) if m[1]]
    if not runs or _guess(data) != _WESTERN:
        return None
    meant = dict.fromkeys("".join(m[1].decode(_WESTERN) for m in runs))
    # One byte is one character.
    name, start, end = _declared(data[:_HEAD].decode(_LATIN)) or ("", 0, 0)
    first = runs[0].start()
    related = (first, first + 1, f"{data[first]:02X}")
    kind = "windows-text-as-latin"
    detail = "name" if _IN_NAME.search(_NO_TAGS.sub(b"", data)) else ""
    return Trouble(kind, start, end, name, "".join(meant), (related,), detail)


def _codec(name: str) -> str | None:
    """Return Python's name of an encoding that is read, None for any other."""
    if name.strip(" -_").lower() in _OF_PYTHON_ALONE:
        return None
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return found if _KNOWN.fullmatch(found) else None


def _undeclared(data: bytes, shape: str, bom: bytes) -> tuple[str, _Problem | None]:
    if shape.startswith(_REFUSED):
        return shape, _Problem("unsupported-encoding", _family(shape))
    if shape and not bom and not data.startswith(_UTF16_DECLARATION):
        what = "UTF-16 without a byte order mark"
        return shape, _Problem("unsupported-encoding", what)
    return shape or "utf-8", None


def _choose(
    name: str, data: bytes, shape: str, bom: bytes
) -> tuple[str, _Problem | None]:
    """Return the codec to use, and what is wrong with the one declared."""
    codec = _codec(name)
    guess = shape or _guess(data)
    if not _ENCODING_NAME.fullmatch(name) and codec is None:
        # The declaration is malformed, which is the syntax's to say.
        return guess, None
    if codec is None:
        return guess, _Problem("unsupported-encoding", name, _family(guess))
    if shape.startswith(_REFUSED):
        return shape, _Problem("unsupported-encoding", _family(shape))
    if _fits(codec, data, shape, bom):
        return shape or ("utf-8" if codec == "ascii" else codec), None
    return guess, _Problem("encoding-mismatch", name, _family(guess))


def _guess(data: bytes) -> str:
    """Return UTF-8 or windows-1252; a last character may be cut off."""
    for codec in ("utf-8", _WESTERN):
        try:
            codecs.getincrementaldecoder(codec)().decode(data)
        except UnicodeDecodeError:
            continue
        return codec
    return "utf-8"


def _fits(codec: str, data: bytes, shape: str, bom: bytes) -> bool:
    """Can a document of this shape and BOM be in the declared encoding?"""
    if shape.startswith("utf-16"):
        return codec in {shape, "utf-16"}
    if bom:
        return codec == "utf-8"
    return data.isascii() if codec == "ascii" else not codec.startswith("utf-16")


def _family(codec: str) -> str:
    """Return the name that people know: UTF-16 for utf-16-le."""
    if codec.startswith(_WIDE):
        return codec[:6].upper()
    if codec == "cp037":
        return "EBCDIC"
    known = codec.upper().replace("ISO8859", "ISO-8859")
    return known.replace("CP", "windows-") if known.startswith("CP125") else known


def decode_as(data: bytes, codec: str) -> tuple[str, tuple[Trouble, ...]]:
    """Decode bytes without their byte order mark by one of Python's codecs."""
    if codec.startswith(_WIDE):
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
    family = _family(codec)
    troubles = tuple(
        _undecodable(m, c, family) for m, c in zip(runs, meant, strict=True)
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
    subject = f"{data[-odd:].hex(' ').upper()} {_family(codec)}"
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


def _undecodable(match: re.Match[str], meant: str, family: str) -> Trouble:
    shown = _in_hex(match[0][:_MOST_BYTES])
    expected = meant[:_MOST_BYTES] if family == "UTF-8" else ""
    return Trouble("undecodable-bytes", *match.span(), f"{shown} {family}", expected)


@lru_cache(maxsize=1024)
def _in_hex(escaped: str) -> str:
    return " ".join(f"{ord(c) - 0xDC00:02X}" for c in escaped)
