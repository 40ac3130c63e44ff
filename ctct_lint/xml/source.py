"""A text that is scanned and repaired, with searches that go over it once."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.slotted import field, slotted
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, S, local_part
from ctct_lint.xml.model import Meaning

if TYPE_CHECKING:
    from ctct_lint.xml.draft import TextEdit
    from ctct_lint.xml.model import ContentModel

_MOST_COMPARED = 1000
# Of so many names the tags are counted, each time in the whole text.
_MOST_COUNTED = 20
# How many characters long entities may add: more than a document has reason to.
_MOST_OF_ENTITIES = 1 << 20
_END_TAG = lazy(f"<{S}*/{S}*([^ \t\r\n<>/=\"'&]+)")


@lru_cache
def _start_of(name: str) -> re.Pattern[str]:
    return re.compile(f"<{re.escape(name)}(?=[{SPACE}/>])")


@slotted
class Source:
    """The text with searches that never walk over the same ground twice."""

    text: str
    model: ContentModel
    entities: dict[str, str] = field(default_factory=dict)
    entity_room: int = _MOST_OF_ENTITIES
    entity_edits: list[TextEdit] = field(default_factory=list)
    endless_subset: bool = False
    sections_read: int = 0
    takes_any_name: bool = False
    names_searched: int = 0
    _found: dict[str, tuple[int, int]] = field(default_factory=dict)
    _searched: dict[re.Pattern[str], tuple[int, int, re.Match[str] | None]] = field(
        default_factory=dict
    )
    _meanings: dict[str, Meaning] = field(default_factory=dict)
    _outnumbered: dict[str, bool] = field(default_factory=dict)
    _ends: dict[str, list[int]] | None = None
    _has_braces: bool | None = None

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
        places = self._end_tags(name)
        index = bisect_left(places, at)
        return places[index] if index < len(places) else -1

    def _end_tags(self, name: str) -> list[int]:
        if self._ends is None:
            self._ends = {}
            for found in _END_TAG.finditer(self.text):
                self._ends.setdefault(found[1], []).append(found.start())
        return self._ends.get(name, [])

    def ends_outnumber_starts(self, name: str) -> bool:
        """Has an element of this name more end tags than start tags?

        False of all names if there are very many of which that is asked.
        """
        if name not in self._outnumbered and len(self._outnumbered) < _MOST_COUNTED:
            starts = len(_start_of(name).findall(self.text))
            self._outnumbered[name] = starts < len(self._end_tags(name))
        return self._outnumbered.get(name, False)

    def start_tag(self, name: str, at: int, end: int) -> int:
        """Return the offset of the first start tag of that name there, or -1."""
        found = self.search(_start_of(name), at, end)
        return -1 if found is None else found.start()

    @property
    def has_braces(self) -> bool:
        """Tell whether there is anything that looks like a placeholder."""
        if self._has_braces is None:
            self._has_braces = "{" in self.text and any(
                pair in self.text for pair in ("{{", "{%", "${")
            )
        return self._has_braces

    def meaning(self, name: str) -> Meaning:
        """Return what a tag of this name means; the local name if it is unknown.

        To compare with all names of the format takes time: a text with very many
        unknown names is no misspelt document, and only the first are compared.
        """
        found = self._meanings.get(name)
        if found is None:
            found = self.model.elements.get(name)
            found = found or self.meaning_of(self._meant(name))
            self._meanings[name] = found
        return found

    def meaning_of(self, name: str) -> Meaning:
        """Return what an element is whose name is not to be doubted."""
        known = self.model.knows(name)
        return Meaning(name, known, known and self.model.holds_text_only(name))

    def meant(self, name: str) -> str:
        """Return the format's name for a tag's name; the local name if it has none."""
        return self.meaning(name).name

    def _meant(self, name: str) -> str:
        local = local_part(name)
        if self.model.knows(local) or len(self._meanings) >= _MOST_COMPARED:
            return local
        return self.model.spelling_of(local) or local
