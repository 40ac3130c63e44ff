"""Text as a terminal shows it: what must be escaped, and how wide the rest is."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

TAB_STOP = 4

# C0, DEL and C1 (terminal escapes); characters without a glyph, among them the
# bidi controls that let text look like other text; line separators; lone
# surrogates, which no encoding can write. The joiners U+200C and U+200D stay:
# scripts and emoji need them.
_INVISIBLE = (
    "\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e"
    "\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb"
    "\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
# CI runners take `##[command]` and `##vso[command]` from anywhere in a line.
_RUNNER_COMMAND = r"#(?=#\w{0,20}\[)"
_UNSAFE = lazy(f"[{_INVISIBLE}]|{_RUNNER_COMMAND}")
# They take `::command::` after nothing but white space.
_LEADING_COMMAND = lazy(r"\A(\s*):(?=:)")

# What may take other than one column. Both classes are told by what is not in them:
# Python walks over each character of a range as it compiles one.
_WIDE = lazy(r"[^\x00-\u02ff]")
_UNUSUAL = lazy(rf"[^ -~\xa0-\xac\xae-\u02ff]|{_RUNNER_COMMAND}")
_JOINERS = frozenset("\u200c\u200d")


class Cells(NamedTuple):
    """A text as it is shown, and the columns of each of its characters."""

    shown: str
    widths: list[int]


def escape(text: str) -> str:
    """Return the text on one line, with nothing that acts or hides."""
    if _is_plain(text):
        return text
    return _UNSAFE.sub(lambda match: _escaped(match[0]), text)


def _is_plain(text: str) -> bool:
    """Say whether it is shown as it is, a column for each character: most are."""
    return text.isascii() and text.isprintable() and "#" not in text


def escape_at_line_start(text: str) -> str:
    """Return the text escaped so that a line can start with it."""
    return without_command(escape(text))


def without_command(line: str) -> str:
    """Return a line of escaped text that is no command to the runner of GitHub."""
    return _LEADING_COMMAND.sub(r"\1\\x3a", line)


def cells(text: str) -> Cells:
    """Return the characters as they are shown; tabs reach to the next tab stop."""
    if _is_plain(text):
        return Cells(text, [1] * len(text))
    shown, widths, more = list(text), [1] * len(text), 0
    for match in _UNUSUAL.finditer(text):
        index = match.start()
        shown[index] = char = _shown(text, index, index + more)
        widths[index] = width = text_width(char)
        more += width - 1
    return Cells("".join(shown), widths)


def _shown(text: str, index: int, column: int) -> str:
    char = text[index]
    if char == "\t":
        return " " * (TAB_STOP - column % TAB_STOP)
    return _escaped(char) if _UNSAFE.match(text, index) else char


def char_width(char: str) -> int:
    """Return the columns of a character that needs no escaping: 0, 1 or 2."""
    from unicodedata import category, east_asian_width

    if char in _JOINERS or category(char) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def text_width(text: str) -> int:
    """Return the columns of a text that is escaped."""
    if text.isascii():
        return len(text)
    return len(text) + sum(char_width(char) - 1 for char in _WIDE.findall(text))


def _escaped(char: str) -> str:
    # ascii() spells all of them but the `#` of a command.
    spelt = ascii(char)[1:-1]
    return spelt if len(spelt) > 1 else f"\\x{ord(char):02x}"
