"""What the scanner makes of a text: tokens that cover all of it, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeVar

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import field, slotted
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, S, local_name, skip_space
from ctct_lint.xml.model import Meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.draft import Draft, Sketch, TextEdit
    from ctct_lint.xml.model import ContentModel

_T = TypeVar("_T")
_MOST_COMPARED = 1000
_END_TAG = lazy(f"<{S}*/{S}*([^ \t\r\n<>/=\"'&]+)")


# The sorts of tokens. Words, as each is asked for at every token: to look up a member
# of an enumeration takes ten times as long before Python 3.12.
Kind = Literal["text", "start", "end", "comment", "section", "instruction", "doctype"]


@lru_cache
def _start_of(name: str) -> re.Pattern[str]:
    return re.compile(f"<{re.escape(name)}(?=[{SPACE}/>])")


class Stretch(NamedTuple):
    """The range of a text, or of the value of an attribute."""

    start: int
    end: int
    is_value: bool = False


@slotted
class Attribute:
    """One attribute; `start` is where the white space before its name begins.

    `name` is what it is called once mended; the value range has no quotes.
    """

    name: str
    start: int
    name_start: int
    name_end: int
    value_start: int
    value_end: int
    end: int


@slotted
class Token:
    """A piece of the text with the faults that are its own.

    name       of a tag, instruction or document type, as written; it begins `name_at`
               characters behind the start, and `name_size` are written
    proper     the name once mended, the same in nearly all tokens
    stretches  its text, or the values, where something may be wrong inside
    finished   False: a start tag without its `>`, where `good_end` says it ends
    good_end   ... and where the last attribute of a start tag ends, 0 if it has none
    cut        the text ends inside this token
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    # Small numbers are there once, offsets take memory for each of a million tags.
    name_at: int = 0
    name_size: int = 0
    proper: str = ""
    attributes: Sequence[Attribute] = ()
    drafts: Sequence[Draft | Sketch] = ()
    stretches: Sequence[Stretch] = ()
    empty: bool = False
    finished: bool = True
    cut: bool = False
    good_end: int = 0
    name_draft: Draft | None = None

    @property
    def name_start(self) -> int:
        """Where the name begins."""
        return self.start + self.name_at

    @property
    def name_end(self) -> int:
        """Where the name ends."""
        return self.start + self.name_at + self.name_size

    def add(self, *drafts: Draft | Sketch) -> None:
        """Note faults inside this token."""
        self.drafts = _longer(self.drafts, *drafts)

    def add_attribute(self, attribute: Attribute) -> None:
        """Note an attribute."""
        self.attributes = _longer(self.attributes, attribute)

    def add_value(self, source: Source, start: int, end: int) -> None:
        """Note the range of a value, if it has signs that may be wrong."""
        text = source.text
        if text.find("&", start, end) >= 0 or text.find("<", start, end) >= 0:
            value = Stretch(start, end, is_value=True)
            self.stretches = _longer(self.stretches, value)

    def part(self, start: int, end: int) -> Token:
        """Return a part of a text; what may be wrong in it may be so in the part."""
        stretches = (Stretch(start, end),) if self.stretches else ()
        return Token("text", start, end, stretches=stretches)

    @property
    def is_lost(self) -> bool:
        """Is it a start tag that is not there, with the fault of its end tag?"""
        return self.start == self.end and bool(self.drafts)

    @property
    def is_tag(self) -> bool:
        """A start or an end tag."""
        return self.kind in {"start", "end"}


def _longer(known: Sequence[_T], *more: _T) -> Sequence[_T]:
    """Return what is known with more at its end; a list only where that is needed."""
    if not known:
        return more
    longer = known if isinstance(known, list) else list(known)
    longer.extend(more)
    return longer


@slotted
class Source:
    """The text with searches that never walk over the same ground twice."""

    text: str
    model: ContentModel
    entities: dict[str, str] = field(default_factory=dict)
    entity_edits: list[TextEdit] = field(default_factory=list)
    endless_subset: bool = False
    sections_read: int = 0
    takes_any_name: bool = False
    _found: dict[str, tuple[int, int]] = field(default_factory=dict)
    _searched: dict[re.Pattern[str], tuple[int, int, re.Match[str] | None]] = field(
        default_factory=dict
    )
    _meanings: dict[str, Meaning] = field(default_factory=dict)
    _ends: dict[str, list[int]] | None = None

    def find(self, needle: str, at: int) -> int:
        """Return what `text.find(needle, at)` returns, -1 included."""
        begun, found = self._found.get(needle, (0, -2))
        if begun <= at and (found == -1 or found >= at):
            return found
        found = self.text.find(needle, at)
        self._found[needle] = (at, found)
        return found

    def next_sign(self, at: int) -> int:
        """Return where the next sign is that may be wrong in a text, `<` aside."""
        ampersand, end = self.find("&", at), self.find("]]>", at)
        if ampersand < 0 or 0 <= end < ampersand:
            return end if end >= 0 else len(self.text)
        return ampersand

    def search(
        self, pattern: re.Pattern[str], at: int, end: int
    ) -> re.Match[str] | None:
        """Return what `pattern.search(text, at, end)` returns."""
        begun, until, found = self._searched.get(pattern, (0, -1, None))
        if until != end or at < begun or (found and found.start() < at):
            found = pattern.search(self.text, at, end)
            self._searched[pattern] = (at, end, found)
        return found

    def end_tag(self, name: str, at: int) -> int:
        """Return the offset of the first end tag of that name from `at` on, or -1."""
        if self._ends is None:
            self._ends = {}
            for found in _END_TAG.finditer(self.text):
                self._ends.setdefault(found[1], []).append(found.start())
        places = self._ends.get(name, [])
        index = bisect_left(places, at)
        return places[index] if index < len(places) else -1

    def start_tag(self, name: str, at: int, end: int) -> int:
        """Return the offset of the first start tag of that name there, or -1."""
        found = self.search(_start_of(name), at, end)
        return -1 if found is None else found.start()

    @property
    def has_braces(self) -> bool:
        """Tell whether there is anything that looks like a placeholder."""
        return any(self.find(braces, 0) >= 0 for braces in ("{{", "{%", "${"))

    def meaning(self, name: str) -> Meaning:
        """Return what a tag of this name means; the local name if nobody knows it.

        To compare with all names of the format takes time: a text with very many
        unknown names is no misspelt document, and only the first are compared.
        """
        found = self.model.elements.get(name) or self._meanings.get(name)
        if found is None:
            found = self._meanings[name] = self.meaning_of(self._meant(name))
        return found

    def meaning_of(self, name: str) -> Meaning:
        """Return what an element is whose name is not to be doubted."""
        known = self.model.knows(name)
        return Meaning(name, known, known and self.model.holds_text_only(name))

    def meant(self, name: str) -> str:
        """Return the format's name for a tag's name; the local name if it has none."""
        return self.meaning(name).name

    def _meant(self, name: str) -> str:
        local = local_name(name)
        if self.model.knows(local) or len(self._meanings) >= _MOST_COMPARED:
            return local
        return self.model.spelling_of(local) or local


def slash_of(text: str, tag: Token) -> tuple[int, int]:
    """Return where the slash of an empty element's tag is, and where its `>` is.

    It may be a backslash, or there are several, and an unfinished tag has no `>`.
    """
    start = max(tag.good_end, tag.name_end)
    end = tag.end - 1 if tag.finished else tag.end
    before = text[start:end].rstrip(f"/\\{SPACE}")
    return skip_space(text, start + len(before)), end
