"""Elements inside elements, and the mends that keep their tags in step."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.spelling import alike
from ctct_lint.xml.chars import local_name, trimmed
from ctct_lint.xml.draft import Draft, TextEdit, deletion, draft, sketch
from ctct_lint.xml.repair.elements import Open, Slip, Stack, Unclosed
from ctct_lint.xml.repair.lost_ends import end_edit, is_end_of
from ctct_lint.xml.repair.pairs import Pairs
from ctct_lint.xml.tokens import slash_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.tokens import Source, Token


# A tag that has lost its `<` has no more white space than this.
_BLANKS = 8


class Nesting:
    """What is open at a token, what is still to come, and what was found.

    `drafts` has the faults so far, but for those inside the texts and the values of
    what is `staying`; `opened` the start tags that are left, each followed by None
    where it ends. `sound` are the numbers of the last markup in a leaf that was
    well-formed: leaves in that leaf need not be looked into.
    """

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.pairs = Pairs(tokens)
        self.stack = Stack()
        self.drafts: list[Slip] = []
        self.staying: list[Token] = []
        self.opened: list[Token | None] = []
        self.sound = range(0)
        self._trimmed = (-1, -1)
        self._ended_at = -1
        self._end_tags: dict[str, str] = {}

    # What few documents have a need for is found when it is asked for.

    @cached_property
    def matched_ends(self) -> frozenset[int]:
        """The numbers of the end tags that have their start tag."""
        return frozenset(self.pairs.end_of.values())

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """The prefixes that are declared anywhere."""
        names = (a.name for token in self.tokens for a in token.attributes)
        declared = (name[6:] for name in names if name.startswith("xmlns:"))
        return frozenset({"xml", "xmlns", *declared})

    @cached_property
    def _next_tags(self) -> array[int]:
        """For each token the number of the first tag after it, or -1."""
        found, last = array("q", [-1]) * len(self.tokens), -1
        for number in range(len(self.tokens) - 1, -1, -1):
            found[number] = last
            if self.tokens[number].is_tag:
                last = number
        return found

    def keep(self, token: Token) -> None:
        """Take over the faults of a token that stays what it is."""
        if token.drafts:
            self.drafts.extend(token.drafts)
        if token.stretches:
            self.staying.append(token)

    def next_tag(self, number: int) -> Token | None:
        """Return the first tag after token `number`."""
        at = self._next_tags[number]
        return self.tokens[at] if at >= 0 else None

    def next_tags(self, number: int) -> Iterator[Token]:
        """Yield the tags after token `number`."""
        while (number := self._next_tags[number]) >= 0:
            yield self.tokens[number]

    def lacks_end(self, item: Open, number: int) -> bool:
        """Tell whether no end tag of its own is to come for an open element.

        It must not be a balanced one; inside those there is nothing to ask.
        """
        return self.pairs.ends_left(item.name, number) < self.stack.count(item.name)

    def is_surplus(self, name: str, number: int) -> bool:
        """Tell whether more end tags of an open element's name come than needed."""
        return self.pairs.ends_left(name, number) > self.stack.count(name)

    def is_swapped(self, number: int) -> bool:
        """Tell whether this end tag and the next stand in each other's place."""
        items, token = self.stack.items, self.tokens[number]
        after = self.next_tag(number)
        return (
            len(items) > 1
            and after is not None
            and after.kind == "end"
            and after.name == items[-1].name
            and items[-2].name == token.name
            and not after.cut
        )

    def close(self, token: Token | None = None) -> Open:
        """Close the innermost element."""
        item = self.stack.pop()
        self.opened.append(None)
        fault = item.token.name_draft
        if token and token.name_draft:
            if fault:
                fault.edits += token.name_draft.edits
            else:
                self.drafts.append(token.name_draft)
        elif fault and token and token.name != item.token.proper:
            edit = TextEdit(token.name_start, token.name_end, item.token.proper)
            fault.edits.append(edit)
        return item

    def close_before(self, number: int) -> None:
        """Close the innermost element, whose end tag is missing here."""
        token = self.tokens[number]
        item = self.close()
        start = item.token
        place = self._place_before(number)
        if place <= start.end and self._is_written_twice(start, token):
            # Closed, it would be empty, and its like would be one too many.
            self.drafts.append(Unclosed(start, token, start.start, token.start, "", ()))
            return
        edit = self._missing_end(number, place, start)
        if item.unfinished:
            part = Draft("", 0, 0, edits=[TextEdit(*edit)], part_of=item.unfinished)
            self.drafts.append(part)
            return
        strange = self._where_it_is_strange(item) if place <= start.end else ()
        self.drafts.append(Unclosed(start, token, *edit, strange))

    def _is_written_twice(self, start: Token, token: Token) -> bool:
        """Tell whether a start tag is the like of the one right before it."""
        is_bare = not (start.attributes or start.drafts or start.name_draft)
        is_like = token.kind == "start" and token.proper == start.proper
        return is_like and is_bare and start.finished and bool(self.stack.items)

    def _where_it_is_strange(self, item: Open) -> tuple[str, ...]:
        """Return the innermost element, if a known one has no place in it."""
        model, parent = self.source.model, (*self.stack.items[-1:], None)[0]
        if parent is None or not (parent.known and model.knows(item.meant)):
            return ()
        return () if model.may_contain(parent.meant, item.meant) else (parent.name,)

    def _missing_end(
        self, number: int, place: int, start: Token
    ) -> tuple[int, int, str]:
        """Return the edit that puts in an end tag, or the `<` that it lacks alone."""
        text, name, before = self.source.text, start.proper, self.tokens[number - 1]
        low = max(before.start, place - len(name) - _BLANKS)
        # That of a tag has its `<`; in a comment or a section it ends nothing, nor does
        # it where an inner element has its end put in behind it.
        is_text = before.kind == "text" and place != self._ended_at
        self._ended_at = place
        slash = text.rfind("/", low, place) if is_text else -1
        if slash >= 0 and is_end_of(text[slash + 1 : place], name):
            return end_edit(text, before.start, slash, place, name)
        end_tag = self._end_tags.setdefault(name, f"</{name}>")
        return place, place, end_tag

    def _place_before(self, number: int) -> int:
        """Return where an end tag goes that is missing before a token.

        That is after the last character of a text, not inside other things.
        """
        before = self.tokens[number - 1]
        if self._trimmed[0] != number:
            end = self.tokens[number].start
            if before.kind == "text":
                _, end = trimmed(self.source.text, before.start, end)
            self._trimmed = (number, end)
        return self._trimmed[1]

    def rename(self, token: Token) -> None:
        """Take an end tag for that of the innermost element.

        It is the start tag that gets the other's name if that one is misspelt.
        """
        start = self.stack.items[-1].token
        is_here = not (start.name_draft or start.is_lost)
        if is_here and self._is_better(token.name):
            start.proper = token.name
            edit = TextEdit(start.name_start, start.name_end, token.name)
            if token.name_draft:
                token.add(token.name_draft)
        elif token.name:
            edit = TextEdit(token.name_start, token.name_end, start.proper)
        else:
            edit = self._named(token, start.proper)
        self.close()
        self._mismatched(token, start, edit)

    def _named(self, token: Token, name: str) -> TextEdit:
        """Return the edit that makes the end tag of a name of `</>`, `</` or `<>`."""
        at = token.start + len("</")
        if not self.source.text.startswith("</", token.start):
            return TextEdit(token.start + 1, token.end - 1, f"/{name}")
        return TextEdit(at, at, name if token.end > at else f"{name}>")

    def _is_better(self, name: str) -> bool:
        """Tell whether the innermost element's name is that of its end tag.

        It is if the start tag has a name that nobody knows, one that fits in
        only in the case of the end tag, or a prefix that is not declared.
        """
        item, model = self.stack.items[-1], self.source.model
        prefix, _, local = item.name.rpartition(":")
        if local == name:
            return prefix not in self.prefixes
        if not model.knows(local_name(name)):
            return False
        if not (alike(item.name, name) or self._is_due(local_name(name))):
            return False
        return not model.knows(local) or item.meant == local_name(name) != local

    def _is_due(self, name: str) -> bool:
        """Tell whether the parent of the innermost element takes one of a name."""
        parent = (None, *self.stack.items[-2:-1])[-1]
        return parent is not None and self.source.model.may_contain(parent.meant, name)

    def _mismatched(self, token: Token, start: Token, *edits: TextEdit) -> None:
        fault = Draft(
            "mismatched-end-tag", token.name_start, token.name_end, token.name
        )
        junk = [d for d in token.drafts if d.kind == "malformed-attribute"]
        slips = [d for d in token.drafts if d.kind != "malformed-attribute"]
        if not token.name:
            fault.detail = self.source.text[token.start : token.end]
        fault.edits = [*edits, *(e for d in slips for e in d.edits)]
        fault.expected = (start.name,)
        fault.relate(start.name_start, start.name_end, start.name)
        self.drafts += (fault, *junk)

    def swap(self, number: int) -> None:
        """Exchange the names of this end tag and the next."""
        token, after = self.tokens[number], self.tokens[self._next_tags[number]]
        inner, outer = self.close().token, self.stack.items[-1].token
        after.name, after.name_draft = outer.name, None
        edit = TextEdit(token.name_start, token.name_end, inner.proper)
        next_edit = TextEdit(after.name_start, after.name_end, outer.proper)
        self._mismatched(token, inner, edit, next_edit)

    def add_slash(self, item: Open, token: Token) -> None:
        """Take a start tag for the end tag of the innermost element."""
        self.close()
        start = item.token
        edit = TextEdit(token.start + 1, token.start + 1, "/")
        text = self.source.text
        fault = draft("unclosed-element", text, start.name_start, start.name_end, edit)
        if token.name != start.proper:
            edit = TextEdit(token.name_start, token.name_end, start.proper)
            fault.edits.append(edit)
        elif token.name_draft:
            fault.edits += token.name_draft.edits
        drafts = token.drafts
        if token.empty:
            slash, end = slash_of(text, token)
            fault.edits.append(TextEdit(slash, end, ""))
            drafts = [d for d in drafts if d.start < slash]
        fault.edits += [e for d in drafts for e in d.edits]
        fault.relate(token.name_start, token.name_end, token.name)
        fault.expected = (f"</{start.proper}>",)
        self.drafts.append(fault)

    def stray(self, token: Token) -> None:
        """Take away an end tag that closes nothing."""
        edit = deletion(self.source.text, token.start, token.end)
        start, end = token.name_start, token.name_end
        self.drafts.append(sketch("stray-end-tag", start, end, edit))
