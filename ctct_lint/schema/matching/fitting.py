"""May what an element holds stand in another one, and how well does it fit there?

Of elements that take children of the same names one is told from another by that: an
`item` with a `quantity` is one of `plurals`, and no row of a `string-array`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ctct_lint.model.quota import Quota
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.names import XSI, has_text
from ctct_lint.schema.typed.abstract import takes_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Model, Schema

_Any = TypeVar("_Any")
# Who has looked at so many elements knows.
_MOST_COMPARED = 64
_ELEMENT, _OF_XSI = "element", f"{{{XSI}}}"


def is_strange(child: _Element, schema: Schema) -> bool:
    """Say whether the schema has no element of its name, wherever that may stand."""
    return child.tag not in schema.homes and schema.root(child.tag) is None


def says(child: _Element) -> bool:
    """Has it anything that tells what it may be meant for?"""
    return len(child) > 0 or has_text(child.text) or bool(own_attributes(child))


def own_attributes(child: _Element) -> list[str]:
    """Return the names of an element's attributes, but for those of `xsi`."""
    return [name for name in map(str, child.attrib) if not name.startswith(_OF_XSI)]


def may_be(child: _Element, meant: Element, schema: Schema) -> bool:
    """May what the child holds stand in an element that it may be meant for?"""
    # What a wildcard lets in tells nothing.
    named = schema.attributes(meant).named
    if any(name not in named for name in own_attributes(child)):
        return False
    if len(child):
        return holds_most(child, meant, schema)
    return not has_text(child.text) or takes_text(child, meant, schema)


def holds_most(child: _Element, meant: Element, schema: Schema) -> bool:
    """Would another element hold more than half of what a child holds?"""
    held = schema.held_by(meant)
    return 2 * sum(inner.tag in held for inner in child) > len(child)


def cheapest(options: Sequence[_Any], cost: Callable[[_Any], object]) -> list[_Any]:
    """Return those of some options that cost least, in their order."""
    costs: Any = [cost(one) for one in options]
    least = min(costs, default=None)
    return [one for one, found in zip(options, costs, strict=True) if found == least]


def misfits(children: Iterable[_Element], wrapper: Element, schema: Schema) -> int:
    """Return how much of what children hold has no place there, or lacks."""
    quota, count = Quota(_MOST_COMPARED), 0
    todo = [(child, wrapper) for child in children]
    while todo and quota.takes(_ELEMENT):
        child, holder = todo.pop()
        declared = schema.held_by(holder).get(str(child.tag))
        if declared is not None:
            count += _of_attributes(child, declared, schema)
            todo += ((inner, declared) for inner in child)
        else:
            model = schema.model(holder)
            count += model is not None and not has_place_for(model, str(child.tag))
    return count


def has_place_for(model: Model, name: str) -> bool:
    """Has a model a place for an element of a name, if only by a wildcard?"""
    if not isinstance(model, FreeModel):
        return bool(model.places(name))
    return name in model.slots or any(w.matches(name) for w in model.wildcards)


def _of_attributes(element: _Element, declared: Element, schema: Schema) -> int:
    lacking = sum(n not in element.attrib for n in schema.required_attributes(declared))
    named, wildcard = schema.attributes(declared)
    if wildcard is not None:
        return lacking
    return lacking + sum(name not in named for name in own_attributes(element))
