"""What the scanner makes of a text: tokens that cover all of it, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from ctct_lint.syntax.chars import S, local_name

if TYPE_CHECKING:
    from ctct_lint.syntax.draft import Draft, TextEdit
    from ctct_lint.syntax.model import ContentModel

_MOST_COMPARED = 1000
_END_TAG = re.compile(f"<{S}*/{S}*([^ \t\r\n<>/=\"'&]+)")


class Kind(Enum):
    """The sorts of tokens."""

    TEXT = auto()
    START = auto()
    END = auto()
    COMMENT = auto()
    CDATA = auto()
    PI = auto()
    DOCTYPE = auto()


@dataclass(slots=True)
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


@dataclass(slots=True)
class Token:
    """A piece of the text with the faults that are its own.

    name      of a tag, instruction or document type, as written
    proper    the name once mended, the same in nearly all tokens
    finished  False: a start tag without its `>`, where `good_end` says it ends
    cut       the text ends inside this token
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    name_start: int = 0
    name_end: int = 0
    proper: str = ""
    attributes: list[Attribute] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    empty: bool = False
    finished: bool = True
    cut: bool = False
    good_end: int = 0
    name_draft: Draft | None = None

    def add(self, draft: Draft) -> None:
        """Note a fault inside this token."""
        self.drafts.append(draft)

    @property
    def is_tag(self) -> bool:
        """A start or an end tag."""
        return self.kind is Kind.START or self.kind is Kind.END


@dataclass(slots=True)
class Source:
    """The text with searches that never walk over the same ground twice."""

    text: str
    model: ContentModel
    entities: dict[str, str] = field(default_factory=dict)
    entity_edits: list[TextEdit] = field(default_factory=list)
    endless_subset: bool = False
    _found: dict[str, tuple[int, int]] = field(default_factory=dict)
    _meant: dict[str, str] = field(default_factory=dict)
    _ends: dict[str, list[int]] | None = None

    def find(self, needle: str, at: int) -> int:
        """Return what `text.find(needle, at)` returns, -1 included."""
        begun, found = self._found.get(needle, (0, -2))
        if begun <= at and (found == -1 or found >= at):
            return found
        found = self.text.find(needle, at)
        self._found[needle] = (at, found)
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

    def meant(self, name: str) -> str:
        """Return the format's name for a tag's name; the local name if it has none.

        To compare with all names of the format takes time: a text with very many
        unknown names is no misspelt document, and only the first are compared.
        """
        local = local_name(name)
        if local not in self._meant:
            close = None
            if not self.model.knows(local) and len(self._meant) < _MOST_COMPARED:
                close = self.model.spelling_of(local)
            self._meant[local] = close or local
        return self._meant[local]
