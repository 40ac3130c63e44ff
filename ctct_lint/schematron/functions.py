"""Functions that a schema declares in XSLT: parameters, variables, choices, values.

A function is made of what most have: `param`, `variable`, `sequence`, `copy-of`,
`value-of`, `for-each`, `if`, `choose`, elements and texts; `grouping`, `analyzing` and
`templates` have others. It knows its parameters and the variables of the schema.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Protocol

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.lazy_value import Lazy
from ctct_lint.schematron.library import GLOBALS, KEYS
from ctct_lint.schematron.nodes import Constructed, joined
from ctct_lint.schematron.sorting import focused, ordered
from ctct_lint.schematron.trees import content_of, copied, tree_of
from ctct_lint.schematron.truth import truth
from ctct_lint.schematron.variables import Variables
from ctct_lint.schematron.xslt_values import SequenceType, as_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.schematron.model import Query
    from ctct_lint.schematron.sorting import Sort


class Instruction(Protocol):
    """One of the instructions of a function."""

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
        return [Constructed(self.text)]


class Items(NamedTuple):
    """`sequence`: the items of an expression; `copy-of`: copies of them."""

    select: Query
    are_copies: bool

    def items(self, context: Any) -> list[Any]:
        """Return the items."""
        found = list(self.select.token.select(copy(context)))
        return [copied(one, context) for one in found] if self.are_copies else found


class ValueOf(NamedTuple):
    """`value-of`: the texts of the items, with a separator."""

    select: Query
    separator: str

    def items(self, context: Any) -> list[Any]:
        """Return one text."""
        token = self.select.token
        found = token.select(copy(context))
        return [Constructed(joined(token, found, self.separator))]


class Each(NamedTuple):
    """`for-each`: what is in it, once for each item."""

    select: Query
    sorts: tuple[Sort, ...]
    body: Body

    def items(self, context: Any) -> list[Any]:
        """Return the items of all."""
        items = list(self.select.token.select(copy(context)))
        items = ordered(items, self.sorts, focused(items, context))
        return [
            item
            for inside in focused(items, context)
            for item in items_of(self.body, inside)
        ]


class Sorted(NamedTuple):
    """`perform-sort`: items in the order of their keys."""

    select: Query | None
    sorts: tuple[Sort, ...]
    body: Body

    def items(self, context: Any) -> list[Any]:
        """Return the items."""
        if self.select is None:
            items = items_of(self.body, context)
        else:
            items = list(self.select.token.select(copy(context)))
        return ordered(items, self.sorts, focused(items, context))


class Choice(NamedTuple):
    """`if` and `choose`: the first branch whose test is true; None is always so."""

    branches: tuple[tuple[Query | None, Body], ...]

    def items(self, context: Any) -> list[Any]:
        """Return the items of a branch."""
        for test, body in self.branches:
            if test is None or truth(test.token, context):
                return items_of(body, context)
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
        context.variables[self.name] = self.lazily(at)
        return []

    def lazily(self, context: Any) -> Lazy:
        """Return what it is worth, for when somebody asks."""
        return Lazy(lambda: self.value(context))

    def value(self, context: Any) -> Any:
        """Return what it is worth."""
        if self.select is not None:
            found = list(self.select.token.select(copy(context)))
        else:
            found = items_of(self.body, context)
            if self.type is None:
                found = [_written(found, context) if self.body else ""]
        return as_value(found) if self.type is None else self.type.of(found, context)


def _written(items: list[Any], context: Any) -> Any:
    """Return the value of a variable that has no type, and items in it."""
    if not items or any(isinstance(item, XPathNode) for item in items):
        return tree_of(items, context)
    return UntypedAtomic(content_of(items))


def items_of(body: Body, context: Any) -> list[Any]:
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
        found = items_of(self.body, inside)
        return as_value(found) if self.type is None else self.type.of(found, inside)
