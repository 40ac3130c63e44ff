"""Which of several ways to match the children of an element explains them best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.quota import Quota
from ctct_lint.schema.matching.compared import Compared
from ctct_lint.schema.matching.misused import misused
from ctct_lint.schema.matching.needless import find_doubled
from ctct_lint.schema.matching.parent import Parent
from ctct_lint.schema.matching.wrapper import match_children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.types import ComplexType
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.let_in import LetIn
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.schema import Model, Schema

# More children make no narrow parent: to count them takes as long as to pass them.
_MOST_CHILDREN = 200
# For each thing that is asked of parents so many children are matched once more.
_MOST_AGAIN = 200_000


class Matcher:
    """Matches the children of a document's elements with their content models."""

    def __init__(
        self, schema: Schema, near: Near, let_in: LetIn, operation: str
    ) -> None:
        self._schema = schema
        self._let_in = let_in
        self._near = near
        self._operation = operation
        self._quota = Quota(_MOST_AGAIN)
        self._compared = Compared()
        # Each model that was matched with nothing, by its `id`, and the match.
        self._with_nothing: dict[int, tuple[Model, Match]] = {}

    def match(self, element: _Element, model: Model, found: ComplexType) -> Match:
        """Return how the children of an element of a type are best explained.

        model  of the type's content

        Elements with nothing in them share a match.
        """
        if len(element) or element.text:
            return self._match(element, model, found)
        known = self._with_nothing.get(id(model))
        if known is None:
            known = model, self._match(element, model, found)
            self._with_nothing[id(model)] = known
        return known[1]

    def _match(self, element: _Element, model: Model, found: ComplexType) -> Match:
        narrow = len(element) <= _MOST_CHILDREN
        asked = self._schema, self._children, self._quota
        parent = Parent(element, model, found.mixed, *asked, narrow)
        match = self._as_named(parent, found)
        as_others = misused(parent, match)
        if not as_others and match.is_right and not find_doubled(parent):
            return match
        from ctct_lint.schema.matching.explanations import explained

        return explained(parent, match, as_others, self._near)

    def _as_named(self, parent: Parent, found: ComplexType) -> Match:
        """Match the children by their names, and by what wildcards let in."""
        match = parent.match(parent.row)
        if parent.model.has_wildcards:
            self._let_in.name_children(match, parent.model)
        if found.open is not None:
            from ctct_lint.schema.content.open_content import let_beside

            let_beside(match, found.open, parent.element)
        return match

    def _children(self, children: Iterable[_Element], model: Model) -> Match:
        return match_children(children, model, self._operation, self._compared)
