"""A text that has lost the tags around it: `Hi` for `<p>Hi</p>`.

Where a child is missing just where a text stands that it may hold, the text has lost
its tags: one fault.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.place import tail_of, value_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.content.match import Bare
from ctct_lint.schema.matching.wrapper import cost_in
from ctct_lint.schema.names import children, has_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.quota import Quota
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match, Missing
    from ctct_lint.schema.schema import Model, Schema

    Matcher = Callable[[Iterable[_Element], Model], Match]

# So many texts of a parent are tried.
_MOST = 8
# What it takes to match children at all, in children.
_EACH = 100


class _Meant(NamedTuple):
    """What a text is meant for: something missing, and one of its declarations."""

    missing: Missing
    element: Element


class LostTags:
    """Looks in one element for the texts that children are which are missing.

    `model` is the element's content model, by which `matcher` matches its children;
    `quota` says how many of these it may match in the whole document.
    """

    def __init__(
        self, model: Model, schema: Schema, matcher: Matcher, quota: Quota
    ) -> None:
        self._model = model
        self._schema = schema
        self._matcher = matcher
        self._quota = quota

    def find(self, element: _Element, match: Match) -> None:
        """Move what a text is but for its tags from `missing` to `bare`."""
        taken = {place for one in match.wrapped for place in one.texts}
        around = children(element)
        for text, before in islice(_texts(element), _MOST):
            at = value_of(element) if before is None else tail_of(before)
            place = 0 if before is None else around.index(before) + 1
            meant = None if at in taken else self._meant(match, text, around, place)
            if meant is not None:
                match.missing.remove(meant.missing)
                match.bare.append(Bare(at, meant.element))
                around.insert(place, etree.Element(meant.element.name))

    def _meant(
        self, match: Match, text: str, around: Sequence[_Element], place: int
    ) -> _Meant | None:
        """Return what is missing at a place and may hold a text, if only one is."""
        takers = list(self._takers(match, text))
        again = (len(takers) + 1) * (len(around) + _EACH)
        if not takers or not self._quota.takes("texts", again):
            return None
        now = self._cost(around)
        found = [t for t in takers if self._cost(_with(t, around, place)) < now]
        is_one = all(one.missing == found[0].missing for one in found)
        return found[0] if found and is_one else None

    def _takers(self, match: Match, text: str) -> Iterator[_Meant]:
        """Yield all that is missing, wherever, and may hold a text."""
        for missing in match.missing:
            names = {missing.name, *missing.alternatives}
            for declared in self._model.elements:
                if declared.local_name in names and self._takes(declared, text):
                    yield _Meant(missing, declared)

    def _cost(self, tried: Iterable[_Element]) -> int:
        return self._matcher(tried, self._model).cost

    def _takes(self, declared: Element, text: str) -> bool:
        schema = self._schema
        simple = schema.simple_type(declared)
        if simple is not None:
            return schema.judge.refusal(simple, text) is None
        found = schema.complex_type(declared)
        if found is None or not found.mixed:
            return False
        return schema.model(declared) is None or not cost_in(declared, (), schema)


def _with(meant: _Meant, around: Sequence[_Element], place: int) -> list[_Element]:
    """Return the children with what a text is meant for in its place."""
    return [*around[:place], etree.Element(meant.element.name), *around[place:]]


def _texts(element: _Element) -> Iterator[tuple[str, _Element | None]]:
    """Yield the texts between children, each with the child before it."""
    if element.text and has_text(element.text):
        yield element.text, None
    for child in element:
        if child.tail and has_text(child.tail):
            yield child.tail, child
