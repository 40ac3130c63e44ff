"""`=` of nodes and texts: is a text on both sides? No pair of them is looked at.

A rule that asks of each line whether its text is anywhere in the document, as in
`@ref = //line/@id`, would compare all with all. What such a path selects is the same
at each line, and is found once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.hoisting import once

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
    for operand in comparison.sides:
        texts = once(operand, context, "texts", partial(_selected, operand, context))
        if texts is None:
            return None
        found.append(texts)
    return not set.isdisjoint(*found) if found else None


def _sides(comparison: Any) -> list[Any]:
    """Return the operands, what is no path before what is one; none if none is."""
    operands = sorted(comparison, key=_is_path)
    return operands if _is_path(operands[-1]) else []


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


def _selected(operand: Any, context: Any) -> set[str] | None:
    return texts_of(operand.select(context.again()))


def _is_path(token: Any) -> bool:
    """May an operand have as many values as the document has nodes?"""
    if token.symbol in _UNIONS or (token.symbol == "(" and len(token) == 1):
        return any(map(_is_path, token))
    return token.symbol in _PATHS
