"""What a wrapper takes: may children stand in it, are they all that it needs?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Group
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.matching.interleave import match_free
from ctct_lint.schema.matching.sequence import match_ordered
from ctct_lint.schema.names import local_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.content import Particle
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match, Wrapped
    from ctct_lint.schema.matching.compared import Compared
    from ctct_lint.schema.schema import Model, Schema

# So many rows of so few children are remembered with what they cost in a wrapper.
_MOST_REMEMBERED, _FEW = 1_000, 8


def cost_in(wrapper: Element, children: Sequence[_Element], schema: Schema) -> int:
    """Return how many repairs some children would need in a wrapper."""
    model = schema.model(wrapper)
    assert model is not None  # noqa: S101 - it holds elements
    tags = tuple(str(child.tag) for child in children[: _FEW + 1])
    if len(tags) > _FEW or not all(tag in model.declared for tag in tags):
        return match_children(children, model).cost
    # Of children that are known nothing but their names counts.
    if tags not in model.costs:
        if len(model.costs) >= _MOST_REMEMBERED:
            model.costs.clear()
        model.costs[tags] = match_children(children, model).cost
    return model.costs[tags]


def lacking_in(
    wrapper: Element, children: Sequence[_Element], schema: Schema
) -> list[str]:
    """Return the names of what lacks in a wrapper that holds some children alone.

    Of several that would do none is named.
    """
    model = schema.model(wrapper)
    assert model is not None  # noqa: S101 - it holds elements
    lacking = match_children(children, model).missing
    return [missing.name for missing in lacking if not missing.alternatives]


def match_children(
    children: Iterable[_Element],
    model: Model,
    operation: str = "",
    compared: Compared | None = None,
) -> Match:
    """Match children with a model of any kind; see `match_free`, `match_ordered`."""
    if isinstance(model, FreeModel):
        return match_free(children, model, operation, compared)
    return match_ordered(children, model, compared)


def is_whole(wrapped: Wrapped, wrapper: Element, schema: Schema) -> bool:
    """Would the wrapper with these children be valid, but for what they hold?"""
    found = schema.complex_type(wrapper)
    if found is None or schema.required_attributes(wrapper):
        return False
    names = {child.tag for child in wrapped.meant}
    has_all = names.issuperset(_required(found.content, schema))
    return has_all and not cost_in(wrapper, wrapped.meant, schema)


def declared_in(wrapped: Wrapped, schema: Schema) -> list[tuple[_Element, Element]]:
    """Return what lacks its wrapper, with what it is declared as in there."""
    held = schema.held_by(wrapped.wrappers[0])
    pairs = zip(wrapped.children, wrapped.meant, strict=True)
    return [(child, held[m.tag]) for child, m in pairs if m.tag in held]


def takes(
    wrapper: Element, children: Sequence[_Element], child: _Element, schema: Schema
) -> bool:
    """May the child stand beside some others in the same wrapper?"""
    if child.tag not in schema.held_by(wrapper):
        return False
    if all(child.tag != other.tag for other in children):
        return True
    return may_repeat(wrapper, child.tag, schema)


def may_repeat(wrapper: Element, name: str, schema: Schema) -> bool:
    """May an element of a name stand more than once in a wrapper?"""
    most = schema.most_of(wrapper, (local_of(name),))
    return most is None or most > 1


def _required(content: Particle | None, schema: Schema) -> list[str]:
    """Return the names that a content in any order needs, whatever facts say."""
    group = None if content is None else content.term
    if not isinstance(group, Group) or group.kind != "all":
        return []
    elements = schema.components.elements
    terms = (particle.term for particle in group.particles if particle.least)
    return [elements[term].name for term in terms if isinstance(term, int)]
