"""Elements of which only the end tag is left: where they began.

In `text</Name>` and `<Item/><Item/></Items>` the start tag is lost, if the parent may
hold neither the text nor the items. In `<Name>text</Name>more</Name>` the first end tag
is too early. Where text may stand beside elements it is unknown where one began.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import is_qname, local_part, trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit, deletion
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.beheaded import beheaded_start, nameless_start
from ctct_lint.xml.repair.lost_row import LostRow
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source


# So many elements inside each other may have lost their start tags.
_MOST_LEVELS = 8
_BRACKETS = "<>"
# An attribute of a start tag whose value is not known.
_UNKNOWN = lazy(r' [^\s=]+="…"')


def without_unknown(tag: str) -> str:
    """Return a start tag without the attributes whose values are not known."""
    return _UNKNOWN.sub("", tag)


class LostStarts:
    """Finds where elements began of which only the end tag is left.

    starts   for each end tag the number of its start tag, or -1
    instead  gets, by the number of a token, the tokens in the place of that
    """

    def __init__(
        self,
        source: Source,
        tokens: Sequence[Token],
        starts: array[int],
        instead: dict[int, list[Token]],
    ) -> None:
        self._source = source
        self._tokens = tokens
        self._starts = starts
        self._instead = instead
        # The numbers of end tags for which no open element may hold the start tag.
        self._homeless: set[int] = set()

    def remember(self, number: int) -> None:
        """Remember an end tag whose element may stand in one that has lost its own."""
        self._homeless.add(number)

    def find(self, number: int, around: int) -> None:
        """Find where the element began that end tag `number` ends.

        `around` is the number of the start tag of an element that may contain it.
        """
        model, name = self._source.model, local_part(self._tokens[number].name)
        parent = self._source.meant(self._tokens[around].name)
        if not (model.holds_no_text(parent) and is_qname(self._tokens[number].name)):
            return
        row = self._row(number, parent, name)
        first = row.first
        if self._continue(number, (first if first >= 0 else number) - 1):
            return
        if first < 0 or self._is_in_another(first, around):
            return
        for end, (start, holder) in row.lost.items():
            if start >= first:
                self.begin(end, holder, start)
        early = self._tag_before(first)
        is_repeated = model.may_follow(parent, name, name)
        if is_repeated or not self._is_of_the_same(early, number):
            self.begin(number, parent, first)
        else:
            self._end_later(number, early)

    def _continue(self, number: int, before: int) -> bool:
        """Take what stands before the content for the rest of a start tag, if it is.

        That is a text, or `<>`.
        """
        token, rest = self._tokens[before], list[Token]()
        if token.kind == "text" and not is_content(self._source.text, token):
            before -= 1
            token = self._tokens[before]
        is_free = before not in self._instead
        if is_free and token.kind == "text":
            rest = beheaded_start(self._source, token, self._tokens[number].name)
        elif is_free and self._source.text[token.start : token.end] == _BRACKETS:
            rest = [self._named(number, token.start)]
        if rest:
            self._instead[before] = rest
        return bool(rest)

    def _is_in_another(self, number: int, around: int) -> bool:
        """Is the tag before a token the start tag of another element than `around`?"""
        number = self._tag_before(number)
        token = self._tokens[number]
        return token.kind == "start" and not token.empty and number != around

    def _tag_before(self, number: int) -> int:
        """Return the number of the last tag before a token; there is one."""
        while not self._tokens[number := number - 1].is_tag:
            pass
        return number

    def _is_of_the_same(self, number: int, end: int) -> bool:
        """Is a token an end tag of the same name as the end tag `end`?"""
        token = self._tokens[number]
        return token.kind == "end" and token.name == self._tokens[end].name

    def _row(self, number: int, parent: str, name: str, level: int = 1) -> LostRow:
        """Return what the element held that end tag `number` ends."""
        row = LostRow(self._source.model, parent, name)
        while (number := self._before(number)) >= 0:
            token = self._tokens[number]
            if token.kind == "end":
                start = self._starts[number]
                number = start if start >= 0 else self._lost_in(row, number, level)
            if number < 0:
                break
            if token.is_tag:
                is_inside = row.take(number, local_part(token.name))
            else:
                is_inside = row.take_text(number)
            if not is_inside:
                break
        return row

    def _lost_in(self, row: LostRow, number: int, level: int) -> int:
        """Return where a child began whose own start tag is lost as well, or -1."""
        name = local_part(self._tokens[number].name)
        is_child = self._source.model.may_contain(row.name, name)
        if number not in self._homeless or not is_child or level == _MOST_LEVELS:
            return -1
        self._homeless.remove(number)
        inner = self._row(number, row.name, name, level + 1)
        # What is inside begins first: what is round it is put before it.
        row.lost |= inner.lost
        row.lost[number] = inner.first, row.name
        return inner.first

    def _before(self, number: int) -> int:
        """Return the number of the text or tag before a token, -1 for a start tag.

        The token has a parent, so that there is a tag before it.
        """
        number -= 1
        while not is_content(self._source.text, self._tokens[number]):
            number -= 1
        token = self._tokens[number]
        return -1 if token.kind == "start" and not token.empty else number

    def begin(self, number: int, parent: str, first: int) -> None:
        """Put the start tag of an end tag before token `first`."""
        end, before = self._tokens[number], self._tokens[first]
        name, at = end.name, before.start
        if before.kind == "text":
            at, _ = trimmed_range(self._source.text, at, before.end)
            if self._source.text.startswith(_BRACKETS, at):
                self._instead[first] = before.around(self._named(number, at))
                return
            nameless = nameless_start(self._source, before, at, name)
            if nameless:
                self._instead[first] = nameless
                return
        # What is said of it is said at its end tag.
        start = Token("start", at, at, name, end.name_start - at, end.name_size, name)
        start.good_end = at
        tag = self._source.model.start_tag(name, parent)
        # What the attributes were nobody knows: they lack once the tag is there.
        fault = end.fault("stray-end-tag", TextEdit(at, at, without_unknown(tag)))
        fault.expected = (tag,)
        start.add(fault)
        known = self._instead.get(first)
        if known is not None:
            # The first child has lost its own as well.
            known.insert([token.kind for token in known].index("start"), start)
            return
        self._instead[first] = [start, before]
        if before.start < at:
            blank = before.part(before.start, at)
            self._instead[first] = [blank, start, before.part(at, before.end)]

    def _named(self, number: int, at: int) -> Token:
        """Return the start tag that `<>` was meant as, for an end tag."""
        name, after = self._tokens[number].name, at + len(_BRACKETS)
        start = Token("start", at, after, name, 0, after - at, name)
        edit = TextEdit(at + 1, at + 1, name)
        fault = Draft("unfinished-start-tag", at, after, name, [edit])
        fault.detail = _BRACKETS
        start.add(fault)
        return start

    def _end_later(self, number: int, early: int) -> None:
        """Take away an end tag whose element goes on."""
        token = self._tokens[early]
        # A comment may stand anywhere.
        gone = Token("comment", token.start, token.end)
        edit = deletion(self._source.text, token.start, token.end)
        fault = self._tokens[number].fault("stray-end-tag", edit)
        fault.relate(token.name_start, token.name_end, token.name)
        gone.add(fault)
        self._instead[early] = [gone]
