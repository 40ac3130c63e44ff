"""Where children without their wrapper belong: into a new one, or the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.matching.wrapper import cost_in, is_whole
from ctct_lint.schema.typed.derivation import as_named
from ctct_lint.schema.typed.xsi import names_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Term
    from ctct_lint.schema.content.match import Match, Wrapped
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema


def wrap(parent: Parent, match: Match, found: Iterable[Wrapped]) -> None:
    """Add what lacks its wrapper to `wrapped`, with where that belongs."""
    for wrapped in found:
        match.wrapped.append(wrapped)
        if parent.may("places"):
            settle(parent, wrapped)


def elements_there(
    matched: Iterable[tuple[_Element, Term]], schema: Schema
) -> set[Term]:
    """Return what children are, as it is declared and with the types that they name."""
    there = {term for _, term in matched}
    typed = (
        (child, term)
        for child, term in matched
        if isinstance(term, Element) and names_type(child)
    )
    there.update(as_named(child, term, schema) for child, term in typed)
    return there


def each_once(elements: Iterable[Element]) -> list[Element]:
    """Return elements without others that have only another type."""
    found: dict[int, Element] = {}
    for one in elements:
        found.setdefault(one.number, one)
    return list(found.values())


def settle(parent: Parent, wrapped: Wrapped) -> None:
    """Say whether a new wrapper may stand where some children do, or which has them.

    Of several wrappers those are left that may.
    """
    element, inside = parent.element, wrapped.children
    tried = [parent.cost(_around(element, inside, w)) for w in wrapped.wrappers]
    pairs = zip(wrapped.wrappers, tried, strict=True)
    best = [w for w, repairs in pairs if repairs == min(tried)]
    wrapped.wrappers[:] = each_once(best)
    wrapped.fits = min(tried) <= parent.cost(_around(element, inside, None))
    wrapped.home = _home(wrapped, parent.schema)


def is_before(child: _Element, wrapper: Element, schema: Schema) -> bool:
    """Is the element right before a child such a wrapper, also by its type?"""
    before = child.getprevious()
    if before is None or before.tag != wrapper.name:
        return False
    return as_named(before, wrapper, schema) == wrapper


def _around(
    parent: _Element, children: Sequence[_Element], wrapper: Element | None
) -> Iterator[_Element]:
    """Yield a parent's children, with a wrapper in the place of some, or without."""
    inside = frozenset(children)
    for child in parent:
        if child is children[0] and wrapper is not None:
            yield etree.Element(wrapper.name)
        if child not in inside:
            yield child


def _home(wrapped: Wrapped, schema: Schema) -> _Element | None:
    """Return the element right before that ends too early, if there is one.

    It is better with the children, or no worse while a new one would be.
    """
    first = wrapped.children[0]
    found = (w for w in wrapped.wrappers if is_before(first, w, schema))
    before, wrapper = first.getprevious(), next(found, None)
    if before is None or wrapper is None:
        return None
    more = _more_in(before, wrapper, wrapped, schema)
    is_new = wrapped.fits and is_whole(wrapped, wrapper, schema)
    return before if more < 0 or (more == 0 and not is_new) else None


def is_needed(wrapped: Wrapped, schema: Schema) -> bool:
    """Say whether the element that ends too early lacks what stands behind it."""
    home = wrapped.home
    return home is not None and any(
        _more_in(home, one, wrapped, schema) < 0
        for one in wrapped.wrappers
        if one.name == home.tag
    )


def _more_in(home: _Element, of: Element, wrapped: Wrapped, schema: Schema) -> int:
    """Return how many more repairs a wrapper needs with children that have left it."""
    inside = cost_in(of, list(home), schema)
    return cost_in(of, [*home, *wrapped.meant], schema) - inside
