"""What stands after the root element: other roots, text, tags that close nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.draft import TextEdit, deletion, draft
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.cut import cut_outside
from ctct_lint.xml.repair.elements import SecondRoot
from ctct_lint.xml.repair.root_choice import begins, declares, is_leftover
from ctct_lint.xml.scan.declaration import is_declaration, misplaced

if TYPE_CHECKING:
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token


def take_tail(nesting: Nesting, number: int) -> None:
    """Find the faults from token `number` on, behind the end of the root element.

    Each further root is one, and so is all that stands between two of them.
    """
    tail = _Tail(nesting, number)
    while number < len(nesting.tokens):
        number = tail.take(number)


class _Tail:
    def __init__(self, nesting: Nesting, number: int) -> None:
        self._nesting = nesting
        self._first = number
        self._source = nesting.source
        self._tokens = nesting.tokens
        # Where a search began for what a declaration announces, and where it ended.
        self._searched = range(0)

    def take(self, number: int) -> int:
        """Take what begins here; return the number of the token behind it."""
        token = self._tokens[number]
        root = self._announced_root(number)
        if token.cut:
            self._nesting.drafts.append(cut_outside(self._source.text, token))
        elif root is not None:
            return self._second_root(number, root)
        elif is_declaration(token):
            self._nesting.drafts.append(misplaced(self._source.text, token))
        elif not is_content(self._source.text, token):
            self._nesting.keep(token)
        else:
            return self._leftovers(number)
        return number + 1

    def _announced_root(self, number: int) -> int | None:
        """Return the start tag of the root that begins here, or with a declaration."""
        is_announced = is_declaration(self._tokens[number])
        if is_announced:
            number = self._announced(number)
            is_announced = self._tokens[number].is_tag
        token = self._tokens[number]
        is_root = token.kind == "start" and not token.cut
        if not is_root or (is_leftover(self._source, token) and not is_announced):
            return None
        return number

    def _announced(self, number: int) -> int:
        """Return the next token that stands in a root or begins one, or the last."""
        if number not in self._searched:
            text, last = self._source.text, len(self._tokens) - 1
            behind = range(number + 1, last)
            found = (n for n in behind if is_content(text, self._tokens[n]))
            self._searched = range(number, next(found, last))
        return self._searched.stop

    def _second_root(self, number: int, root: int) -> int:
        """Take a root away, with its declaration, which is token `number` then."""
        token, end = self._tokens[root], self._end(root)
        text, start = self._source.text, self._tokens[number].start
        _, stop = trimmed_range(text, start, self._tokens[end].end)
        first = next(filter(None, self._nesting.opened))
        is_whole = token.empty or root in self._nesting.pairs.end_of
        # What goes with it is not known, the first one may be a part of it, or it of
        # the first one.
        may_go = is_whole and begins(self._source, first)
        is_kept = not (may_go and self._is_apart(root, end, first))
        self._nesting.drafts.append(SecondRoot(token, first, start, stop, is_kept))
        return end + 1

    def _is_apart(self, number: int, end: int, first: Token) -> bool:
        """Tell whether an element is no part of the first one, or says nothing."""
        token = self._tokens[number]
        is_document = self._begins(token) and (
            token.name == first.name or declares(token)
        )
        is_alone = is_document or is_leftover(self._source, token)
        return is_alone or not any(map(self._says, range(number, end + 1)))

    def _says(self, number: int) -> bool:
        token = self._tokens[number]
        if token.kind == "start":
            return any(not a.name.startswith("xmlns") for a in token.attributes)
        return not token.is_tag and is_content(self._source.text, token)

    def _end(self, number: int) -> int:
        """Return the number of an element's last token.

        One without end tag goes on to where a document of the format begins.
        """
        token = self._tokens[number]
        if token.empty:
            return number
        if number in self._nesting.pairs.end_of:
            return self._nesting.pairs.end_of[number]
        while number + 1 < len(self._tokens):
            after = self._tokens[number + 1]
            if is_declaration(after) or self._begins(after):
                break
            number += 1
        return number

    def _begins(self, token: Token) -> bool:
        return token.kind == "start" and begins(self._source, token)

    def _leftovers(self, number: int) -> int:
        """Take text, end tags and elements of HTML up to the next root."""
        last, at = number, number
        while at < len(self._tokens) and self._announced_root(at) is None:
            if self._is_leftover(at):
                last = self._nesting.pairs.end_of.get(at, at)
                at = last
            elif is_content(self._source.text, self._tokens[at]):
                last = at
            at += 1
        token = self._tokens[number]
        is_alone = last == number or last == self._nesting.pairs.end_of.get(number)
        if is_alone and token.kind == "start":
            return self._second_root(number, number)
        if is_alone and token.kind == "end":
            self._nesting.stray(token)
        else:
            self._text(token, self._tokens[last].end)
        return last + 1

    def _is_leftover(self, number: int) -> bool:
        token = self._tokens[number]
        return token.kind == "start" and is_leftover(self._source, token)

    def _text(self, first: Token, end: int) -> None:
        text = self._source.text
        start, end = trimmed_range(text, first.start, end)
        fault = draft("text-outside-root", text, start, end, TextEdit(start, end, ""))
        fault.detail = "after"
        root = self._tokens[self._first - 1]
        is_words = first.kind == "text" and any(map(str.isalnum, fault.subject))
        if is_words and first.end == len(text) and self._takes_text(root):
            start_tag = next(filter(None, self._nesting.opened))
            edit = deletion(text, root.start, root.end)
            fault.edits = [edit, TextEdit(end, end, f"</{start_tag.proper}>")]
            self._nesting.keep(first)
        self._nesting.drafts.append(fault)

    def _takes_text(self, root: Token) -> bool:
        """Tell whether the root, of which this is the end tag, has text of its own."""
        start = next(filter(None, self._nesting.opened))
        if root.kind != "end" or root.name != start.name:
            return False
        name = self._source.meant(root.name)
        if self._source.model.knows(name):
            return not self._source.model.holds_no_text(name)
        before = self._tokens[self._first - 2]
        return before.kind == "text" and is_content(self._source.text, before)
