"""Functions that a schema declares in XSLT: parameters, variables, choices, values.

A function is made of what most have: `param`, `variable`, `sequence`, `copy-of`,
`value-of`, `for-each`, `if`, `choose`, elements and texts. It knows its parameters and
the variables of the schema.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Protocol

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.lazy_value import Lazy
from ctct_lint.schematron.library import CURRENT, GLOBALS, KEYS
from ctct_lint.schematron.texts import joined
from ctct_lint.schematron.trees import tree_of
from ctct_lint.schematron.variables import Variables
from ctct_lint.schematron.xslt_values import SequenceType, as_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.schematron.model import Query


class Instruction(Protocol):
    """One of the things that a function does."""

    def items(self, context: Any) -> list[Any]:
        """Return what it adds to the result; it may set a variable of the context."""
        ...


Body = tuple[Instruction, ...]


class Text(NamedTuple):
    """A text as it is written."""

    text: str

    def items(self, context: Any) -> list[Any]:
        """Return the text."""
        del context
        return [UntypedAtomic(self.text)]


class Items(NamedTuple):
    """`sequence`: the items of an expression."""

    select: Query

    def items(self, context: Any) -> list[Any]:
        """Return the items."""
        return list(self.select.token.select(copy(context)))


class ValueOf(NamedTuple):
    """`value-of`: the texts of the items, with a separator."""

    select: Query
    separator: str

    def items(self, context: Any) -> list[Any]:
        """Return one text."""
        token = self.select.token
        found = token.select(copy(context))
        return [UntypedAtomic(joined(token, found, self.separator))]


class Each(NamedTuple):
    """`for-each`: what is in it, once for each item."""

    select: Query
    body: Body

    def items(self, context: Any) -> list[Any]:
        """Return the items of all."""
        items = list(self.select.token.select(copy(context)))
        found = []
        inside = copy(context)
        inside.size = len(items)
        for inside.position, inside.item in enumerate(items, 1):
            inside.variables = context.variables.copy()
            inside.variables[CURRENT] = inside.item
            found += _items_of(self.body, inside)
        return found


class Choice(NamedTuple):
    """`if` and `choose`: the first branch whose test is true; None is always so."""

    branches: tuple[tuple[Query | None, Body], ...]

    def items(self, context: Any) -> list[Any]:
        """Return the items of a branch."""
        for test, body in self.branches:
            if test is None or test.token.boolean_value(
                test.token.select(copy(context))
            ):
                return _items_of(body, context)
        return []


class Variable(NamedTuple):
    """`variable`: what an expression is worth, or what is written in it."""

    name: str
    select: Query | None
    body: Body
    type: SequenceType | None

    def items(self, context: Any) -> list[Any]:
        """Set the variable, and add nothing."""
        at = copy(context)
        at.variables = context.variables.copy()
        context.variables[self.name] = Lazy(lambda: self.value(at))
        return []

    def value(self, context: Any) -> Any:
        """Return what it is worth."""
        if self.select is not None:
            found = list(self.select.token.select(copy(context)))
        else:
            found = _items_of(self.body, context)
            if self.type is None:
                found = [_written(found, context)]
        return as_value(found) if self.type is None else self.type.of(found, context)


def _written(items: list[Any], context: Any) -> Any:
    """Return the value of a variable that has no type, and items in it."""
    if any(isinstance(item, XPathNode) for item in items):
        return tree_of(items, context)
    return UntypedAtomic("".join(map(str, items)))


def _items_of(body: Body, context: Any) -> list[Any]:
    """Return what instructions add; the variables among them are theirs alone."""
    inside = copy(context)
    inside.variables = context.variables.copy()
    return [item for one in body for item in one.items(inside)]


class Function:
    """A function by its name; what it does is known once all names are.

    parameters  the names, each with its type
    type        of the result
    """

    def __init__(self, parameters: Sequence[tuple[str, SequenceType | None]]) -> None:
        self.parameters = parameters
        self.type: SequenceType | None = None
        self.body: Body = ()

    def call(self, values: list[list[Any]], context: Any) -> Any:
        """Return the value for some arguments; no node is the current one in it."""
        inside = copy(context)
        inside.item = None
        known = context.variables
        inside.variables = Variables(known[GLOBALS])
        inside.variables.update({KEYS: known[KEYS], GLOBALS: known[GLOBALS]})
        for (name, type_), items in zip(self.parameters, values, strict=True):
            value = as_value(items) if type_ is None else type_.of(items, inside)
            inside.variables[name] = value
        found = _items_of(self.body, inside)
        return as_value(found) if self.type is None else self.type.of(found, inside)
