"""`=` of nodes and texts: is a text on both sides? No pair of them is looked at.

A rule that asks of each line whether its text is anywhere in the document, as in
`@ref = //line/@id`, would compare all with all. What such a path selects is the same
at each line, and is found once.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.index import document_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATHS = frozenset({"/", "//", "["})
_UNIONS = frozenset({"|", "union"})


def have_shared_text(comparison: Any, context: Any) -> bool | None:
    """Compare the operands of `=` by their texts.

    None where neither may have many values, or where some are compared as something
    else: to know that, what is no path is looked at first.
    """
    if comparison.sides is None:
        comparison.sides = _sides(comparison)
    found: list[set[str]] = []
    for operand, is_fixed in comparison.sides:
        texts = (_kept if is_fixed else _selected)(operand, context)
        if texts is None:
            return None
        found.append(texts)
    return not set.isdisjoint(*found) if found else None


def _sides(comparison: Any) -> list[tuple[Any, bool]]:
    """Return the operands, and whether each has one value; none if none is a path."""
    operands = sorted(comparison, key=_is_path)
    if not _is_path(operands[-1]):
        return []
    return [(operand, _is_fixed(operand)) for operand in operands]


def texts_of(values: Iterable[Any]) -> set[str] | None:
    """Return the texts of values, None if one is compared as something else."""
    found: set[str] = set()
    for one in values:
        if isinstance(one, XPathNode):
            found.add(str(one.string_value))
        elif isinstance(one, (str, UntypedAtomic)):
            found.add(str(one))
        else:
            return None
    return found


def _kept(path: Any, context: Any) -> set[str] | None:
    """Return the texts that a path from the root selects in the document."""
    item = context.item
    if isinstance(item, XPathNode) and document_of(item) is not context.index.document:
        return _selected(path, context)
    if id(path) not in context.texts:
        context.texts[id(path)] = _selected(path, context)
    return context.texts[id(path)]  # type: ignore[no-any-return]


def _selected(operand: Any, context: Any) -> set[str] | None:
    return texts_of(operand.select(copy(context)))


def _is_path(token: Any) -> bool:
    """May an operand have as many values as the document has nodes?"""
    if token.symbol in _UNIONS or (token.symbol == "(" and len(token) == 1):
        return any(map(_is_path, token))
    return token.symbol in _PATHS


def _is_fixed(token: Any) -> bool:
    """Is it a path that selects the same wherever in a document it is evaluated?"""
    return _is_from_root(token) and not any(map(_is_varying, token.iter()))


def _is_from_root(token: Any) -> bool:
    if token.symbol in {"/", "//"} and len(token) < 2:  # noqa: PLR2004 - no left side
        return True
    if token.symbol in _UNIONS:
        return all(map(_is_from_root, token))
    is_led = token.symbol in _PATHS or (token.symbol == "(" and len(token) == 1)
    return is_led and _is_from_root(token[0])


def _is_varying(token: Any) -> bool:
    """Is it a variable, or a function that returns what is looked at now?"""
    symbol = token.symbol
    return symbol in {"$", "regex-group"} or symbol.startswith("current")
