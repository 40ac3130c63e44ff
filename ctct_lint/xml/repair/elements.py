"""The elements that are open, and how the walk speaks about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.tokens import Token


class How(Enum):
    """How a leaf comes to its end."""

    OWN = auto()  # its end tag
    RENAMED = auto()  # an end tag that should have been its own
    SWAPPED = auto()  # the parent's end tag, whose place its own has taken
    SLASH = auto()  # a start tag that should have been its end tag
    BEFORE = auto()  # nothing: what comes next cannot stand in it
    NEVER = auto()  # the text ends first


@dataclass(slots=True)
class Open:
    """An open element; `stop` is the number of the token that ends a leaf.

    meant     the format's name that it has or was meant to have
    boundary  it declares a default namespace, or is the root
    """

    token: Token
    meant: str
    known: bool
    leaf: bool
    boundary: bool
    balanced: bool
    stop: int = -1
    how: How = How.OWN
    unfinished: Draft | None = None

    @property
    def name(self) -> str:
        """The name as written in the start tag."""
        return self.token.name


@dataclass(slots=True)
class Stack:
    """Open elements, the innermost last, with a count of each name."""

    items: list[Open] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def push(self, item: Open) -> None:
        """Open an element."""
        self.items.append(item)
        self.counts[item.name] = self.counts.get(item.name, 0) + 1

    def pop(self) -> Open:
        """Close the innermost element."""
        item = self.items.pop()
        self.counts[item.name] -= 1
        return item

    def count(self, name: str) -> int:
        """Return how many open elements have the name."""
        return self.counts.get(name, 0)
