"""Which children of a content may stand behind which others, in whatever distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.content import Group
from ctct_lint.schema.components.held import elements_in, wildcards_in

if TYPE_CHECKING:
    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle


class Order(NamedTuple):
    """Two children, by their local names: `child` stands behind `before`."""

    before: str
    child: str
    components: Components

    def is_allowed(self, particle: Particle) -> bool:
        """Tell whether they may stand so in a content."""
        group = particle.term
        names = self.before, self.child
        if particle.most != 1 and all(self._is_in(particle, name) for name in names):
            return True
        if not isinstance(group, Group):
            return False
        inner = group.particles
        return self._is_across(group) or any(map(self.is_allowed, inner))

    def _is_across(self, group: Group) -> bool:
        """Tell whether one part of a group may hold the first, and one the other."""
        parts = list(enumerate(group.particles))
        first = [n for n, part in parts if self._is_in(part, self.before)]
        other = [n for n, part in parts if self._is_in(part, self.child)]
        if group.kind == "choice" or not (first and other):
            return False
        return first[0] < other[-1] or (group.kind == "all" and first != other)

    def _is_in(self, particle: Particle, name: str) -> bool:
        """Tell whether a content may hold a child; a wildcard may let it in."""
        held = elements_in(particle, self.components)
        is_held = any(element.local_name == name for element in held)
        return is_held or any(True for _ in wildcards_in(particle))
