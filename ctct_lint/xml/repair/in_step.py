"""Documents whose tags are all in step: only texts, values and namespaces can be wrong.

Each start tag has its end tag, in one root with which a document begins. There is
nothing to recover of tags, nor to mend about them, so no tokens are made: most that is
not well-formed has no more than a bare `&`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.chars import SPACE
from ctct_lint.xml.repair.root_choice import begins
from ctct_lint.xml.scan.declaration import check_declaration, is_declaration
from ctct_lint.xml.scan.markup import COMMENT
from ctct_lint.xml.scan.proper import Unread, are_sound, plain_tag
from ctct_lint.xml.scan.read_token import Opened, read_token
from ctct_lint.xml.tokens import Stretch, Token

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.source import Source


class InStep(NamedTuple):
    """What is found in such a document.

    drafts   the faults of its declaration
    staying  what has texts or values in which something may be wrong
    opened   the start tags of the root and of what may name namespaces, each followed
             by what is inside of these and by None
    """

    drafts: list[Draft]
    staying: list[Token]
    opened: list[Token | None]


def in_step(source: Source) -> InStep | None:
    """Return what is found where all tags are in step, None where some may not be.

    So it is where an element stands in its like, or markup in what holds a text only.
    """
    reader = _Reader(source)
    return reader.found if reader.is_in_step() else None


class _Reader:
    """One pass over the tags of a text, up to the first that is odd."""

    __slots__ = ("_is_leaf", "_kept", "_names", "_sign", "_source", "found")

    def __init__(self, source: Source) -> None:
        self._source = source
        self.found = InStep([], [], [])
        # Of what is open the names, and whether its start tag is among the found ones.
        self._names: list[str] = []
        self._kept: list[bool] = []
        self._is_leaf = False
        self._sign = source.next_sign(0)

    def is_in_step(self) -> bool:
        """Read up to the end; False as soon as something is odd."""
        text, names, at = self._source.text, self._names, 0
        while (less := text.find("<", at)) >= 0:
            if (self._sign < less or not names) and not self._text(at, less):
                return False
            at = self._take(less)
            if at < 0:
                return False
        is_closed = bool(self.found.opened) and not names
        return is_closed and not text[at:].strip(SPACE)

    def _text(self, start: int, end: int) -> bool:
        """Note a text if it has signs that may be wrong; False of one beside a root."""
        if self._sign < start:
            self._sign = self._source.next_sign(start)
        if self._sign < end:
            token = Token("text", start, end, stretches=(Stretch(start, end),))
            self.found.staying.append(token)
        return bool(self._names) or not self._source.text[start:end].strip(SPACE)

    def _take(self, at: int) -> int:
        """Return where what begins there ends, -1 if it is odd."""
        tag = plain_tag(self._source, at)
        if tag is None:
            return self._other(at)
        is_right = self._end(tag[1]) if tag[1] else self._start(tag)
        return tag.end() if is_right else -1

    def _end(self, name: str) -> bool:
        if not self._names or self._names.pop() != name:
            return False
        if self._kept.pop():
            self.found.opened.append(None)
        self._is_leaf = False
        return True

    def _other(self, at: int) -> int:
        """Return where a comment or the declaration ends, -1 if it is odd."""
        text = self._source.text
        if not text.startswith((COMMENT, "<?"), at):
            return -1
        token = read_token(self._source, at, Opened([]))
        if token is None or token.drafts or token.cut or not token.finished:
            return -1
        if token.kind == "comment":
            return token.end
        if at or not is_declaration(token):
            return -1
        self.found.drafts.extend(check_declaration(text, [token], 0))
        return token.end

    def _start(self, tag: re.Match[str]) -> bool:
        _, name, attributes, slash = tag.groups()
        names, opened = self._names, self.found.opened
        is_root = not names
        if self._is_leaf or (bool(opened) if is_root else name == names[-1]):
            return False
        is_kept = is_root or ":" in name
        if is_kept or attributes:
            token = self._token(tag)
            if attributes and not are_sound(self._source.text, *tag.span(3)):
                return False
            if is_root and not begins(self._source, token):
                return False
            token.drafts = ()
            is_kept = is_kept or token.may_name_namespaces()
            self._note(token, is_kept=is_kept)
        if slash:
            opened += [None] * is_kept
            return True
        names.append(name)
        self._kept.append(is_kept)
        self._is_leaf = not is_root and self._source.meaning(name).is_leaf
        return True

    def _token(self, tag: re.Match[str]) -> Token:
        _, name, attributes, _ = tag.groups()
        if attributes:
            return Unread(self._source, tag, name)
        return Token("start", *tag.span(), name, 1, len(name), name)

    def _note(self, token: Token, *, is_kept: bool) -> None:
        if is_kept:
            self.found.opened.append(token)
        if token.stretches:
            self.found.staying.append(token)
