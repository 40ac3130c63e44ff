"""Groups of children that may stand several times: `dt` and `dd`, at most thrice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Group
from ctct_lint.schema.components.held import most_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle


def stands_together(
    names: Collection[str], most: int, content: Particle, components: Components
) -> bool:
    """Say whether a group of a content may stand so many times, with one of each name.

    names  local ones
    """
    term = content.term
    if not isinstance(term, Group) or content.most is None:
        return False
    if content.most == most and term.kind != "choice":
        once = content._replace(most=1)
        return all(most_of((name,), once, components) == 1 for name in names)
    return any(stands_together(names, most, one, components) for one in term.particles)
