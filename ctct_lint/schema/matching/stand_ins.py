"""Strangers in the place of a required element that hold what it would hold.

`<zip>12345</zip>` where `postcode` lacks is one fault: the name is another one. Where
one of the group of an abstract element lacks it is one whatever they hold: each member
holds something else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.content.match import Meant, StandIn
from ctct_lint.schema.matching.fitting import is_strange, may_be, says
from ctct_lint.schema.names import has_text, local_name
from ctct_lint.text.slips import alike, is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match, Missing
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Model, Schema

_SHORT = 2


def find_instead(parent: Parent, match: Match) -> None:
    """Move strangers that are what lacks by all but their names to `meant`."""
    if not (match.unknown and (match.stand_ins or match.missing)):
        return
    model, schema = parent.model, parent.schema
    unknown, there = set(match.unknown), Counter["Missing"]()
    for one in match.stand_ins or _only_ones(match, model, schema):
        child = one.child
        if child in unknown and is_strange(child, schema):
            is_of_group = _are_of_group(one.elements, model)
            meant = _meant(one, schema, may_be_any=is_of_group)
            if meant is not None:
                unknown.remove(child)
                there[one.missing] += 1
                match.meant.append(Meant(child, meant))
            elif is_of_group:
                there[one.missing] += 1
                names = tuple(sorted({e.local_name for e in one.elements}))
                match.of_groups[child] = names
    if there:
        match.unknown = [child for child in match.unknown if child in unknown]
        match.missing = list(_without(match.missing, there))


def _meant(one: StandIn, schema: Schema, *, may_be_any: bool) -> Element | None:
    """Return what a stranger is by what it holds, or what it is called.

    may_be_any  does nothing tell where it may be several?
    """
    child = one.child
    fitting = {e.name: e for e in one.elements if may_be(child, e, schema)}
    tells = says(child) and not (may_be_any and len(fitting) > 1)
    return next((e for e in fitting.values() if tells or _named(child, e)), None)


def _are_of_group(elements: Iterable[Element], model: Model) -> bool:
    """Do all elements stand for one that is abstract, wherever that may stand?"""
    numbers = {one.number for one in elements}
    heads = [one for one in model.elements if one.abstract] if numbers else []
    return any(numbers.issubset(one.substitutes) for one in heads)


def _only_ones(match: Match, model: Model, schema: Schema) -> Iterator[StandIn]:
    """Yield the only stranger where the order is free and only one element lacks.

    No place tells that it is meant then: its name must, or a value that is right for
    few types.
    """
    if not isinstance(model, FreeModel) or len(match.unknown) != 1:
        return
    (child,) = match.unknown
    for missing in match.missing if len(match.missing) == 1 else ():
        both = zip(model.elements, model.names, strict=True)
        named = (element for element, name in both if name == missing.name)
        likely = (e for e in named if _alike(child, e) or _tells(child, e, schema))
        yield StandIn(child, missing, tuple(likely))


def _alike(child: _Element, meant: Element) -> bool:
    return alike(local_name(child), meant.local_name)


def _named(child: _Element, meant: Element) -> bool:
    """Say whether a name may be a slip right where another one is missing.

    There it may be one of two letters as well, which elsewhere make another word.
    """
    name, right = local_name(child), meant.local_name
    is_short = len(name) == len(right) == _SHORT
    return alike(name, right) or (is_short and is_slip(name, right))


def _tells(child: _Element, meant: Element, schema: Schema) -> bool:
    number = schema.simple_type(meant)
    if number is None or not has_text(child.text):
        return False
    return schema.judge.tells(number, child)


def _without(missing: Iterable[Missing], there: Counter[Missing]) -> Iterator[Missing]:
    """Yield what is missing without so many of each that are there."""
    for one in missing:
        if there[one]:
            there[one] -= 1
        else:
            yield one
