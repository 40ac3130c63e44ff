"""Children without the one element that would hold them: `ContactList` in `Campaign`.

The wrapper is missing once: one fault for all that belongs into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components import Group
from ctct_lint.schema.free_model import FreeModel
from ctct_lint.schema.interleave import match_free
from ctct_lint.schema.matching import Missing, Wrapped
from ctct_lint.schema.misfits import misfits
from ctct_lint.schema.sequence import match_ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components import Element, Particle
    from ctct_lint.schema.matching import Match
    from ctct_lint.schema.schema import Schema


def find_wrapped(match: Match, declarations: Sequence[Element], schema: Schema) -> None:
    """Move what lacks its wrapper from `unknown` to `wrapped`.

    `declarations` are the elements that may stand in the parent. Where one that
    would hold the child is there already, only a required one can be missing, or one
    that has lost its tags round several.
    """
    there = {term for _, term in (*match.matched, *match.renamed)}
    required = {m.name for m in match.missing}
    absent = [d for d in declarations if d not in there]
    holding = {
        tag: [d for d in declarations if tag in schema.held_by(d)]
        for tag in {child.tag for child in match.unknown}
    }
    wrapped = list(_runs(match.unknown, holding, schema))
    for run in wrapped:
        # One that is there has no need of them while another one is missing.
        missing = [w for w in run.wrappers if w in absent and w.local_name in required]
        run.wrappers[:] = missing or run.wrappers
    in_runs = {child for run in wrapped for child in run.children}
    absent = [d for d in absent if all(d is not run.wrappers[0] for run in wrapped)]
    for child in match.unknown:
        holders = holding[child.tag]
        if not holders or child in in_runs:
            continue
        taking = (
            w for w in wrapped if _takes(w.wrappers[0], w.children, child, schema)
        )
        known = next(taking, None)
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
    for one in wrapped:
        one.is_there = any(wrapper in there for wrapper in one.wrappers)
        _forget_missing(match.missing, one)
        _with_duplicates(one, match, schema)
    match.wrapped = wrapped
    lost = {child for one in wrapped for child in one.children}
    match.unknown = [child for child in match.unknown if child not in lost]


def _runs(
    strangers: Iterable[_Element],
    holding: Mapping[str, Sequence[Element]],
    schema: Schema,
) -> Iterator[Wrapped]:
    """Yield siblings in a row that belong into the same element, though one is there.

    Its tags have been lost, or it ends before them.
    """
    run = Wrapped([], [])
    for child in strangers:
        follows = run.children and child.getprevious() is run.children[-1]
        if follows and _join(run, child, schema):
            continue
        yield from _best(run, schema)
        run = Wrapped([child], list(holding[child.tag]))
    yield from _best(run, schema)


def _best(run: Wrapped, schema: Schema) -> Iterator[Wrapped]:
    """Yield a run of more than one with the wrappers that it fits into best."""
    if len(run.children) > 1:
        costs = [
            (
                cost_in(wrapper, run.children, schema),
                misfits(run.children, wrapper, schema),
            )
            for wrapper in run.wrappers
        ]
        best = (w for w, c in zip(run.wrappers, costs, strict=True) if c == min(costs))
        yield Wrapped(run.children, list(best))


def cost_in(wrapper: Element, children: Sequence[_Element], schema: Schema) -> int:
    """Return how many repairs some children would need in a wrapper."""
    model = schema.model(wrapper)
    if isinstance(model, FreeModel):
        return match_free(children, model, "").cost
    assert model is not None  # noqa: S101 - it holds elements
    return match_ordered(children, model).cost


def _join(run: Wrapped, child: _Element, schema: Schema) -> bool:
    """Add a child to a run, if one of the wrappers takes them all."""
    fitting = [w for w in run.wrappers if _takes(w, run.children, child, schema)]
    if fitting:
        run.children.append(child)
        run.wrappers[:] = fitting
    return bool(fitting)


def _with_duplicates(wrapped: Wrapped, match: Match, schema: Schema) -> None:
    """Add the duplicates beside those that lack a wrapper which belong into it."""
    doubles = {d.child: d for d in match.duplicates if not d.is_earlier}
    children, wrapper = wrapped.children, wrapped.wrappers[0]

    def join(place: int, child: _Element | None) -> bool:
        if child not in doubles or not _takes(wrapper, children, child, schema):
            return False
        children.insert(place, child)
        match.duplicates.remove(doubles[child])
        return True

    while join(0, children[0].getprevious()):
        pass
    for place, child in enumerate(children, 1):  # grows while it is walked
        join(place, child.getnext())


def is_whole(wrapped: Wrapped, wrapper: Element, schema: Schema) -> bool:
    """Would the wrapper with these children be valid, but for what they hold?"""
    found = schema.complex_type(wrapper)
    assert found is not None  # noqa: S101 - it holds elements
    if any(attribute.required for attribute in found.attributes):
        return False
    names = {child.tag for child in wrapped.children}
    if not names.issuperset(_required(found.content, schema)):
        return False
    return not cost_in(wrapper, wrapped.children, schema)


def _required(content: Particle | None, schema: Schema) -> list[str]:
    """Return the names that a content in any order needs, whatever facts say."""
    group = None if content is None else content.term
    if not isinstance(group, Group) or group.kind != "all":
        return []
    elements = schema.components.elements
    terms = (particle.term for particle in group.particles if particle.least)
    return [elements[term].name for term in terms if isinstance(term, int)]


def _takes(
    wrapper: Element, children: Sequence[_Element], child: _Element, schema: Schema
) -> bool:
    """May the child stand beside some others in the same wrapper?"""
    if child.tag not in schema.held_by(wrapper):
        return False
    if all(child.tag != other.tag for other in children):
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
    declared = schema.components.elements[term]
    return any(one.name == name for one in schema.concrete(declared))


def _forget_missing(missing: list[Missing], wrapped: Wrapped) -> None:
    """Take the wrapper from what is missing; with a choice of them the first one."""
    names = [wrapper.local_name for wrapper in wrapped.wrappers]
    for one in missing:
        if one.name in names or not set(one.alternatives).isdisjoint(names):
            missing.remove(one)
            return
