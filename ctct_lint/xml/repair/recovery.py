"""Tags that are lost, or not seen as tags, and that the tags around them prove.

Those are start tags without their `<` or with a slash too many, start tags that are not
there at all, and end tags without their `<`.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.slips import alike
from ctct_lint.xml.chars import QNAME, SPACE, S, local_part
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.doubled_starts import DoubledStarts
from ctct_lint.xml.repair.lost_starts import LostStarts
from ctct_lint.xml.repair.missing_ends import split_at_end_tag
from ctct_lint.xml.repair.slashes import Slashes
from ctct_lint.xml.scan.start_tag import read_start_tag

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

# An escape may stand for the `<`, where none belongs.
_ESCAPE = "&lt;"
_HEADLESS = lazy(f"{S}*(?:{_ESCAPE})?({QNAME})(?:{S}+{QNAME}{S}*=[^<>]*(?<!/))?>")
_LEVELS_SEARCHED = 8


class _Entry(NamedTuple):
    """A start tag that is open, with the number of its token."""

    number: int
    name: str


class _Headless(NamedTuple):
    """A text that begins like a start tag (`found`), and may be one.

    `number` is that of the token, `outer` the name of the start tag around, if any.
    """

    number: int
    name: str
    outer: str
    found: re.Match[str]


def recover_tags(source: Source, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with the tags that are proved by those around them.

    `Name>text</Name>`, `<Name/>text</Name>`, `text</Name>` and `<Name>text/Name>` get
    both tags. Where every tag has its other one, nothing is changed.
    """
    recovery = _Recovery(source, tokens)
    recovery.run()
    if not (recovery.headless or recovery.instead):
        return tokens
    result: list[Token] = []
    for number, token in enumerate(tokens):
        found = recovery.headless.get(number)
        if found is not None:
            result += _split(source, token, found)
        else:
            result += recovery.instead.get(number) or [token]
    return result


class _Recovery:
    """One pass over the tokens. On the stack is what may be open.

    headless  by their numbers, the texts that begin as a start tag
    instead   by the number of a token, the tokens in the place of that
    """

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self._source = source
        self._tokens = tokens
        self._stack: list[_Entry | _Headless] = []
        self._has_root = False
        # By the numbers of start tags: what may be their end tags, and in which token.
        self._ends: dict[int, tuple[int, list[Token]]] = {}
        # The names of end tags before which something was not closed.
        self._too_early: set[str] = set()
        self._nesting: dict[str, bool] = {}
        # The number of the innermost that was asked for its holders last, and these.
        self._held: tuple[int, list[tuple[_Entry | _Headless, str]]] = (-1, [])
        self._starts = array("q", [-1]) * len(tokens)
        self.headless: dict[int, re.Match[str]] = {}
        self.instead: dict[int, list[Token]] = {}
        self._lost = LostStarts(source, tokens, self._starts, self.instead)
        self._doubled = DoubledStarts(source, tokens)
        self._slashes = Slashes(source, tokens)

    def run(self) -> None:
        find = self._source.text.find
        for number, token in enumerate(self._tokens):
            kind = token.kind
            if kind == "text":
                if find(">", token.start, token.end) > 0:
                    self._text(number, token)
            elif kind == "start":
                self._start(number, token)
            elif kind == "end":
                self._end(number, token)

    def _start(self, number: int, token: Token) -> None:
        is_twice = self._is_written_twice(token)
        if is_twice:
            self._doubled.note(self._stack[-1].number, len(self._stack) - 1)
        if token.empty:
            self._slashes.note(number, len(self._stack))
            return
        self._has_root = True
        if is_twice:
            self._stack.pop()
        self._stack.append(_Entry(number, token.name))

    def _is_written_twice(self, token: Token) -> bool:
        """Tell whether the innermost start tag is the like of one right behind it."""
        if not self._stack:
            return False
        top = self._stack[-1]
        if top.name != token.name or self._nests(token.name):
            return False
        before = self._tokens[top.number]
        return not self._source.text[before.end : token.start].strip(SPACE)

    def _nests(self, name: str) -> bool:
        """Tell whether such an element may stand in its like."""
        nests = self._nesting.get(name)
        if nests is None:
            source = self._source
            nests = source.model.may_contain(source.meant(name), local_part(name))
            self._nesting[name] = nests
        return nests

    def _text(self, number: int, token: Token) -> None:
        self._note_end(number, token)
        found = _HEADLESS.match(self._source.text, token.start, token.end)
        if found is None:
            return
        if not self._stack:
            if not self._has_root:
                self._stack.append(_Headless(number, found[1], "", found))
            return
        top = self._stack[-1]
        outer = top.outer if isinstance(top, _Headless) else top.name
        if any(self._may_contain(entry, found[1]) for entry in self._innermost()):
            self._stack.append(_Headless(number, found[1], outer, found))

    def _note_end(self, number: int, token: Token) -> None:
        """Note what may be the innermost element's end tag, without its `<`."""
        top = self._stack[-1] if self._stack else None
        if isinstance(top, _Entry) and top.number not in self._ends:
            found = split_at_end_tag(self._source, token, self._tokens[top.number])
            if found:
                self._ends[top.number] = number, found

    def _innermost(self) -> Iterator[_Entry | _Headless]:
        """Yield what may be open around, inside what was not closed as it should be."""
        return islice(reversed(self._stack), _LEVELS_SEARCHED)

    def _may_contain(self, entry: _Entry | _Headless, name: str) -> bool:
        source = self._source
        return source.model.may_contain(source.meant(entry.name), local_part(name))

    def _taker(self, name: str) -> _Entry | _Headless | None:
        """Return the innermost that may hold such an element, if only as it may any."""
        model, local = self._source.model, local_part(name)
        for entry, parent in self._holders():
            if model.lets_in(parent, local) or model.may_contain(parent, local):
                return entry
        return None

    def _holders(self) -> list[tuple[_Entry | _Headless, str]]:
        """Return the innermost, with what they are meant to be.

        A million end tags may stand in the same element.
        """
        top = self._stack[-1].number if self._stack else -1
        if top != self._held[0]:
            meant = self._source.meant
            self._held = top, [(one, meant(one.name)) for one in self._innermost()]
        return self._held[1]

    def _end(self, number: int, token: Token) -> None:
        stack, name = self._stack, token.name
        while stack and isinstance(top := stack[-1], _Headless):
            if top.name == name != top.outer:
                break
            stack.pop()
        if stack and stack[-1].name == name:
            top = stack.pop()
            self._starts[number] = top.number
            if isinstance(top, _Headless):
                self.headless[top.number] = top.found
            return
        if not name:
            # One without a name proves nothing.
            return
        for depth in range(1, min(_LEVELS_SEARCHED, len(stack)) + 1):
            if stack[-depth].name == name:
                self._starts[number] = stack[-depth].number
                self._too_early.add(name)
                self._end_unclosed(stack[len(stack) - depth + 1 :])
                del stack[-depth:]
                return
        if not (
            self._end_empty(number)
            or name in self._too_early
            or self._end_wrapper(token)
            or self._end_misspelt(number, name)
        ):
            self._end_without_start(number, name)

    def _end_empty(self, number: int) -> bool:
        """End what a slash has made an empty element."""
        around = self._stack[-1].number if self._stack else -1
        start = self._slashes.opened(number, around, len(self._stack))
        self._starts[number] = start
        return start >= 0

    def _end_wrapper(self, token: Token) -> bool:
        """End what has been begun by the name of what it holds."""
        stack = self._stack
        for depth in (len(stack), len(stack) - 1):
            if depth < 1:
                break
            found = self._doubled.wrapper(token, stack[depth - 1].number, depth)
            if found >= 0:
                # An empty element has left the one that is ended here open.
                del stack[depth:]
                return True
        return False

    def _end_misspelt(self, number: int, name: str) -> bool:
        """End the innermost element if its start tag has this name, but misspelt.

        Two of three signs tell: its name is close to this one, nobody knows its name,
        or it has no end tag.
        """
        top = self._stack[-1] if self._stack else None
        if top is None:
            return False
        is_unknown = not self._source.model.knows(local_part(top.name))
        is_never_ended = self._last_ends.get(top.name, -1) < number
        signs = is_unknown + is_never_ended
        # To compare the names takes longer: only where that decides.
        if not signs or (signs == 1 and not alike(top.name, name)):
            return False
        self._starts[number] = self._stack.pop().number
        return True

    @cached_property
    def _last_ends(self) -> dict[str, int]:
        """By their names, the numbers of the last end tags."""
        return {t.name: n for n, t in enumerate(self._tokens) if t.kind == "end"}

    def _end_without_start(self, number: int, name: str) -> None:
        """Look for the start tag of an end tag; it may be one itself, with a slash."""
        parent, start = self._taker(name), None
        if parent is not None:
            start = self._slashes.begun(number, parent.number)
        elif not self._has_root:
            start = self._slashes.begun_root(number)
        if start is not None:
            self._has_root = True
            self.instead[number] = [start]
            if not start.empty:
                self._stack.append(_Entry(number, name))
        elif parent is not None:
            self._lost.find(number, parent.number)
        else:
            self._lost.remember(number)

    def _end_unclosed(self, entries: Sequence[_Entry | _Headless]) -> None:
        """End elements that have no end tag at what may be one."""
        for entry in entries:
            if entry.number in self._ends:
                number, tokens = self._ends[entry.number]
                self.instead[number] = tokens


def _split(source: Source, token: Token, found: re.Match[str]) -> list[Token]:
    """Make a start tag of the beginning of a text."""
    at, end = found.start(1), found.end()
    is_escaped = source.text.endswith(_ESCAPE, token.start, at)
    first = at - len(_ESCAPE) * is_escaped
    start = read_start_tag(source, first, at)
    if start is None or start.end != end:
        return [token]
    edit = TextEdit(first, at, "<")
    fault = Draft("unfinished-start-tag", at, start.name_end, start.name, [edit])
    fault.detail = "<"
    start.drafts = [fault, *start.drafts]
    return token.around(start)
