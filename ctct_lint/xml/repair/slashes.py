"""Start tags that a slash has made others of: `</Name id="1">` and `<Name/>`.

The end tag of the element proves it, or its attributes do. What `<Name/>` was to hold
stands behind it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import local_part
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.scan.start_tag import read_start_tag
from ctct_lint.xml.tokens import take_slash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


class Slashes:
    """Finds them among the tokens of a text, from its start to its end."""

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self._source = source
        self._model = source.model
        self._tokens = tokens
        # By how many elements are around them, and by their names: the last ones.
        self._empty: dict[tuple[int, str], int] = {}

    def note(self, number: int, depth: int) -> None:
        """Note an empty element that stands in so many elements."""
        self._empty[depth, self._tokens[number].name] = number

    def opened(self, number: int, around: int, depth: int) -> int:
        """Return the number of the empty element that an end tag ends, or -1.

        Its slash is taken away.

        around  the number of the start tag around, -1 for none; it is the `depth`th
        """
        start = self._empty.get((depth, self._tokens[number].name), -1)
        if start <= around or not self._holds_what_follows(start, number):
            return -1
        token = self._tokens[start]
        token.add(take_slash(self._source.text, token))
        return start

    def _holds_what_follows(self, start: int, end: int) -> bool:
        """May the element hold what follows its tag, up to an end tag?"""
        name = self._source.meant(self._tokens[start].name)
        following = next(self._contents(start + 1, end), None)
        if following is None:
            return False
        if following.kind != "start":
            return not self._model.holds_no_text(name)
        return not self._model.knows(name) or self._takes(name, following)

    def begun(self, number: int, around: int) -> Token | None:
        """Return the start tag that an end tag was meant to be, if it was.

        What follows is its end tag, with the text that it holds or none, or an element
        that stands in it: one that cannot stand in the parent (starting `around`),
        or there is an end tag of this name for it. Or it has attributes itself.
        """
        token, model = self._tokens[number], self._model
        parent = self._source.meant(self._tokens[around].name)
        if not model.holds_no_text(parent):
            return None
        at = self._next_tag(number)
        following = self._tokens[at]
        if following.kind == "start":
            is_proved = not self._takes(parent, following) or self._is_ended(number)
            is_meant = is_proved and self._takes(local_part(token.name), following)
        else:
            is_alone = at == number + 1 and self._is_behind_others(number)
            holds = any(self._contents(number + 1, at)) or is_alone
            is_meant = holds and following.name == token.name
        return self._read(token) if is_meant else self._with_values(number, following)

    def _is_behind_others(self, number: int) -> bool:
        """Tell whether what stands before an end tag is no part of its element."""
        before, name = self._tokens[number - 1], self._tokens[number].name
        if before.kind == "text" and not is_content(self._source.text, before):
            before = self._tokens[number - 2]
        is_own = before.name == name or self._takes(local_part(name), before)
        return before.is_tag and not is_own

    def _with_values(self, number: int, following: Token) -> Token | None:
        """Return the start tag that an end tag with attributes was meant to be."""
        token = self._tokens[number]
        rest = self._source.text[token.name_end : token.end]
        # A million end tags have nothing but their names.
        start = None if rest == ">" else self._read(token)
        if start is None or all(a.value_start == a.name_end for a in start.attributes):
            return None
        is_ended = following.kind == "end" and following.name == token.name
        fault = start.drafts[-1]
        if isinstance(fault, Draft) and not (is_ended or start.empty):
            # The slash belongs to the end of the tag.
            start.empty = True
            fault.edits.append(TextEdit(token.end - 1, token.end, "/>"))
        return start

    def begun_root(self, number: int) -> Token | None:
        """Return the start tag of the root that an end tag was meant to be, or None."""
        token, model = self._tokens[number], self._model
        name = local_part(token.name)
        following = self._tokens[self._next_tag(number)]
        is_meant = (
            model.root_tag(name) != ""
            and following.kind == "start"
            and self._takes(name, following)
            and self._is_ended(number)
        )
        return self._read(token) if is_meant else None

    def _read(self, token: Token) -> Token | None:
        """Read an end tag as a start tag; None if it is none."""
        start = read_start_tag(self._source, token.start, token.name_start)
        if start is None or start.end != token.end:
            return None
        edit = TextEdit(token.start + 1, token.name_start, "")
        fault = token.fault("stray-end-tag", edit)
        fault.detail = "/"
        start.add(fault)
        return start

    def _takes(self, parent: str, child: Token) -> bool:
        """May such an element stand in the parent, if only as anything may?"""
        model, name = self._model, local_part(child.name)
        return model.may_contain(parent, name) or model.lets_in(parent, name)

    def _contents(self, first: int, end: int) -> Iterator[Token]:
        """Yield the texts that are not blank, the sections and the tags."""
        tokens = (self._tokens[number] for number in range(first, end))
        return (token for token in tokens if is_content(self._source.text, token))

    def _next_tag(self, number: int) -> int:
        """Return the number of the tag behind a tag, its own if it is the last."""
        following = number + 1
        while following < len(self._tokens):
            if self._tokens[following].is_tag:
                return following
            following += 1
        return number

    def _is_ended(self, number: int) -> bool:
        """Is the next tag of the same name an end tag?"""
        numbers = self._of_name[self._tokens[number].name]
        at = bisect_right(numbers, number)
        return at < len(numbers) and self._tokens[numbers[at]].kind == "end"

    @cached_property
    def _of_name(self) -> defaultdict[str, list[int]]:
        """The numbers of the tags by their names."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self._tokens):
            if token.is_tag and not token.empty:
                numbers[token.name].append(number)
        return numbers
