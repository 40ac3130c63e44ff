"""What the schema declares of the elements of an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.held import wildcards_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.editing.outline import Node
    from ctct_lint.schema.components.content import Wildcard
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema


def declared(schema: Schema, path: Sequence[Node]) -> Element | None:
    """Return the declaration of the last element of a path from the root, if any."""
    found: Element | None = None
    for number, node in enumerate(path):
        if number and found is not None:
            found = child_of(schema, found, node.tag)
        else:
            found = global_element(schema, node.tag)
    return found


def global_element(schema: Schema, tag: str) -> Element | None:
    """Return a global element by its name, or by its local name alone."""
    found = schema.root(tag)
    if found is None:
        roots = schema.components.roots
        elements = (schema.components.elements[number] for number in roots.values())
        found = _called(elements, tag)
    return found


def child_of(schema: Schema, parent: Element, tag: str) -> Element | None:
    """Return what a child is declared as, though its namespace be wrong.

    What a wildcard lets in is a global element.
    """
    held = schema.held_by(parent)
    if tag in held:
        return held[tag]
    known = _called(held.values(), tag)
    if known is None and any(w.matches(tag) for w in wildcards(schema, parent)):
        return schema.root(tag)
    return known


def wildcards(schema: Schema, element: Element) -> Iterator[Wildcard]:
    """Yield the wildcards among what an element may hold."""
    kind = schema.complex_type(element)
    if kind is not None and kind.content is not None:
        yield from wildcards_in(kind.content)


def _called(elements: Iterable[Element], tag: str) -> Element | None:
    local = tag.rpartition("}")[2]
    return next((e for e in elements if e.local_name == local), None)
