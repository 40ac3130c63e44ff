"""Where in a TOML text its keys and values stand.

The standard library's parser gives values without places. This one gives places
without values, and relies on the other one for the text being TOML at all. It follows
TOML 1.1, of which 1.0 is a part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\r\n]+")
# The long ones first; three quotes at the end may have two more before them.
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)


class Places:
    """The spans of all keys and values of a text that is TOML.

    A path leads from the root to a value: `("tool", "ctct-lint", "select", 0)`. The
    span of a key that is spelt in several places is that of the first.
    """

    def __init__(self, text: str, decode: Callable[[str], str]) -> None:
        """Read a text; `decode` turns a quoted key into what it stands for."""
        self._text = text
        self._decode = decode
        self._at = 0
        self._tables: dict[Path, int] = {}
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self._read()

    def _read(self) -> None:
        above: Path = ()
        while not self._is_at_end():
            if self._text.startswith("[[", self._at):
                above = self._header(2)
            elif self._text.startswith("[", self._at):
                above = self._header(1)
            else:
                self._pair(above)

    def _is_at_end(self) -> bool:
        self._skip()
        return self._at >= len(self._text)

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _header(self, brackets: int) -> Path:
        start = self._at
        self._at += brackets
        path = self._key((), through_tables=True)
        if brackets == 1:
            path = self._in_latest(path)
        else:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
        self._at += brackets
        self.values.setdefault(path, Span(start, self._at))
        return path

    def _key(self, path: Path, *, through_tables: bool = False) -> Path:
        """Read a dotted key, and what is blank behind it."""
        while True:
            self._skip()
            name, span = self._part()
            if through_tables:
                path = self._in_latest(path)
            path = (*path, name)
            self.keys.setdefault(path, span)
            self._skip()
            if self._text[self._at] != ".":
                return path
            self._at += 1

    def _in_latest(self, path: Path) -> Path:
        """Return the path into the last table, if it is of an array of tables."""
        return (*path, self._tables[path]) if path in self._tables else path

    def _part(self) -> tuple[str, Span]:
        start = self._at
        found = _BARE.match(self._text, start) or _STRING.match(self._text, start)
        self._at = found.end() if found else start + 1
        written = self._text[start : self._at]
        name = self._decode(written) if written[0] in "\"'" else written
        return name, Span(start, self._at)

    def _pair(self, above: Path) -> None:
        path = self._key(above)
        self._at += 1
        self._skip()
        self._value(path)

    def _value(self, path: Path) -> None:
        start = self._at
        if self._text[start] == "[":
            self._series("]", lambda number: self._value((*path, number)))
        elif self._text[start] == "{":
            self._series("}", lambda _: self._pair(path))
        else:
            found = _STRING.match(self._text, start) or _PLAIN.match(self._text, start)
            written = found[0].rstrip() if found else ""
            self._at = start + len(written)
        self.values[path] = Span(start, self._at)

    def _series(self, end: str, read: Callable[[int], None]) -> None:
        """Read what stands between brackets, with commas between."""
        self._at += 1
        self._skip()
        number = 0
        while self._text[self._at] != end:
            read(number)
            number += 1
            self._skip()
            if self._text[self._at] == ",":
                self._at += 1
                self._skip()
        self._at += 1


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, both counted from 1."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)
