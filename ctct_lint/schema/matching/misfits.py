"""How well children fit into an element that they may have lost, by what they hold.

Of elements that take children of the same names one is told from another by that: an
`item` with a `quantity` is one of `plurals`, and no row of a `string-array`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.quota import Quota
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.names import XSI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Model, Schema

# Who has looked at so many elements knows.
_MOST_COMPARED = 64
_ELEMENT, _OF_XSI = "element", f"{{{XSI}}}"


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
    known, wildcard = schema.attributes(declared)
    written = {str(name) for name in element.attrib}
    lacking = sum(a.required for name, a in known.items() if name not in written)
    if wildcard is not None:
        return lacking
    strange = written - known.keys()
    return lacking + sum(not name.startswith(_OF_XSI) for name in strange)
