"""The elements that are open, and how the walk speaks about them."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import field, slotted
from ctct_lint.xml.draft import Draft, Sketch, TextEdit, draft

if TYPE_CHECKING:
    from typing import Literal

    from ctct_lint.xml.tokens import Token


class How(Enum):
    """How a leaf comes to its end."""

    OWN = auto()  # its end tag
    RENAMED = auto()  # an end tag that should have been its own
    SWAPPED = auto()  # the parent's end tag, whose place its own has taken
    SLASH = auto()  # a start tag that should have been its end tag
    BEFORE = auto()  # nothing: what comes next cannot stand in it
    NEVER = auto()  # the text ends first


@slotted
class Open:
    """An open element; `stop` is the number of the token that ends a leaf.

    meant     the format's name that it has or was meant to have
    boundary  it declares a default namespace, or is the root
    children  how many of its children have begun
    """

    token: Token
    meant: str
    known: bool
    leaf: bool
    boundary: bool
    balanced: bool
    unfinished: Draft | None = None
    stop: int = -1
    how: How = How.OWN
    children: int = 0

    @property
    def name(self) -> str:
        """The name as written in the start tag."""
        return self.token.name


class Unclosed(NamedTuple):
    """The fault of an element that is not closed before a token, until it is told.

    The mend is `new` from `place` up to `upto`: an edit for each would take much
    memory. `strange` has the name of the parent, if the element has no place in that.
    A start tag that is written twice goes, and has no end tag as what is expected.
    """

    element: Token
    token: Token
    place: int
    upto: int
    new: str
    strange: tuple[str, ...]

    @property
    def kind(self) -> Literal["unclosed-element"]:
        """The kind of the fault."""
        return "unclosed-element"

    @property
    def start(self) -> int:
        """Where the name of the element begins."""
        return self[0].start + self[0].name_at

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.element.name_end

    @property
    def edits(self) -> tuple[tuple[int, int, str]]:
        """The only mend, as a plain tuple: that is made in half the time."""
        return (self[2:5],)

    def draft(self, text: str) -> Draft:
        """Return the fault."""
        element, token, strange = self.element, self.token, self.strange
        start, end = element.name_start, element.name_end
        is_end = token.kind == "end"
        return Draft(
            self.kind,
            start,
            end,
            text[start:end],
            [TextEdit(self.place, self.upto, self.new)],
            expected=(f"</{element.proper}>", *strange) if self.new else (),
            related=[(token.name_start, token.name_end, token.name)],
            detail=f"</{token.name}>" if is_end else f"<{token.name}>",
        )


class SecondRoot(NamedTuple):
    """The fault of a root behind the first one, until it is told.

    The mend takes away all from `place` up to `upto`. What is `kept` goes only if
    somebody says so.
    """

    root: Token
    first: Token
    place: int
    upto: int
    kept: bool

    @property
    def kind(self) -> Literal["second-root"]:
        """The kind of the fault."""
        return "second-root"

    @property
    def start(self) -> int:
        """Where the name of the root begins."""
        return self.root.name_start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.root.name_end

    @property
    def edits(self) -> tuple[tuple[int, int, str]]:
        """The only mend."""
        return ((self.place, self.upto, ""),)

    def draft(self, text: str) -> Draft:
        """Return the fault."""
        first, start, end = self.first, self.start, self.end
        fault = draft(self.kind, text, start, end, TextEdit(self.place, self.upto, ""))
        fault.detail = "kept" if self.kept else ""
        fault.relate(first.name_start, first.name_end, first.name)
        return fault


# A fault as it is found.
Slip = Draft | Sketch | Unclosed | SecondRoot


@slotted
class Stack:
    """Open elements, the innermost last, with a count of each name."""

    items: list[Open] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def push(self, item: Open) -> None:
        """Open an element."""
        self.items.append(item)
        name = item.token.name
        self.counts[name] = self.counts.get(name, 0) + 1

    def pop(self) -> Open:
        """Close the innermost element."""
        item = self.items.pop()
        self.counts[item.token.name] -= 1
        return item

    def count(self, name: str) -> int:
        """Return how many open elements have the name."""
        return self.counts.get(name, 0)
