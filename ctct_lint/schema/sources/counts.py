"""How often each element may stand in content, at least and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import local_name
from ctct_lint.schema.sources.particles import GROUPS, content_of, name_in, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.sources.declared import File
    from ctct_lint.schema.sources.particles import Globals, Name

    Counts = dict[Name, tuple[float, float]]

_DEEPEST = 50


def counts_of(
    particle: _Element, file: File, known: Globals, depth: int = 0
) -> Counts | None:
    """Return the least and the greatest number of each element; None if not known.

    Wildcards let in anything, and of groups that hold themselves there is no end.
    """
    kind = local_name(particle)
    found: Counts | None = None
    if kind == "element":
        found = {_name(particle, file): (1, 1)}
    elif kind == "group" and depth < _DEEPEST:
        group = known.named(particle, "ref", "group")
        found = None if group is None else _of_named(*group, known, depth)
    elif kind in GROUPS and depth < _DEEPEST:
        found = _of_group(particle, file, known, depth)
    return None if found is None else _repeated(found, particle)


def _of_named(
    definition: _Element, file: File, known: Globals, depth: int
) -> Counts | None:
    content = content_of(definition)
    return {} if content is None else counts_of(content, file, known, depth + 1)


def _of_group(group: _Element, file: File, known: Globals, depth: int) -> Counts | None:
    parts: list[Counts] = []
    for child in group:
        if not isinstance(child.tag, str) or local_name(child) == "annotation":
            continue
        part = counts_of(child, file, known, depth + 1)
        if part is None:
            return None
        parts.append(part)
    if local_name(group) != "choice":
        return _sum(parts)
    # A choice of nothing is never right.
    return _either(parts) if parts else None


def _name(element: _Element, file: File) -> Name:
    written = element.get("ref")
    return name_of(element, file) if written is None else name_in(element, written)


def _sum(parts: Sequence[Counts]) -> Counts:
    found: Counts = {}
    for part in parts:
        for name, (least, most) in part.items():
            before = found.get(name, (0, 0))
            found[name] = before[0] + least, before[1] + most
    return found


def _either(parts: Sequence[Counts]) -> Counts:
    names = dict.fromkeys(name for part in parts for name in part)
    ways = {name: [part.get(name, (0, 0)) for part in parts] for name in names}
    return {
        name: (min(least for least, _ in way), max(most for _, most in way))
        for name, way in ways.items()
    }


def _repeated(counts: Counts, particle: _Element) -> Counts:
    least, most = particle.get("minOccurs", "1"), particle.get("maxOccurs", "1")
    fewest = int(least)
    greatest = float("inf") if most.strip() == "unbounded" else int(most)
    if not greatest:
        return {}
    return {
        name: (low * fewest, high * greatest if high else 0)
        for name, (low, high) in counts.items()
    }
