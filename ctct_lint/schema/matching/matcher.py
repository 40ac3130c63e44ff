"""Which of several ways to match the children of an element explains them best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.quota import Quota
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.matching.compared import Compared
from ctct_lint.schema.matching.misused import (
    MOST_CHILDREN,
    Misused,
    may_be_misused,
)
from ctct_lint.schema.matching.needless import (
    find_doubled,
    find_needless,
    find_strange,
    flattened,
)
from ctct_lint.schema.matching.wrapper import cost_in, is_whole, match_children
from ctct_lint.schema.names import children, local_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.types import ComplexType
    from ctct_lint.schema.content.match import Match, Wrapped
    from ctct_lint.schema.matching.let_in import LetIn
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.schema import Model, Schema

# In so many parents lost tags are looked for, round a text or a whole row.
_MOST_PARENTS = 1_000
# Of more children than that it is not looked for where each belongs.
_MOST_CHILDREN = 200
# So many are matched once more in a document, to see what a text may be.
_MOST_AGAIN = 200_000
# So many of them may each have lost what stands round others.
_MOST_ALONE = 32


class Matcher:
    """Matches the children of a document's elements with their content models."""

    def __init__(
        self, schema: Schema, near: Near, let_in: LetIn, operation: str
    ) -> None:
        self._schema = schema
        self._let_in = let_in
        self._near = near
        self._operation = operation
        self._quota = Quota(_MOST_PARENTS)
        self._again = Quota(_MOST_AGAIN)
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
        match = self._as_named(element, model, found)
        misused = self._misused(element, match, model)
        if misused is not None:
            self._find_lost(element, misused, model, mixed=found.mixed)
            return misused
        doubled = find_doubled(element, model, self._schema)
        if match.is_right and not doubled:
            return match
        strangers = match.unknown + [child for child, _ in match.renamed]
        needless = find_needless(element, strangers, model, self._schema, self._near)
        needless += doubled
        flat = self._flat(element, needless, match, model)
        if flat is not None:
            match = flat
        elif match.unknown:
            match = self._without_strange(element, match, model)
        self._find_lost(element, match, model, mixed=found.mixed)
        if match.needless or match.is_right:
            return match
        if not isinstance(model, FreeModel):
            from ctct_lint.schema.matching.one_moved import find_moved, find_swapped

            find_moved(children(element), match, model)
            if match.missing and self._quota.takes("swapped"):
                find_swapped(children(element), match, model)
        match = self._with_wrapper(element, match, model)
        for child in match.unknown[:_MOST_ALONE]:
            self._settle_alone(element, child, match, model)
        return match

    def _as_named(self, element: _Element, model: Model, found: ComplexType) -> Match:
        """Match the children by their names, and by what wildcards let in."""
        match = self._children(children(element), model)
        if model.has_wildcards:
            self._let_in.name_children(match, model)
        if found.open is not None:
            from ctct_lint.schema.content.open_content import let_beside

            let_beside(match, found.open, element)
        return match

    def _misused(self, element: _Element, match: Match, model: Model) -> Match | None:
        """Return a match as if children with names of siblings had their own."""
        is_wide = len(element) > MOST_CHILDREN
        if is_wide or not may_be_misused(match, self._schema):
            return None
        if not self._quota.takes("misused"):
            return None

        def rematch(tried: Iterable[_Element]) -> Match:
            return self._children(tried, model)

        return Misused(model, self._schema, rematch).match(element, match)

    def _find_lost(
        self, element: _Element, match: Match, model: Model, *, mixed: bool
    ) -> None:
        """Find what has lost its wrapper or its tags; `mixed`: may there be texts?"""
        if match.unknown and len(self._schema.survey.namespaces) > 1:
            from ctct_lint.schema.matching.lost_namespace import find_undeclared

            found = find_undeclared(element, match, model, self._schema)
            self._settle(element, found, model)
        if match.unknown:
            from ctct_lint.schema.matching.stand_ins import find_instead
            from ctct_lint.schema.matching.wrapping import find_wrapped

            found = find_wrapped(match, model, self._schema, mixed=mixed)
            find_instead(match, model, self._schema)
            self._settle(element, found, model)
            self._find_by_content(element, match, model)
        if match.unknown:
            from ctct_lint.schema.matching.into_blank import find_into_blank

            find_into_blank(match, self._schema)
        if match.renamed:
            from ctct_lint.schema.matching.misnamed_inside import find_misnamed_inside

            self._settle(element, find_misnamed_inside(match, self._schema), model)
        if match.missing and not (mixed or isinstance(model, FreeModel)):
            from ctct_lint.schema.matching.lost_tags import LostTags

            lost = LostTags(model, self._schema, self._children, self._again)
            lost.find(element, match)

    def _find_by_content(self, element: _Element, match: Match, model: Model) -> None:
        """Find what is another element by what it holds."""
        is_wide = len(element) > _MOST_CHILDREN
        if not match.unknown or is_wide or not self._quota.takes("content"):
            return
        from ctct_lint.schema.matching.by_content import find_by_content

        def cost(tried: Iterable[_Element]) -> int:
            return self._children(tried, model).cost

        find_by_content(element, match, model, self._schema, cost)

    def _flat(
        self, element: _Element, needless: list[_Element], match: Match, model: Model
    ) -> Match | None:
        """Return a match as if needless children were not there, but what they hold.

        None if there are none, or if they are more likely whole ones of the element's
        own kind, that belong elsewhere.
        """
        if not needless:
            return None
        flat = self._children(flattened(element, needless), model)
        if all(child.tag == element.tag for child in needless):
            inside = sum(self._children(child, model).cost for child in needless)
            if flat.cost + len(needless) > match.cost + inside:
                return None
        flat.needless = needless
        return flat

    def _settle(
        self, element: _Element, found: Iterable[Wrapped], model: Model
    ) -> None:
        """Say of what lacks its wrapper where that may stand, or which it is."""
        for wrapped in found if len(element) <= _MOST_CHILDREN else ():
            if self._quota.takes("places"):
                self._settle_one(element, wrapped, model)

    def _settle_one(self, element: _Element, wrapped: Wrapped, model: Model) -> None:
        from ctct_lint.schema.matching.settled import settle

        def cost(tried: Iterable[_Element]) -> int:
            return self._children(tried, model).cost

        settle(element, wrapped, cost, self._schema)

    def _settle_alone(
        self, element: _Element, child: _Element, match: Match, model: Model
    ) -> None:
        """Say what a child lacks, or has left, that others of the parent have."""
        lacking = self._near.lacking(element)
        wide = len(element) > _MOST_CHILDREN
        if wide or local_name(child) in lacking or not self._quota.takes("alone"):
            return
        from ctct_lint.schema.matching.misnamed_inside import misnamed_alone
        from ctct_lint.schema.matching.wrapping import lost_alone

        schema = self._schema
        wrapped = lost_alone(child, match, model.inside.wrappers, schema)
        wrapped = wrapped or misnamed_alone(child, match, model.inside.wrappers, schema)
        if wrapped is not None:
            self._settle_one(element, wrapped, model)
            is_new = wrapped.fits and is_whole(wrapped, wrapped.wrappers[0], schema)
            if wrapped.stubs or wrapped.home is not None or is_new:
                match.unknown.remove(child)
                match.wrapped.append(wrapped)

    def _with_wrapper(self, element: _Element, match: Match, model: Model) -> Match:
        """Return a match as if a lost wrapper were there, if it makes all right."""
        schema = self._schema
        wrapped = [w for w in match.wrapped if cost_in(w.wrappers[0], w.meant, schema)]
        others = len(match.wrapped) + len(match.instead) + len(match.alike)
        others += len(match.twins)
        if match.cost + others == 1 and not wrapped:
            return match
        if not self._quota.takes("wrapper"):
            return match
        from ctct_lint.schema.matching.lost_wrapper import LostWrapper

        lost = LostWrapper(model, schema, self._children)
        return lost.match(children(element), match) or match

    def _without_strange(self, element: _Element, match: Match, model: Model) -> Match:
        """Return a match as if strangers were not there that only wrap others.

        That is if no more than one fault for each remains then.
        """
        strange = find_strange(match.unknown, model, self._schema)
        if not strange:
            return match
        flat = self._children(flattened(element, strange), model)
        if flat.cost + len(strange) > match.cost:
            return match
        flat.needless = strange
        return flat

    def _children(self, children: Iterable[_Element], model: Model) -> Match:
        return match_children(children, model, self._operation, self._compared)
