"""What repair asks the schema: what may stand where, by local names."""

# ruff: noqa: ARG002 - who says more needs the arguments
from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Meaning(NamedTuple):
    """What a tag means by its name.

    name     that of the format, or the tag's own without its prefix
    known    the format has an element of that name
    is_leaf  ... which holds text, and no child elements
    """

    name: str
    known: bool
    is_leaf: bool


_NONE: Mapping[str, Meaning] = MappingProxyType({})


class ContentModel:
    """The facts that tell where an unclosed element was meant to end.

    As it is, it knows no element; formats of which more is known say more. It is asked
    for each tag, most often the same: an answer must take no more than a look-up.
    """

    __slots__ = ()

    @property
    def elements(self) -> Mapping[str, Meaning]:
        """The elements of the format by their names, if they can be listed."""
        return _NONE

    def knows(self, name: str) -> bool:
        """Tell whether the format has an element of this name."""
        return name in self.elements

    def root_tag(self, name: str) -> str:
        """Return the start tag that a document may begin with; "" if none does so."""
        return ""

    def stands_inside(self, name: str) -> bool:
        """Tell whether the element is known to stand in others, not alone."""
        return False

    def start_tag(self, name: str, parent: str) -> str:
        """Return the start tag of an element in a parent; `…` in it is not known."""
        return f"<{name}>"

    def may_have(self, name: str, attribute: str) -> bool:
        """Tell whether the element may have an attribute; of most nobody knows."""
        return True

    def holds_text_only(self, name: str) -> bool:
        """Tell whether the element is a leaf: text, and no child elements."""
        return name in self.elements and self.elements[name].is_leaf

    def holds_no_text(self, name: str) -> bool:
        """Tell whether the element holds child elements, and no text beside them."""
        return False

    def may_contain(self, parent: str, child: str) -> bool:
        """Tell whether `child` may be a child of `parent`."""
        return False

    def lets_in(self, parent: str, child: str) -> bool:
        """Tell whether `child` may be one only as anything may that is not named."""
        return False

    def may_follow(self, parent: str, before: str, child: str) -> bool:
        """Tell whether `child` may be behind `before`, its like also, in a parent.

        Both may stand in it.
        """
        return before != child

    def names(self, parent: str, child: str) -> bool:
        """Tell whether `child` may be one, and not only as anything may."""
        return self.may_contain(parent, child) and not self.lets_in(parent, child)

    def most_children(self, name: str) -> int | None:
        """Return how many children the element may have, None for any number."""
        return None

    def may_omit_end(self, name: str) -> bool:
        """Tell whether people leave out the end tag of such an element on purpose."""
        return False

    def has_entity(self, name: str) -> bool:
        """Tell whether a reference to this entity is no fault, though XML has none."""
        return False

    def namespace_of(self, prefix: str, names: Collection[str]) -> str:
        """Return the namespace that a prefix stands for in the format, "" for none.

        names  the local names of what has it in the document
        """
        return ""

    def has_bare(self, names: Collection[str]) -> bool:
        """Tell whether the format has all of some names, and in no namespace."""
        return False

    def spelling_of(self, name: str) -> str | None:
        """Return the known element whose name is close to this one, if any."""
        return None
