"""What is offered at a place: a line of the list that an editor shows."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from ctct_lint.editing.snippet import as_plain, as_snippet
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.editing.about import About
    from ctct_lint.editing.snippet import Part
    from ctct_lint.text.span import Span


class ItemKind(Enum):
    """What is inserted."""

    ELEMENT = auto()
    END_TAG = auto()
    ATTRIBUTE = auto()
    VALUE = auto()
    TAG = auto()
    DOCUMENT = auto()


class Rank(Enum):
    """How much something is wanted at a place: the order of the list."""

    REQUIRED = 0
    END = 1
    WANTED = 2
    OPTIONAL = 3
    READ_ONLY = 4


class Item(NamedTuple):
    """Something to insert.

    span    what it is put in the place of: what was typed of it
    parts   what is inserted
    typed   what the text in the span is compared with
    detail  a few words beside the label
    about   what documentation can be asked for
    """

    label: str
    kind: ItemKind
    span: Span
    parts: tuple[Part, ...]
    typed: str
    rank: Rank = Rank.OPTIONAL
    detail: str = ""
    about: About | None = None

    @property
    def snippet(self) -> str:
        """What is inserted, for an editor that knows tab stops."""
        return as_snippet(self.parts)

    def plain(self, indent: str = "") -> str:
        """Return what is inserted, for one that does not; lines are indented."""
        return as_plain(self.parts, indent)
