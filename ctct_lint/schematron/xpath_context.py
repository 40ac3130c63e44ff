"""Where an expression is evaluated, and how nodes are found there."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from elementpath import XPathContext
from elementpath.xpath_nodes import AttributeNode, DocumentNode, ElementNode

from ctct_lint.schematron.effort import Effort
from ctct_lint.schematron.index import Children
from ctct_lint.schematron.siblings import following, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ctct_lint.schematron.index import Index
    from ctct_lint.schematron.lazy_value import Lazy


# A parent with more children of a name may be asked for them by each of these.
_MANY = 64
# To take a step from a node takes as long as to pass so many.
_IN_STEPS = 5


class DynamicContext(XPathContext):
    """Where an expression is evaluated.

    In `for $x in a, $y in b` elementpath looks for `b` inside of `a`: each variable
    has a copy of the context here. Nor does it find what precedes an attribute, or
    follows an attribute or a text. Nodes are found by their names, see `index`.
    """

    def __init__(self, index: Index, opened: Mapping[str, Lazy]) -> None:
        """Take the document, and the indexes of others by what opens them."""
        super().__init__(index.document)
        self.index = index
        self.opened = opened
        self.children = Children()
        self.effort = Effort(len(index.all))
        # Nodes by texts in them, by the predicate that asks, and in which node.
        self.joins: dict[tuple[int, int], Mapping[str, list[Any]]] = {}
        # Elements at which predicates hold, by these, and in which node.
        self.chosen: dict[tuple[int, int], list[Any] | None] = {}
        # What has one value in the document, see `hoisting`, with what it needs.
        self.kept: dict[tuple[str | int, ...], tuple[Any, Lazy]] = {}
        # Those of the trees that variables hold, by the identities of the documents.
        self.made: dict[int, Index] = {}

    def again(self) -> DynamicContext:
        """Return a context of its own at the same place, on no axis.

        All but the place is the same in each context of a document, and is shared.
        """
        other = object.__new__(DynamicContext)
        other.__dict__ = self.__dict__
        other.document, other.root = self.document, self.root
        other.namespaces, other.variables = self.namespaces, self.variables
        other.item, other.axis = self.item, None
        other.size, other.position = self.size, self.position
        return other

    # elementpath makes most of them by `copy`.
    __copy__ = again

    def index_of(self, document: Any) -> Index:
        """Return the index of a document."""
        if document is self.index.document:
            return self.index
        made = self.made.get(id(document))
        if made is not None:
            return made
        opened: Iterator[Index] = (
            lazy.value() for lazy in self.opened.values() if lazy.is_made
        )
        return next(index for index in opened if index.document is document)

    def iter_matching_nodes(
        self, name: str, default_namespace: str | None = None
    ) -> Iterator[Any]:
        """Yield the children of a name, or the item itself on an axis."""
        parent: Any = self.item
        is_plain = "*" not in name and not default_namespace
        if self.axis is not None or not is_plain or not _has_children(parent):
            yield from super().iter_matching_nodes(name, default_namespace)
            return
        self.axis = "child"
        children = self.children.named(parent, name)
        are_many = len(children) > _MANY
        for child in children:
            if are_many:
                self.effort.pass_by()
            self.item = child
            yield child
        self.item, self.axis = parent, None

    def iter_product(
        self, selectors: Sequence[Any], varnames: Sequence[str] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Yield all combinations of values, with the variables set to them."""
        names = varnames or ()
        return self._combined(list(zip_longest(selectors, names)))

    def iter_attributes(self) -> Iterator[Any]:
        """Yield the attributes of an element; an attribute has none."""
        if not isinstance(self.item, AttributeNode):
            yield from super().iter_attributes()

    def iter_descendants(self, axis: str | None = None) -> Iterator[Any]:
        """Yield what is in a node; from each, `//` takes a step that may be long."""
        for item in super().iter_descendants(axis):
            self.effort.pass_by(_IN_STEPS if axis is None else 1)
            yield item

    def iter_ancestors(self, axis: str | None = None) -> Iterator[Any]:
        """Yield what a node is in."""
        for item in super().iter_ancestors(axis):
            self.effort.pass_by()
            yield item

    def iter_siblings(self, axis: str | None = None) -> Iterator[Any]:
        """Yield the siblings on one side of a node, in the order of the document."""
        here, outer = self.item, self.axis
        self.axis = axis
        for self.item in siblings(here, axis or ""):
            self.effort.spend()
            yield self.item
        self.item, self.axis = here, outer

    def iter_preceding(self) -> Iterator[Any]:
        """Yield what stands before a node; an attribute is where its element is."""
        here: Any = self.item
        if isinstance(here, AttributeNode):
            owner: Any = here.parent
            self.item = owner
        for item in super().iter_preceding():
            self.effort.spend()
            yield item
        self.item = here

    def iter_followings(self) -> Iterator[Any]:
        """Yield what stands behind a node and is not inside of it."""
        here, axis = self.item, self.axis
        self.axis = "following"
        for self.item in following(here):
            self.effort.spend()
            yield self.item
        self.item, self.axis = here, axis

    def _combined(self, left: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        if not left:
            yield ()
            return
        (select, name), *others = left
        for value in select(self.again()):
            self.effort.pass_by()
            self.variables[name] = value
            for more in self._combined(others):
                yield (value, *more)


def _has_children(node: Any) -> bool:
    return isinstance(node, (ElementNode, DocumentNode))
