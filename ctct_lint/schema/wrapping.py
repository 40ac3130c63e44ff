"""Children without the one element that would hold them: `ContactList` in `Campaign`.

The wrapper is missing once: one fault for all that belongs into it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from xmlschema.validators import XsdComplexType, XsdElement, XsdGroup

from ctct_lint.schema.matching import Missing, Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.matching import Match


@cache
def held_by(wrapper: XsdElement) -> Mapping[str, XsdElement]:
    """Return what an element may hold, by the names in Clark notation."""
    content = getattr(wrapper.type, "content", None)
    if not isinstance(wrapper.type, XsdComplexType) or not isinstance(
        content, XsdGroup
    ):
        return {}
    children = (c for c in content.iter_elements() if isinstance(c, XsdElement))
    return {child.name: child for child in children}


def is_held(child: _Element, declarations: Iterable[XsdElement]) -> bool:
    """Would one of the elements hold this child?"""
    return any(child.tag in held_by(wrapper) for wrapper in declarations)


def find_wrapped(match: Match, declarations: Sequence[XsdElement]) -> None:
    """Move what lacks its wrapper from `unknown` to `wrapped`.

    `declarations` are the elements that may stand in the parent. Where one that
    would hold the child is there already, only a required one can be missing.
    """
    there = {d.name for _, d in (*match.matched, *match.renamed) if d.name}
    absent = [d for d in declarations if d.name not in there]
    present = [d for d in declarations if d.name in there]
    required = {m.name for m in match.missing}
    wrapped: list[Wrapped] = []
    for child in match.unknown:
        known = next((w for w in wrapped if _takes(w, child)), None)
        if known is not None:
            known.children.append(child)
            continue
        candidates = [d for d in absent if child.tag in held_by(d)]
        if is_held(child, present):
            candidates = [d for d in candidates if d.local_name in required]
        if candidates:
            wrapped.append(Wrapped([child], candidates))
            absent.remove(candidates[0])
    match.wrapped = wrapped
    lost = {child for one in wrapped for child in one.children}
    match.unknown = [child for child in match.unknown if child not in lost]
    for one in wrapped:
        _forget_missing(match.missing, one)


def is_whole(wrapped: Wrapped, wrapper: XsdElement) -> bool:
    """Would the wrapper with these children be valid, but for what they hold?"""
    assert isinstance(wrapper.type, XsdComplexType)  # noqa: S101 - it holds elements
    attributes = wrapper.type.attributes.values()
    names = {child.tag for child in wrapped.children}
    content = wrapper.type.content
    is_optional = not isinstance(content, XsdGroup) or content.model == "choice"
    declared = {} if is_optional else held_by(wrapper)
    required = (name for name, child in declared.items() if child.min_occurs)
    return names.issuperset(required) and all(a.use != "required" for a in attributes)


def _takes(wrapped: Wrapped, child: _Element) -> bool:
    """May the child stand beside those in the same wrapper?"""
    declaration = held_by(wrapped.wrappers[0]).get(child.tag)
    if declaration is None:
        return False
    group = getattr(wrapped.wrappers[0].type, "content", None)
    repeats = declaration.max_occurs != 1 or group is None or group.max_occurs != 1
    return repeats or all(child.tag != other.tag for other in wrapped.children)


def _forget_missing(missing: list[Missing], wrapped: Wrapped) -> None:
    """Take the wrapper from what is missing; with a choice of them the first one."""
    names = [wrapper.local_name for wrapper in wrapped.wrappers]
    for one in missing:
        if one.name in names or not set(one.alternatives).isdisjoint(names):
            missing.remove(one)
            return
