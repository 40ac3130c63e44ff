"""What a content model says of an element's children: the result of matching."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import field, slotted

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element, Term


# The name of what lacks in a content that nothing makes right: a choice of nothing.
NOTHING = ""
# That of what only a wildcard asks for.
ANY = "*"


class Missing(NamedTuple):
    """A child that must be there; `alternatives` would do as well."""

    name: str
    alternatives: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that would do."""
        return self.alternatives or (self.name,)


class Duplicate(NamedTuple):
    """A child that stands once too often, and the one that counts.

    The one that counts is the first one, but where only the first makes no sense.
    `among` has the names of what its place may hold instead.
    """

    child: _Element
    first: _Element
    declaration: Term
    is_earlier: bool = False
    among: tuple[str, ...] = ()


class Misplaced(NamedTuple):
    """A child that belongs to this parent, but elsewhere.

    before, after  the name of what it belongs before or after
    instead        the name of what stands there already, in a choice of the two
    among          the names of all in that choice, none if each excludes the others
    beside         the one before or after which it belongs, where several have the name
    meant          what it is meant for, where its name is another one
    rank           where it belongs on the way of all children, which are counted from
                   1; 0 for nowhere
    """

    child: _Element
    before: str = ""
    after: str = ""
    instead: str = ""
    meant: Element | None = None
    rank: float = 0
    among: tuple[str, ...] = ()
    beside: _Element | None = None

    @property
    def is_excluded(self) -> bool:
        """Must it not stand beside what stands in its stead?"""
        return bool(self.instead) and not self.among


class Disorder(NamedTuple):
    """Several children that have to move for one reason, by their order as it is.

    first  what is wrong with the first one
    order  the names of all that stand there, in the model's order
    """

    children: list[_Element]
    first: Misplaced
    order: tuple[str, ...]


@slotted
class Wrapped:
    """Children that all lack one element round them, one of `wrappers`.

    is_there  one stands in the parent already, which they may have left
    texts     where the texts beside them are that it would hold as well
    fits      may a new one stand round them?
    home      the one before them that ends too early
    stubs     elements of the right names, where they have others
    """

    children: list[_Element]
    wrappers: list[Element]
    is_there: bool = False
    texts: list[Place] = field(default_factory=list)
    fits: bool = True
    home: _Element | None = None
    stubs: list[_Element] = field(default_factory=list)

    @property
    def meant(self) -> list[_Element]:
        """The children, or what their names should be."""
        return self.stubs or self.children


class Meant(NamedTuple):
    """A child that is another element than its name says.

    why    what tells that, as `model.fault` has it: `ALIKE`, `TWIN`, `HOLDS`, `STANDS`;
           "" for that it holds what is missing
    blank  of a twin the empty one that should have what the child has
    """

    child: _Element
    element: Element
    why: str = ""
    blank: _Element | None = None


class Bare(NamedTuple):
    """A text between children, and the missing child that it would be in tags."""

    at: Place
    meant: Element


class Move(NamedTuple):
    """What becomes of a child: taken to a position, or left out; None: one put in."""

    position: int
    before: int
    child: _Element | None = None
    taken: bool = True


class StandIn(NamedTuple):
    """A child without a place, right where one is missing: one of `elements`."""

    child: _Element
    missing: Missing
    elements: tuple[Element, ...]


class Spot(NamedTuple):
    """Where a child lacks: behind another one, None for before all that stand right."""

    missing: Missing
    after: _Element | None


@lru_cache(maxsize=4096)
def names_of(one: Missing) -> str:
    """Return the name of what is missing, with alternatives as `a|b`."""
    return "|".join(one.names)


@slotted
class Match:
    """The minimal repair of a parent's children.

    matched     the children that stand right, with their declarations
    renamed     children whose name was most likely meant otherwise
    unknown     children that the content model has no place for
    wrapped     those of them that a missing child of the parent would hold
    needless    children that stand round others of the parent's children
    spots       where it is missing, as long as nothing else is found to be meant for it
    stand_ins   those unknown that stand where something is missing
    of_groups   those unknown that stand where one of a group is missing, with its names
    meant       children that are others than their names say, by all else
    disorders   those misplaced that are so for the same reason
    bare        texts that are what is missing, but for its tags
    """

    matched: list[tuple[_Element, Term]] = field(default_factory=list)
    renamed: list[tuple[_Element, Element]] = field(default_factory=list)
    unknown: list[_Element] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    misplaced: list[Misplaced] = field(default_factory=list)
    wrapped: list[Wrapped] = field(default_factory=list)
    needless: list[_Element] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    stand_ins: list[StandIn] = field(default_factory=list)
    of_groups: dict[_Element, tuple[str, ...]] = field(default_factory=dict)
    meant: list[Meant] = field(default_factory=list)
    disorders: list[Disorder] = field(default_factory=list)
    bare: list[Bare] = field(default_factory=list)
    _lacking: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of each missing element, with alternatives as `a|b`.

        They are put together once: many elements with nothing in them share a match.
        """
        if len(self._lacking) != len(self.missing):
            self._lacking = tuple(map(names_of, self.missing))
        return self._lacking

    @property
    def is_right(self) -> bool:
        """Is there nothing to repair?"""
        strange = self.renamed or self.unknown or self.duplicates or self.misplaced
        others = self.wrapped or self.needless or self.meant or self.missing
        return not (strange or others)

    @property
    def cost(self) -> int:
        """How many repairs there are."""
        misnamed = len(self.renamed) + len(self.unknown)
        elsewhere = len(self.duplicates) + len(self.misplaced)
        return misnamed + elsewhere + len(self.missing)
