"""What elements near by lack: `Subject` beside the `Campaign` that has none.

A payload declares its namespace, so what has slipped out of it is in another one: the
local names are compared.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema

# So many elements near by are looked at, and children of each.
_MOST = 8


def lacking_near(parent: _Element, schema: Schema) -> dict[str, _Element]:
    """Return by their local names what the schema's global elements near by lack.

    These are those above the parent, its children and theirs. What may hold its like
    does not lack that.
    """
    found: dict[str, _Element] = {}
    for element in _near(parent):
        declaration = schema.root(element.tag)
        if declaration is None:
            continue
        present = {child.tag for child in element}
        for name in schema.held_by(declaration):
            if name not in present and name != element.tag:
                found.setdefault(name.rpartition("}")[2], element)
    return found


def _near(parent: _Element) -> Iterator[_Element]:
    yield from islice(parent.iterancestors(), _MOST)
    for child in islice(parent, _MOST):
        yield child
        yield from islice(child, _MOST)
