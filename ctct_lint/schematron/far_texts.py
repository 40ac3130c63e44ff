"""`=` with texts far away, as in `@id = preceding-sibling::line/@id`, by an index.

It asks of each line whether one before has its id: all would be compared with all.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.far_axes import read_far
from ctct_lint.schematron.joins import is_own
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.shared_texts import texts_in
from ctct_lint.schematron.stretches import FarStep, stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ctct_lint.schematron.stretches import ElementRun

    Places = Mapping[str, Sequence[int]]


class _Sides(NamedTuple):
    """The operands: elements far away, what of each is compared, and with what.

    own  None for the elements themselves
    """

    far: FarStep
    own: Any
    other: Any


def adapt_far_texts(parser: Any) -> None:
    """Give a parser this comparison."""
    methods = {"evaluate": _compared, "sides_far": None, "is_side_read": False}
    override(parser, "=", kept_as="compared_near", **methods)


def _compared(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    if not self.is_side_read:
        self.sides_far, self.is_side_read = next(_sides(self), None), True
    here, sides = context.item, self.sides_far
    answer = None
    if sides is not None and context.axis is None and isinstance(here, XPathNode):
        answer = _have_shared_text(sides, context)
    return self.compared_near.evaluate(self, context) if answer is None else answer


def _sides(comparison: Any) -> Iterator[_Sides]:
    """Yield the operands of a comparison, if one leads far away."""
    for token, other in (comparison, reversed(comparison)):
        is_path = token.symbol == "/" and len(token) > 1
        far = read_far(token[0] if is_path else token)
        if far is not None and (not is_path or is_own(token[1])):
            yield _Sides(far, token[1] if is_path else None, other)


def _have_shared_text(sides: _Sides, context: Any) -> bool | None:
    """Say whether a text is on both sides; None if that is not asked of texts alone."""
    texts = texts_in(sides.other, context)
    run = stretch(sides.far, context.item, context)
    if texts is None or run.conditions:
        return None
    key = "far texts", id(sides.far), id(run.among)
    if key not in context.kept:
        # The list is kept as well, so that no other one has its number.
        context.kept[key] = run.among, _places(sides, run.among, context)
    places = context.kept[key][1]
    return any(_is_in(run, places.get(text, ())) for text in texts)


def _places(sides: _Sides, among: Iterable[Any], context: Any) -> Places:
    """Return by their texts where in a list the elements are."""
    found: dict[str, list[int]] = {}
    for place, node in enumerate(among):
        for text in set(_texts(sides, node, context)):
            found.setdefault(text, []).append(place)
    return found


def _texts(sides: _Sides, node: Any, context: Any) -> Iterator[str]:
    if sides.own is None:
        yield str(node.string_value)
        return
    inside = context.again()
    inside.item, inside.axis = node, None
    yield from (str(one.string_value) for one in sides.own.select(inside))


def _is_in(run: ElementRun, places: Sequence[int]) -> bool:
    """Is one of some places, which are in order, in a part of a list?"""
    for number in range(bisect_left(places, run.start), len(places)):
        if places[number] >= run.end:
            return False
        if id(run.among[places[number]]) not in run.above:
            return True
    return False
