"""Texts beside children that have lost their wrapper: `Hi <b>all</b>` of a `p`.

A wrapper that may hold text among its elements has lost that as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import tail_of, value_of
from ctct_lint.schema.names import has_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema


def mixed_among(
    wrappers: Sequence[Element], children: Sequence[_Element], schema: Schema
) -> list[Element]:
    """Return the wrappers that may hold text, if there is one beside the children."""
    found = [w for w in wrappers if _is_mixed(w, schema)]
    return found if found and any(texts_beside(children)) else []


def texts_beside(children: Sequence[_Element]) -> Iterator[Place]:
    """Yield where text stands right before, between and behind children in a row."""
    first = children[0]
    before, parent = first.getprevious(), first.getparent()
    if before is not None:
        if has_text(before.tail):
            yield tail_of(before)
    elif parent is not None and has_text(parent.text):
        yield value_of(parent)
    yield from (tail_of(child) for child in children if has_text(child.tail))


def _is_mixed(wrapper: Element, schema: Schema) -> bool:
    found = schema.complex_type(wrapper)
    return found is not None and found.mixed
