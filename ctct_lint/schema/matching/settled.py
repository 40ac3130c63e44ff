"""Where children without their wrapper belong: into a new one, or the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.matching.wrapper import around, cost_in, is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Wrapped
    from ctct_lint.schema.schema import Schema

    Cost = Callable[[Iterable[_Element]], int]


def settle(parent: _Element, wrapped: Wrapped, cost: Cost, schema: Schema) -> None:
    """Say whether a new wrapper may stand where some children do, or which has them.

    Of several wrappers those are left that may. `cost` is how many repairs children
    of the parent would need.
    """
    tried = [cost(around(parent, wrapped.children, w)) for w in wrapped.wrappers]
    pairs = zip(wrapped.wrappers, tried, strict=True)
    wrapped.wrappers[:] = [w for w, repairs in pairs if repairs == min(tried)]
    wrapped.fits = min(tried) <= cost(around(parent, wrapped.children, None))
    wrapped.home = _home(wrapped, schema)


def _home(wrapped: Wrapped, schema: Schema) -> _Element | None:
    """Return the element right before that ends too early, if there is one.

    It is better with the children, or no worse while a new one would be.
    """
    first = wrapped.children[0]
    before = first.getprevious()
    own = (w for w in wrapped.wrappers if before is not None and before.tag == w.name)
    wrapper = next(own, None)
    if before is None or wrapper is None:
        return None
    inside = cost_in(wrapper, list(before), schema)
    more = cost_in(wrapper, [*before, *wrapped.meant], schema) - inside
    is_new = wrapped.fits and is_whole(wrapped, wrapper, schema)
    return before if more < 0 or (more == 0 and not is_new) else None
