"""Content models without the groups that say nothing."""

from __future__ import annotations

from ctct_lint.schema.components.content import Group, Particle


def simplified(content: Particle) -> Particle:
    """Return a content model of as few groups as will do; it is a group itself."""
    found = _simplified(content)
    if found.most == 0:
        return Particle(Group("sequence", ()))
    if isinstance(found.term, Group):
        return found
    return Particle(Group("sequence", (found,)))


def _simplified(particle: Particle) -> Particle:
    group = particle.term
    if not isinstance(group, Group):
        return particle
    inner: list[Particle] = []
    for one in map(_simplified, group.particles):
        if _says_nothing(one, group.kind):
            continue
        if _is_part_of(one, group.kind):
            assert isinstance(one.term, Group)  # noqa: S101 - of the same kind
            inner.extend(one.term.particles)
        else:
            inner.append(one)
    particle = particle._replace(term=Group(group.kind, tuple(inner)))
    if len(inner) != 1 or group.kind == "all":
        return particle
    return _without_shell(particle, inner[0])


def _says_nothing(particle: Particle, kind: str) -> bool:
    """Say whether it stands for no element, or for no choice."""
    if particle.most == 0:
        return True
    group = particle.term
    if not isinstance(group, Group) or group.particles:
        return False
    return "choice" not in {kind, group.kind}


def _is_part_of(particle: Particle, kind: str) -> bool:
    """Say whether it is a group of the same kind as the one that it stands in."""
    group = particle.term
    if not isinstance(group, Group) or group.kind != kind:
        return False
    return (particle.least, particle.most) == (1, 1)


def _without_shell(outer: Particle, inner: Particle) -> Particle:
    """Return the one part of a group with the numbers of both, if these are two."""
    if (outer.least, outer.most) == (1, 1):
        return inner
    if (inner.least, inner.most) == (1, 1):
        return inner._replace(least=outer.least, most=outer.most)
    return outer
