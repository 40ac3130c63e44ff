"""How often elements may stand in a content, however its groups are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Group
from ctct_lint.schema.components.held import concrete

if TYPE_CHECKING:
    from collections.abc import Container

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle


def most_of(
    names: Container[str] | None, content: Particle, components: Components
) -> int | None:
    """Return how many children of some local names may stand there together.

    None for any number. Without names it is all that the content names.
    """
    once = _in_one(names, content, components)
    if not once:
        return once
    return None if content.most is None else once * content.most


def _in_one(
    names: Container[str] | None, content: Particle, components: Components
) -> int | None:
    """Return how many may stand in a particle that occurs once."""
    term = content.term
    if isinstance(term, int):
        declared = components.elements[term]
        if names is None:
            return 1
        found = concrete(declared, components)
        return int(any(one.local_name in names for one in found))
    if not isinstance(term, Group):
        return 0
    counts = [most_of(names, inner, components) for inner in term.particles]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts):
        return None
    return max(known, default=0) if term.kind == "choice" else sum(known)
