"""Which encoding a document is in: what its first bytes show, and what it declares.

XML 1.0 §4.3.3 and appendix F say how the two are told.
"""

from __future__ import annotations

import codecs
import re

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

WESTERN = "cp1252"
HEAD = 4096  # bytes in which a declaration is looked for
WIDE = ("utf-16", "utf-32")
# The first bytes of `<?xml` or `<x` in encodings that are no superset of ASCII.
_SHAPES = (
    (rb"<\0\0\0", "utf-32-le"),
    (rb"\0\0\0<", "utf-32-be"),
    (rb"<\0[?!\w]\0", "utf-16-le"),
    (rb"\0<\0[?!\w]", "utf-16-be"),
    (rb"\x4c\x6f\xa7\x94", "cp037"),
)
_UTF16_DECLARATION = (b"<\0?\0", b"\0<\0?")
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
_ENCODING_NAME = lazy(r"[A-Za-z][A-Za-z0-9._-]*")
_OF_PYTHON_ALONE = frozenset({"utf", "u8"})
# By Python's names. All of them are supersets of ASCII, or as good as.
_KNOWN = lazy(
    r"utf-8|utf-16(-[lb]e)?|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-[a-z0-9]+|tis-620"
    r"|cp(437|85[0258]|866|874|932|949|950)|big5(hkscs)?|gb2312|gbk|gb18030"
    r"|shift_jis|euc_(jp|kr)|iso2022_jp"
)
_REFUSED = ("utf-32", "cp037")


class CodecProblem(NamedTuple):
    """What is wrong with the encoding as a whole; see `Trouble`."""

    kind: str
    subject: str
    expected: str = ""


def shape_of(data: bytes) -> str:
    """Return the codec that the first bytes show, "" for what extends ASCII."""
    for pattern, name in _SHAPES:
        if re.match(pattern, data):
            return name
    even, odd = data[:HEAD:2].count(0), data[1:HEAD:2].count(0)
    # White space or text may stand before the first `<`.
    if max(even, odd) > max(len(data[:HEAD]) // 4, 4 * min(even, odd) + 4):
        return "utf-16-be" if even > odd else "utf-16-le"
    return ""


def declared_in(head: str) -> tuple[str, int, int] | None:
    """Return the declared name as written and its span, None where there is none."""
    match = _DECLARED.match(head)
    if match is None:
        return None
    group = "bare" if match["quoted"] is None else "quoted"
    return match[group], *match.span(group)


def codec_named(name: str) -> str | None:
    """Return Python's name of an encoding that is read, None for any other."""
    if name.strip(" -_").lower() in _OF_PYTHON_ALONE:
        return None
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return found if _KNOWN.fullmatch(found) else None


def undeclared(data: bytes, shape: str, bom: bytes) -> tuple[str, CodecProblem | None]:
    """Return the codec of a document that declares none, and what is wrong there."""
    if shape.startswith(_REFUSED):
        return shape, CodecProblem("unsupported-encoding", usual_name(shape))
    if shape and not bom and not data.startswith(_UTF16_DECLARATION):
        what = "UTF-16 without a byte order mark"
        return shape, CodecProblem("unsupported-encoding", what)
    return shape or "utf-8", None


def choose(
    name: str, data: bytes, shape: str, bom: bytes
) -> tuple[str, CodecProblem | None]:
    """Return the codec to use, and what is wrong with the one declared."""
    codec = codec_named(name)
    likely = shape or guess(data)
    if not _ENCODING_NAME.fullmatch(name) and codec is None:
        # The declaration is malformed, which is the syntax's to say.
        return likely, None
    if codec is None:
        return likely, CodecProblem("unsupported-encoding", name, usual_name(likely))
    if shape.startswith(_REFUSED):
        return shape, CodecProblem("unsupported-encoding", usual_name(shape))
    if _fits(codec, data, shape, bom):
        return shape or ("utf-8" if codec == "ascii" else codec), None
    return likely, CodecProblem("encoding-mismatch", name, usual_name(likely))


def guess(data: bytes) -> str:
    """Return UTF-8 or windows-1252; a last character may be cut off."""
    for codec in ("utf-8", WESTERN):
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


def usual_name(codec: str) -> str:
    """Return the name that people know: UTF-16 for utf-16-le."""
    if codec.startswith(WIDE):
        return codec[:6].upper()
    if codec == "cp037":
        return "EBCDIC"
    known = codec.upper().replace("ISO8859", "ISO-8859")
    return known.replace("CP", "windows-") if known.startswith("CP125") else known
