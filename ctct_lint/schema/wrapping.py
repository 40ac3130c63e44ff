"""Children without the one element that would hold them: `ContactList` in `Campaign`.

The wrapper is missing once: one fault for all that belongs into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components import Group
from ctct_lint.schema.matching import Missing, Wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components import Element, Particle
    from ctct_lint.schema.matching import Match
    from ctct_lint.schema.schema import Schema


def find_wrapped(match: Match, declarations: Sequence[Element], schema: Schema) -> None:
    """Move what lacks its wrapper from `unknown` to `wrapped`.

    `declarations` are the elements that may stand in the parent. Where one that
    would hold the child is there already, only a required one can be missing.
    """
    there = {term for _, term in (*match.matched, *match.renamed)}
    required = {m.name for m in match.missing}
    absent = [d for d in declarations if d not in there]
    wrapped: list[Wrapped] = []
    holding = {
        tag: [d for d in declarations if tag in schema.held_by(d)]
        for tag in {child.tag for child in match.unknown}
    }
    for child in match.unknown:
        holders = holding[child.tag]
        if not holders:
            continue
        known = next((w for w in wrapped if _takes(w, child, schema)), None)
        if known is not None:
            known.children.append(child)
            continue
        candidates = [d for d in holders if d in absent]
        if any(d in there for d in holders):
            candidates = [d for d in candidates if d.local_name in required]
        if candidates:
            wrapped.append(Wrapped([child], candidates))
            absent.remove(candidates[0])
    if not wrapped:
        return
    match.wrapped = wrapped
    lost = {child for one in wrapped for child in one.children}
    match.unknown = [child for child in match.unknown if child not in lost]
    for one in wrapped:
        _forget_missing(match.missing, one)


def is_whole(wrapped: Wrapped, wrapper: Element, schema: Schema) -> bool:
    """Would the wrapper with these children be valid, but for what they hold?"""
    names = {child.tag for child in wrapped.children}
    found = schema.complex_type(wrapper)
    assert found is not None  # noqa: S101 - it holds elements
    required = _required(_content(wrapper, schema), schema)
    return names.issuperset(required) and not any(a.required for a in found.attributes)


def _required(content: Particle, schema: Schema) -> list[str]:
    """Return the names of the elements that a content model cannot do without."""
    group = content.term
    if not isinstance(group, Group) or group.kind == "choice" or not content.least:
        return []
    elements = schema.components.elements
    terms = (particle.term for particle in group.particles if particle.least)
    return [elements[term].name for term in terms if isinstance(term, int)]


def _takes(wrapped: Wrapped, child: _Element, schema: Schema) -> bool:
    """May the child stand beside those in the same wrapper?"""
    wrapper = wrapped.wrappers[0]
    if child.tag not in schema.held_by(wrapper):
        return False
    if all(child.tag != other.tag for other in wrapped.children):
        return True
    return _repeats(_content(wrapper, schema), child.tag, schema)


def _content(wrapper: Element, schema: Schema) -> Particle:
    found = schema.complex_type(wrapper)
    assert found is not None  # noqa: S101 - it holds elements
    assert found.content is not None  # noqa: S101 - it holds elements
    return found.content


def _repeats(
    particle: Particle, name: str, schema: Schema, *, again: bool = False
) -> bool:
    """May an element stand more than once? `again`: what it stands in may."""
    term, again = particle.term, again or particle.most != 1
    if isinstance(term, Group):
        return any(_repeats(p, name, schema, again=again) for p in term.particles)
    if not again or not isinstance(term, int):
        return False
    return schema.components.elements[term].name == name


def _forget_missing(missing: list[Missing], wrapped: Wrapped) -> None:
    """Take the wrapper from what is missing; with a choice of them the first one."""
    names = [wrapper.local_name for wrapper in wrapped.wrappers]
    for one in missing:
        if one.name in names or not set(one.alternatives).isdisjoint(names):
            missing.remove(one)
            return
