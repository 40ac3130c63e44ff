"""Elements inside elements, and the mends that keep their tags in step."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import skip_space
from ctct_lint.xml.draft import Draft, TextEdit, deletion, sketch
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.elements import Open, Slip, Stack, Unclosed
from ctct_lint.xml.repair.missing_ends import MissingEnds
from ctct_lint.xml.repair.pairs import Pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


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
        self.pairs.go_by_margins(source.text, tokens)
        self.stack = Stack()
        self.drafts: list[Slip] = []
        self.staying: list[Token] = []
        self.opened: list[Token | None] = []
        self.sound = range(0)
        self._missing = MissingEnds(source.text, tokens)

    # What few documents have a need for is found when it is asked for.

    @cached_property
    def matched_ends(self) -> frozenset[int]:
        """The numbers of the end tags that have their start tag."""
        return frozenset(self.pairs.end_of.values())

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """The prefixes that are declared anywhere."""
        tokens = (token for token in self.tokens if token.may_name_namespaces())
        names = (a.name for token in tokens for a in token.attributes)
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

    def is_text_behind(self, number: int) -> bool:
        """Tell whether a text, or a section, is what follows token `number`."""
        following = self.tokens[number + 1 : number + 2]
        return any(is_content(self.source.text, t) for t in following if not t.is_tag)

    def is_right_behind(self, start: Token, number: int) -> bool:
        """Tell whether nothing but white space is between a start tag and a token."""
        return skip_space(self.source.text, start.end) >= self.tokens[number].start

    def lacks_end(self, item: Open, number: int) -> bool:
        """Tell whether no end tag of its own is to come for an open element.

        It must not be a balanced one; inside those there is nothing to ask.
        """
        name = item.token.name
        return self.pairs.ends_left(name, number) < self.stack.counts.get(name, 0)

    def is_surplus(self, name: str, number: int) -> bool:
        """Tell whether more end tags of an open element's name come than needed."""
        return self.pairs.ends_left(name, number) > self.stack.count(name)

    def is_swapped(self, number: int) -> bool:
        """Tell whether this end tag and the next stand in each other's place."""
        items, token = self.stack.items, self.tokens[number]
        after = self.next_tag(number)
        return (
            after is not None
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
        """Close the innermost element, no root, whose end tag is missing here."""
        token = self.tokens[number]
        item = self.close()
        start = item.token
        place = self._missing.place_before(number)
        if place <= start.end and self._is_written_twice(start, token):
            # Closed, it would be empty, and its like would be one too many.
            self.drafts.append(Unclosed(start, token, start.start, token.start, "", ()))
            return
        edit = self._missing.edit(number, place, start.proper)
        whole = item.unfinished or self.tokens[number - 1].unclosed
        if whole:
            part = Draft("", 0, 0, edits=[TextEdit(*edit)], part_of=whole)
            self.drafts.append(part)
            return
        strange = self._where_it_is_strange(item) if place <= start.end else ()
        self.drafts.append(Unclosed(start, token, *edit, strange))

    def _is_written_twice(self, start: Token, token: Token) -> bool:
        """Tell whether a start tag is the like of the one right before it."""
        is_like = token.kind == "start" and token.proper == start.proper
        is_sound = not (start.drafts or start.name_draft) and start.finished
        if not (is_like and is_sound):
            return False
        # What the attributes say is said by the other tag.
        text = self.source.text
        written = text[start.start : start.end]
        return not start.has_attributes or text.startswith(written, token.start)

    def _where_it_is_strange(self, item: Open) -> tuple[str, ...]:
        """Return the innermost element, if a known one has no place in it."""
        model, parent = self.source.model, self.stack.items[-1]
        if not (parent.known and item.known):
            return ()
        return () if model.may_contain(parent.meant, item.meant) else (parent.name,)

    def stray(self, token: Token) -> None:
        """Take away an end tag that closes nothing."""
        edit = deletion(self.source.text, token.start, token.end)
        start, end = token.name_start, token.name_end
        self.drafts.append(sketch("stray-end-tag", start, end, edit))
