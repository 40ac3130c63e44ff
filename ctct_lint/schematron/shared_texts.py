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
from elementpath.xpath_tokens import XPathFunction

from ctct_lint.schematron.hoisting import once

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATHS = frozenset({"/", "//", "["})
_NAMES = frozenset({"(name)", "@", "."})
_NUMBERS = frozenset({"(integer)", "(decimal)", "(float)"})
_UNIONS = frozenset({"|", "union"})


def have_shared_text(comparison: Any, context: Any) -> bool | None:
    """Compare the operands of `=` by their texts.

    None where neither selects nodes, or where some are compared as something
    else: to know that, what is no path is looked at first.
    """
    if comparison.sides is None:
        comparison.sides = _sides(comparison)
    found: list[set[str]] = []
    for operand in comparison.sides:
        texts = texts_in(operand, context)
        if texts is None:
            return None
        found.append(texts)
    return not set.isdisjoint(*found) if found else None


def texts_in(operand: Any, context: Any) -> set[str] | None:
    """Return the texts of an operand, once if it has one value; None as `texts_of`."""
    find = partial(_selected, operand, context)
    return once(operand, context, "texts", find)  # type: ignore[no-any-return]


def _sides(comparison: Any) -> list[Any]:
    """Return the operands, what is no path before what is one; none if none is."""
    operands = sorted(comparison, key=_is_path)
    has_number = operands[0].symbol in _NUMBERS
    return operands if _is_path(operands[-1]) and not has_number else []


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
    if operand.symbol == "(string)":
        return {operand.value}
    return texts_of(operand.select(context.again()))


def _is_path(token: Any) -> bool:
    """Is an operand one that selects nodes, maybe as many as the document has?"""
    if token.symbol in _UNIONS or (token.symbol == "(" and len(token) == 1):
        return any(map(_is_path, token))
    if token.symbol == ":":
        return not isinstance(token[1], XPathFunction)
    return token.symbol in _PATHS | _NAMES
