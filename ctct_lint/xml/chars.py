r"""The characters of XML 1.0 (fifth edition) and the patterns made of them.

White space is XML's own four characters everywhere: Python's `\s` has more.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import WHITE_SPACE, is_invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACE = WHITE_SPACE
# Word processors end lines and pages so: with a vertical tab and a form feed.
ENDS_OF_OTHERS = "\v\f"
LINE_ENDS = ("\r", "\n")
# No tag is further from the left.
_WIDEST_MARGIN = 200
_NO_WORD = f"{SPACE}<>"
S = "[ \t\r\n]"
# What no name may hold, a colon included. To compile a class of what it may hold takes
# four times as long, and a broken document needs a dozen of them.
_NO_PART = (
    "\x00-,/:-@\\[-\\^`{-\xb6\xb8-\xbf\xd7\xf7\u037e\u2000-\u200b\u200e-\u203e\u2041-\u206f"
    "\u2190-\u2bff\u2ff0-\u3000\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
)
# What may stand in a name, but not at its start.
_NO_START = "\\-.0-9\xb7\u0300-\u036f\u203f-\u2040"
NAME = f"[^{_NO_START}{_NO_PART}][^{_NO_PART}]*"
QNAME = f"{NAME}(?::{NAME})?"
# What may stand in one behind its start, but for a colon.
NAME_PART = f"[^{_NO_PART}]"
# One of ASCII, as nearly all are: Python walks over each character of a range as it
# compiles one, and the ranges of other names have ten thousand.
_PLAIN_NAME = "[A-Za-z_][A-Za-z0-9_.-]*"
PLAIN_QNAME = f"{_PLAIN_NAME}(?::{_PLAIN_NAME})?"

_NCNAME, _QNAME = lazy(NAME), lazy(QNAME)
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
# A class that is looked for is found three times as fast if it is not repeated.
_FORBIDDEN_RUN = lazy(f"{_FORBIDDEN}{_FORBIDDEN}*")
# Those of ASCII, for nearly all texts: see `_PLAIN_NAME`.
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f]"
_CONTROL_RUN = lazy(f"{_CONTROL}{_CONTROL}*")

_PLANES = ((0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
_SPACE = lazy(f"{S}*")
_SPACES = frozenset(SPACE)
_BAD = lazy(f"[{_NO_PART}]")


def is_ncname(name: str) -> bool:
    """Is it a name without a colon?"""
    return _is_plain(name) or _NCNAME.fullmatch(name) is not None


@lru_cache(maxsize=1024)
def is_qname(name: str) -> bool:
    """Is it a name, or a prefix, a colon and a name?"""
    return _is_plain(name) or _QNAME.fullmatch(name) is not None


def starts_name(char: str) -> bool:
    """May a name, colons included, start with the character?"""
    return char == ":" or is_ncname(char)


def _is_plain(name: str) -> bool:
    """Is it of ASCII letters, digits and underscores only, as most names are?"""
    return name.isascii() and name.isidentifier()


def forbidden_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the characters that XML has no place for."""
    pattern = _CONTROL_RUN if text.isascii() else _FORBIDDEN_RUN
    return (found.span() for found in pattern.finditer(text))


def parts_words(text: str, start: int, end: int) -> bool:
    """Tell whether a range has something on both sides that is no blank and no tag."""
    sides = text[start - 1 : start], text[end : end + 1]
    return all(side and side not in _NO_WORD for side in sides)


def is_character(code: int) -> bool:
    """Tell whether a code point is an XML `Char` (XML 1.0 §2.2)."""
    return code in (0x9, 0xA, 0xD) or any(low <= code <= high for low, high in _PLANES)


def skip_space(text: str, at: int) -> int:
    """Return the first offset from `at` on that is no white space."""
    if text[at : at + 1] not in _SPACES:
        return at
    # One blank, as a rule.
    if text[at + 1 : at + 2] not in _SPACES:
        return at + 1
    found = _SPACE.match(text, at)
    return found.end() if found else at


def trimmed_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at both its ends."""
    while end > start and text[end - 1] in SPACE:
        end -= 1
    while start < end and text[start] in SPACE:
        start += 1
    return start, end


def safe_name(raw: str) -> str:
    """Return the name nearest to `raw` that has no colon and is well-formed."""
    name = _BAD.sub("_", raw)
    return name if is_ncname(name) else f"_{name}"


def visible_name(raw: str) -> str:
    """Return the name without invisible characters, if it is one then."""
    name = "".join(c for c in raw if not is_invisible(c))
    is_name = is_qname(name) and not name.startswith("xmlns:")
    return name if name != raw and is_name else raw


def local_part(name: str) -> str:
    """Return the name without its prefix."""
    return name.rpartition(":")[2]


def margin(text: str, at: int) -> str | None:
    """Return the white space before the first sign of a line; None before another."""
    line = text[max(at - _WIDEST_MARGIN, 0) : at]
    before = line.rstrip(" \t")
    is_first = before.endswith(LINE_ENDS) or (not before and at <= _WIDEST_MARGIN)
    return line[len(before) :] if is_first else None
