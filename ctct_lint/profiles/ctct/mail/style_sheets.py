"""The style sheets in a content, and what is not sound in them.

Only what ends a style where it was not meant to end is looked for: braces, quotes
and comments. Source: CSS Syntax Module Level 3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.html.content import STYLE
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.mail.style_faults import (
    StyleFault,
    stray_brace,
    unclosed_comment,
    unclosed_quote,
)
from ctct_lint.text.span import Spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.html.content import Content

# A comment, a string on one line, an escape, `url(...)` without quotes, or one of
# what stands for itself. A comment or a string without end is its first characters.
_PIECE = (
    r"/\*(?:.*?\*/)?|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|\\."
    r"|(?i:url)\(\s*(?![\"'\s])[^)\"'(]*\)|[{}]|<!--|-->"
)
_COMMENT = r"<!--.*?(?:-->|\Z)"
_TEMPLATE = ("{{", "{%", "${", "#{", "<%", "<?")
_QUOTES = frozenset("\"'")


class StyleSheet(NamedTuple):
    """A style sheet: `text[start:end]`."""

    text: str
    start: int
    end: int

    def pieces(self) -> Iterator[re.Match[str]]:
        """Yield comments, strings, escapes and braces, in order."""
        pattern = re.compile(_PIECE, re.DOTALL)
        return pattern.finditer(self.text, self.start, self.end)

    def words(self, word: str) -> Iterator[int]:
        """Yield where a word stands outside of comments and strings."""
        at = self.start
        pattern = re.compile(re.escape(word) + r"(?![\w-])", re.IGNORECASE)
        for piece in self.pieces():
            for found in pattern.finditer(self.text, at, piece.start()):
                yield found.start()
            if piece[0] == "/*":
                return
            at = piece.end()
        for found in pattern.finditer(self.text, at, self.end):
            yield found.start()

    def hidden(self) -> Spans:
        """Return where its comments and strings are."""
        found = []
        for piece in self.pieces():
            if piece[0][0] in "/\"'":
                is_open = piece[0] == "/*"
                found.append((piece.start(), self.end if is_open else piece.end()))
                if is_open:
                    break
        return Spans(found)

    def slips(self) -> Iterator[StyleFault]:
        """Yield what is not closed, and what closes nothing.

        Nothing where a template's braces are among the style sheet's.
        """
        if any(self.text.find(t, self.start, self.end) >= 0 for t in _TEMPLATE):
            return
        still_open: list[_Block] = []
        before = self.start
        for piece in self.pieces():
            written, start = piece[0], piece.start()
            if written == "{":
                yield from self._opened(still_open, before, start)
            elif written == "}" and not still_open:
                yield stray_brace(start)
            elif written == "}":
                still_open.pop()
            elif written == "/*":
                yield unclosed_comment(start, self.end)
                return
            elif written[0] in _QUOTES and not _is_closed(written):
                yield unclosed_quote(start, piece.end(), written[0])
                # One fault: what it swallows may be the end of the block.
                del still_open[max(len(still_open) - written.count("}"), 0) :]
            if written in {"{", "}"}:
                before = piece.end()
        if still_open:
            yield self._unclosed(still_open[-1].start, self.end)

    def _opened(
        self, still_open: list[_Block], before: int, start: int
    ) -> Iterator[StyleFault]:
        """Add a block; one that cannot hold it was meant to end before it."""
        block = _Block(start, self._prelude(before, start)[:1] in {"@", "&"})
        if still_open and not (still_open[-1].is_outer or block.is_outer):
            yield self._unclosed(still_open.pop().start, start)
        still_open.append(block)

    def _prelude(self, start: int, end: int) -> str:
        """Return what stands before a `{`: a selector, or an `@` and more."""
        before = re.sub(r"/\*.*?\*/", "", self.text[start:end], flags=re.DOTALL)
        return before.rpartition(";")[2].lstrip()

    def _unclosed(self, start: int, end: int) -> StyleFault:
        """Word a `{` without its `}`; `end` is that of the sheet, or the next `{`.

        Where the next selector begins is clear if it has a line of its own.
        """
        inside = self.text[start + 1 : end]
        if end < self.end:
            inside = inside.rpartition("\n")[0]
        inside = inside.rstrip().removesuffix("-->").rstrip()
        edit = None
        if inside and not inside.endswith(","):
            at = start + 1 + len(inside)
            edit = (at, at, " }")
        return StyleFault(
            (start, start + 1),
            "`{` is never closed",
            "close it with `}` before the next selector",
            "insert `}`",
            edit,
        )


class _Block(NamedTuple):
    """A `{`; `is_outer`: may it stand around other blocks, or inside one?"""

    start: int
    is_outer: bool


def style_sheets(content: Content) -> Iterator[StyleSheet]:
    """Yield the value of `StyleSheet`, or what the `<style>` elements hold."""
    if content.name == STYLE:
        yield StyleSheet(content.text, 0, len(content.text))
        return
    for start, end in _inside(content, "style"):
        yield StyleSheet(content.text, start, end)


def hidden_spans(content: Content) -> tuple[Spans, Spans]:
    """Return the comments and scripts of a content, and its styles."""
    if content.name == STYLE:
        return Spans(()), Spans([(0, len(content.text))])
    styles = Spans(_inside(content, "style"))
    comments = [
        found.span() for found in re.finditer(_COMMENT, content.text, re.DOTALL)
    ]
    comments = [c for c in comments if c[0] not in styles]
    return Spans([*comments, *_inside(content, "script")]), styles


def _inside(content: Content, name: str) -> list[tuple[int, int]]:
    """Return what stands in the elements of a name that hold no tags."""
    if name not in content.tag_names:
        return []
    tags = content.tags
    ends = [tag.start for tag in tags[1:]] + [len(content.text)]
    return [
        (tag.end, end)
        for tag, end in zip(tags, ends, strict=True)
        if tag.lower == name and not (tag.is_end or tag.self_closing)
    ]


def _is_closed(string: str) -> bool:
    """Say whether a piece that begins with a quote ends with it, not escaped."""
    return bool(re.fullmatch(r"(.)(?:[^\\]|\\.)*\1", string, re.DOTALL))
