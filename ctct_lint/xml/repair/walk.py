"""The walk over the tokens: each in its place, or mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import SPACE, local_part
from ctct_lint.xml.draft import Draft, TextEdit, draft, sketch
from ctct_lint.xml.repair.cut import close_moved, close_truncated
from ctct_lint.xml.repair.early_slash import has_early_slash
from ctct_lint.xml.repair.elements import How, Open
from ctct_lint.xml.repair.ends import close_by, is_end_without_slash
from ctct_lint.xml.repair.leaf_markup import markup_fault, section_without_start
from ctct_lint.xml.repair.leaves import leaf_end
from ctct_lint.xml.repair.mismatched import add_slash, rename, swap
from ctct_lint.xml.repair.nesting import Nesting
from ctct_lint.xml.repair.room import make_room
from ctct_lint.xml.repair.tail import take_tail
from ctct_lint.xml.repair.wrong_starts import is_meant_as
from ctct_lint.xml.scan.declaration import check_declaration, is_declaration, misplaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.model import Meaning
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


def _declares(token: Token) -> bool:
    """Tell whether a start tag declares a default namespace."""
    # Most need not be read for it.
    return token.may_name_namespaces() and any(
        a.name == "xmlns" for a in token.attributes
    )


class Walk:
    """One pass over the tokens of a text that holds at least one start tag.

    `moved` is the fault of an end tag of the root that belongs to the end of the text.
    Afterwards `nesting` has every fault but those of namespaces, and `opened`
    the start tags that are left, each followed by None where it ends.
    """

    def __init__(
        self, source: Source, tokens: Sequence[Token], moved: Draft | None = None
    ) -> None:
        self._moved = moved
        self.source = source
        self.tokens = tokens
        self.nesting = Nesting(source, tokens)
        self.stack = self.nesting.stack
        self.drafts = self.nesting.drafts
        self.opened = self.nesting.opened
        self._root_seen = False
        self._skips: dict[int, int] = {}
        self._declaration = self._check_declaration()

    def run(self) -> None:
        """Take one token after the other, then end what is open."""
        tokens, opened, skips = self.tokens, self.stack.items, self._skips
        number, size = 0, len(tokens)
        while number < size:
            if number in skips:
                number = skips[number]
                continue
            token = tokens[number]
            if token.cut or (self._root_seen and not opened):
                break
            if token.kind == "text":
                if token.stretches or token.drafts:
                    self.nesting.keep(token)
            elif not (opened and opened[-1].stop == number and self._end_leaf(number)):
                self._take(number, token)
            number += 1
        self._finish(number)

    def _check_declaration(self) -> Token | None:
        """Check the declaration, if there is one before the first start tag."""
        numbered = enumerate(self.tokens)
        number, token = next(
            (number, token)
            for number, token in numbered
            if token.kind == "start" or is_declaration(token)
        )
        if token.kind == "start":
            return None
        self.drafts += check_declaration(self.source.text, self.tokens, number)
        return token

    def _take(self, number: int, token: Token) -> None:
        if token.kind == "start":
            self._start_tag(number, token)
        elif token.kind == "end":
            close_by(self.nesting, number, token)
        elif not is_declaration(token):
            self.nesting.keep(token)
        elif token is not self._declaration:
            self.drafts.append(misplaced(self.source.text, token))

    def _start_tag(self, number: int, token: Token) -> None:
        named = self.source.meaning(token.proper)
        meaning = self._meaning(number, named)
        if self.stack.items:
            if meaning == named and is_end_without_slash(self.nesting, number, token):
                add_slash(self.nesting, token)
                return
            make_room(self.nesting, number, meaning)
            self.stack.items[-1].children += 1
        self._root_seen = True
        self.nesting.keep(token)
        if token.name_draft:
            self.drafts.append(token.name_draft)
        is_void = token.empty or number in self.nesting.pairs.void
        if not is_void and token.drafts:
            is_void = has_early_slash(self.nesting, number, token)
        unfinished = None
        if not token.finished:
            has_slash = token.empty or not is_void
            closing = ">" if has_slash else "/>"
            unfinished = self._unfinished(number, closing, is_void=is_void)
        elif token.drafts and token.is_lost and isinstance(token.drafts[0], Draft):
            unfinished = token.drafts[0]
        self.opened.append(token)
        if is_void:
            self.opened.append(None)
            return
        self._push(number, token, meaning, unfinished)

    def _unfinished(self, number: int, closing: str, *, is_void: bool) -> Draft | None:
        """Note a tag without its `>`; return the fault if its end tag may add to it."""
        token = self.tokens[number]
        kind, start, end = "unfinished-start-tag", token.name_start, token.name_end
        text, at = self.source.text, token.good_end
        edit = TextEdit(at, at, closing)
        if is_void:
            self.drafts.append(sketch(kind, start, end, edit))
            return None
        if text.startswith(" ", at) and text[at + 1 : at + 2] not in SPACE:
            # A blank that is alone stands where the `>` was: what is put in behind the
            # tag goes behind it.
            edit = TextEdit(at, at + 1, closing)
            token.end = self.tokens[number + 1].start = at + 1
        fault = draft(kind, self.source.text, start, end, edit)
        self.drafts.append(fault)
        return fault

    def _push(
        self, number: int, token: Token, meaning: Meaning, unfinished: Draft | None
    ) -> None:
        meant, known, is_leaf = self._meaning(number, meaning)
        is_root = not self.stack.items
        item = Open(
            token,
            meant,
            known,
            is_leaf and not is_root,
            is_root or _declares(token),
            number in self.nesting.pairs.end_of,
            unfinished,
        )
        self.stack.push(item)
        if item.leaf:
            self._look_into_leaf(number, item)

    def _meaning(self, number: int, meaning: Meaning) -> Meaning:
        """Return what an element is; its end tag may have the right name.

        That of an element that is open has not, nor where its own is still to come.
        """
        nesting, end = self.nesting, self.nesting.pairs.other_end.get(number)
        if end is None:
            return meaning
        name, other = self.tokens[number].name, self.tokens[end].name
        is_own = nesting.pairs.ends_left(name, number + 1) > self.stack.count(name)
        if is_own or self.stack.count(other) or not self.stack.items:
            return meaning
        parent = self.stack.items[-1].meant
        if is_meant_as(self.source, self.tokens, number, end, parent):
            return self.source.meaning_of(local_part(other))
        return meaning

    def _look_into_leaf(self, number: int, item: Open) -> None:
        end = leaf_end(self.nesting, number)
        item.stop, item.how = end.stop, end.how
        if end.first < 0:
            return
        section = section_without_start(self.nesting, number, end)
        if section:
            self.drafts.append(section)
            self._skips[number + 1] = end.stop
            return
        fault = markup_fault(self.nesting, number, end)
        if fault:
            self.drafts.append(fault)
            self._skips[end.first] = end.last + 1

    def _end_leaf(self, number: int) -> bool:
        """End the leaf that ends here; True if that took the token."""
        item, token = self.stack.items[-1], self.tokens[number]
        if item.how is How.RENAMED:
            rename(self.nesting, token)
        elif item.how is How.SWAPPED:
            swap(self.nesting, number)
        elif item.how is How.SLASH:
            add_slash(self.nesting, token)
        else:
            if item.how is How.BEFORE:
                self.nesting.close_before(number)
            return False
        return True

    def _finish(self, number: int) -> None:
        """Take what stands behind the root, or end what is open where the text ends."""
        cut = self.tokens[number] if number < len(self.tokens) else None
        if cut and not self._root_seen:
            self._begin_cut_root(cut)
            close_truncated(self.nesting, cut, is_root=True)
        elif self._moved and cut is None and len(self.stack.items) == 1:
            close_moved(self.nesting, self._moved)
        elif self.stack.items:
            close_truncated(self.nesting, cut, is_root=False)
        else:
            take_tail(self.nesting, number)

    def _begin_cut_root(self, cut: Token) -> None:
        """Open the root whose start tag is all there is of it."""
        self.nesting.keep(cut)
        if cut.name_draft:
            self.drafts.append(cut.name_draft)
        self.opened.append(cut)
        meaning = self.source.meaning(cut.proper)
        self._push(len(self.tokens) - 1, cut, meaning, None)
