"""The elements of a document as a list to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.characters import visible
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.editing.outline import Node, Outline
    from ctct_lint.text.span import Span

# Editors, and what sends the list to them, call themselves for each level.
_DEEPEST = 100
_LONGEST = 40
# What people call a thing by, the best first.
_NAMING = ("name", "title", "subject", "id", "key", "ref", "href")


class Symbol(NamedTuple):
    """An element: what is shown of it, its range, that of its name, its children."""

    name: str
    detail: str
    whole: Span
    selection: Span
    children: tuple[Symbol, ...] = ()


def symbols(outline: Outline) -> tuple[Symbol, ...]:
    """Return the elements of a document, but for those that are very deep."""
    return _symbols(outline.text, outline.roots, 0)


def _symbols(text: str, nodes: Iterable[Node], depth: int) -> tuple[Symbol, ...]:
    if depth >= _DEEPEST:
        return ()
    return tuple(
        Symbol(
            node.name,
            _detail(text, node),
            node.whole,
            node.opening,
            _symbols(text, node.children, depth + 1),
        )
        for node in nodes
    )


def _detail(text: str, node: Node) -> str:
    """Return the value of an element, or what it is called by."""
    if not node.children:
        value = _short(text[slice(*node.content)])
        if value:
            return value
    called = {
        a.name.lower(): text[a.value_start : a.value_end] for a in node.attributes
    }
    for child in node.children:
        if not child.children:
            called.setdefault(child.local_name.lower(), text[slice(*child.content)])
    known = (_short(called.get(name, "")) for name in _NAMING)
    return next(filter(None, known), "")


def _short(value: str) -> str:
    value = visible(collapsed(value[: _LONGEST * 4]))
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
