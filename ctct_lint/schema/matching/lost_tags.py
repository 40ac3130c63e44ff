"""A text that has lost the tags around it: `Hi` for `<p>Hi</p>`.

Where a child is missing just where a text stands that it may hold, the text has lost
its tags: one fault. Of `Hi <b>all</b>` the wrapper is lost, if that may hold text.
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.place import tail_of, value_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.content.match import Bare
from ctct_lint.schema.matching.wrapper import cost_in
from ctct_lint.schema.names import has_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match, Missing
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema

# So many texts of a parent are tried.
_MOST = 8
# What it takes to match children at all, in children.
_EACH = 100


class _Meant(NamedTuple):
    """What a text is meant for: something missing, and one of its declarations."""

    missing: Missing
    element: Element


def find_bare(parent: Parent, match: Match) -> None:
    """Move what a text is but for its tags from `missing` to `bare`."""
    if not match.missing or parent.mixed or isinstance(parent.model, FreeModel):
        return
    taken = {place for one in match.wrapped for place in one.texts}
    around = parent.row
    for text, before in islice(texts_in(parent.element), _MOST):
        at = value_of(parent.element) if before is None else tail_of(before)
        place = 0 if before is None else around.index(before) + 1
        meant = None if at in taken else _meant(parent, match, text, around, place)
        if meant is not None:
            match.missing.remove(meant.missing)
            match.bare.append(Bare(at, meant.element))
            around.insert(place, etree.Element(meant.element.name))


def _meant(
    parent: Parent, match: Match, text: str, around: Sequence[_Element], place: int
) -> _Meant | None:
    """Return what is missing at a place and may hold a text, if only one is."""
    takers = list(_takers(parent, match, text))
    again = (len(takers) + 1) * (len(around) + _EACH)
    if not takers or not parent.quota.takes("texts", again):
        return None
    now = parent.cost(around)
    found = [t for t in takers if parent.cost(_with(t, around, place)) < now]
    is_one = all(one.missing == found[0].missing for one in found)
    return found[0] if found and is_one else None


def _takers(parent: Parent, match: Match, text: str) -> Iterator[_Meant]:
    """Yield all that is missing, wherever, and may hold a text."""
    for missing, declared in product(match.missing, parent.model.elements):
        is_it = declared.local_name in missing.names
        if is_it and takes_bare(declared, text, parent.schema):
            yield _Meant(missing, declared)


def takes_bare(declared: Element, text: str, schema: Schema) -> bool:
    """May an element hold a text and nothing else?"""
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


def texts_in(element: _Element) -> Iterator[tuple[str, _Element | None]]:
    """Yield the texts between children, each with the child before it."""
    if element.text and has_text(element.text):
        yield element.text, None
    for child in element:
        if child.tail and has_text(child.tail):
            yield child.tail, child


def mixed_among(
    wrappers: Sequence[Element], children: Sequence[_Element], schema: Schema
) -> list[Element]:
    """Return the wrappers that may hold text, if there is one beside the children."""
    found = [w for w in wrappers if _is_mixed(w, schema)]
    return found if found and any(texts_beside(children)) else []


def texts_beside(children: Sequence[_Element]) -> Iterator[Place]:
    """Yield where text stands right before, between and behind children in a row."""
    first = children[0]
    before, parent = first.getprevious(), first.getparent()
    if before is not None:
        if has_text(before.tail):
            yield tail_of(before)
    elif parent is not None and has_text(parent.text):
        yield value_of(parent)
    yield from (tail_of(child) for child in children if has_text(child.tail))


def _is_mixed(wrapper: Element, schema: Schema) -> bool:
    found = schema.complex_type(wrapper)
    return found is not None and found.mixed
