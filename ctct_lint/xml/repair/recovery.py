"""Tags that are lost, or not seen as tags, and that the tags around them prove.

Those are start tags without their `<` or with a slash too many, start tags that are not
there at all, and end tags without their `<`.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.slips import alike
from ctct_lint.xml.chars import SPACE, local_part
from ctct_lint.xml.repair.doubled_starts import DoubledStarts
from ctct_lint.xml.repair.headless import headless_tag, with_start_tag
from ctct_lint.xml.repair.lost_starts import LostStarts
from ctct_lint.xml.repair.missing_ends import split_at_end_tag
from ctct_lint.xml.repair.open_tags import LEVELS, Entry, Headless, OpenTags
from ctct_lint.xml.repair.slashes import Slashes
from ctct_lint.xml.repair.tag_numbers import TagNumbers
from ctct_lint.xml.repair.wrong_starts import is_meant_as

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

_TO_NEXT_TAG = 2
# So many end tags without a start tag are compared with the one that is open.
_MOST_COMPARED = 1_000


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
            result += with_start_tag(source, token, found)
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
        self._stack = OpenTags(source)
        self._has_root = False
        # By the numbers of start tags: what may be their end tags, and in which token.
        self._ends: dict[int, tuple[int, list[Token]]] = {}
        # The names of end tags before which something was not closed.
        self._too_early: set[str] = set()
        self._compared = 0
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
        is_twice = self._is_written_twice(number, token)
        if is_twice:
            self._doubled.note(self._stack[-1].number, len(self._stack) - 1)
        if token.empty:
            self._slashes.note(number, len(self._stack))
            return
        self._has_root = True
        if is_twice:
            self._stack.pop()
        self._stack.append(Entry(number, token.name))

    def _is_written_twice(self, number: int, token: Token) -> bool:
        """Tell whether the innermost start tag is the like of one right behind it."""
        if not self._stack:
            return False
        top = self._stack[-1]
        # No more than one text is between them.
        is_behind = number - top.number <= _TO_NEXT_TAG
        if not is_behind or top.name != token.name or self._stack.nests(token.name):
            return False
        before = self._tokens[top.number]
        return not self._source.text[before.end : token.start].strip(SPACE)

    def _text(self, number: int, token: Token) -> None:
        self._note_end(number, token)
        found = headless_tag(self._source, token)
        if found is None:
            return
        if not self._stack:
            if not self._has_root:
                self._stack.append(Headless(number, found[1], "", found))
            return
        top = self._stack[-1]
        outer = top.outer if isinstance(top, Headless) else top.name
        if self._stack.may_hold(found[1]):
            self._stack.append(Headless(number, found[1], outer, found))

    def _note_end(self, number: int, token: Token) -> None:
        """Note what may be the innermost element's end tag, without its `<`."""
        top = self._stack[-1] if self._stack else None
        if isinstance(top, Entry) and top.number not in self._ends:
            found = split_at_end_tag(self._source, token, self._tokens[top.number])
            if found:
                self._ends[top.number] = number, found

    def _end(self, number: int, token: Token) -> None:
        stack, name = self._stack, token.name
        while stack and isinstance(top := stack[-1], Headless):
            if top.name == name != top.outer:
                break
            stack.pop()
        if stack and stack[-1].name == name:
            top = stack.pop()
            self._starts[number] = top.number
            if isinstance(top, Headless):
                self.headless[top.number] = top.found
            return
        if not name:
            # One without a name proves nothing.
            return
        for depth in range(1, min(LEVELS, len(stack)) + 1):
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
        or it has no end tag. Or it fits in by this name alone.
        """
        top = self._stack[-1] if self._stack else None
        if top is None:
            return False
        is_unknown = not self._source.model.knows(local_part(top.name))
        is_never_ended = not self._numbers.has_end(top.name, number)
        signs = is_unknown + is_never_ended
        is_likely = signs > 1 or (signs == 1 and self._is_alike(top.name, name))
        if not (is_likely or self._is_meant_as(top, number)):
            return False
        self._starts[number] = self._stack.pop().number
        first = self._doubled.first_of(top.number, len(self._stack))
        if first >= 0 and not is_likely:
            # What its start tag stands right behind is no less open than before.
            self._stack.append(Entry(first, top.name))
        return True

    def _is_meant_as(self, top: Entry | Headless, end: int) -> bool:
        """Tell whether the innermost start tag fits in by the name of an end tag.

        So it may in an element of the name that it has.
        """
        self._compared += 1
        is_out = len(self._stack) == 1 or isinstance(top, Headless)
        if is_out or self._compared > _MOST_COMPARED:
            return False
        is_twice = self._doubled.first_of(top.number, len(self._stack) - 1) >= 0
        opened = sum(entry.name == top.name for entry in self._stack[-LEVELS:])
        if self._numbers.ends_left(top.name, end) >= opened + is_twice:
            return False
        parent = self._source.meant(self._stack[-1 if is_twice else -2].name)
        return is_meant_as(self._source, self._tokens, top.number, end, parent)

    @cached_property
    def _numbers(self) -> TagNumbers:
        return TagNumbers(self._tokens)

    def _is_alike(self, open_: str, name: str) -> bool:
        """Compare names, where that decides: it takes long."""
        self._compared += 1
        return self._compared <= _MOST_COMPARED and alike(open_, name)

    def _end_without_start(self, number: int, name: str) -> None:
        """Look for the start tag of an end tag; it may be one itself, with a slash."""
        parent, start = self._stack.taker(name), None
        if parent is not None:
            start = self._slashes.begun(number, parent.number)
        elif not self._has_root:
            start = self._slashes.begun_root(number)
        if start is not None:
            self._has_root = True
            self.instead[number] = [start]
            if not start.empty:
                self._stack.append(Entry(number, name))
        elif parent is not None:
            self._lost.find(number, parent.number)
        else:
            self._lost.remember(number)

    def _end_unclosed(self, entries: Sequence[Entry | Headless]) -> None:
        """End elements that have no end tag at what may be one."""
        for entry in entries:
            if entry.number in self._ends:
                number, tokens = self._ends[entry.number]
                self.instead[number] = tokens
