"""`some` and `every`; those that compare texts look up which items may decide.

`some $x in //b satisfies $x/@n = @m` would compare the nodes with all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.fixed import needed_variables
from ctct_lint.schematron.hoisting import has_one_value, once
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.shared_texts import texts_of
from ctct_lint.schematron.truth import truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STEPS = frozenset({"$", "/", "@", "(name)", ":"})


class _Join(NamedTuple):
    """What is compared: of the items of a range, which is the same at all nodes.

    has_misses  does an item decide, too, of which nothing is there to compare?
    """

    range: Any
    own: Any
    free: Any
    has_misses: bool = False


def adapt_quantified(parser: Any) -> None:
    """Give a parser these expressions."""
    for symbol in ("every", "some"):
        override(parser, symbol, evaluate=_quantified, join=None, is_read=False)


def _quantified(self: Any, context: Any = None) -> bool:
    inside = needed_context(self, context).again()
    inside.variables = context.variables.copy()
    is_some = bool(self.symbol == "some")
    for _ in _deciding(self, inside):
        if truth(self[-1], inside) is is_some:
            return is_some
    return not is_some


def _deciding(self: Any, inside: Any) -> Iterator[Any]:
    """Set the variables to all values that may decide, one after another."""
    names = [str(one[0].value) for one in self[:-1:2]]
    items = _looked_up(self, names[0], inside)
    if items is None:
        # Of one range the nodes are counted where they are found; two are multiplied.
        for one in inside.iter_product([one.select for one in self[1:-1:2]], names):
            if len(names) > 1:
                inside.effort.spend()
            yield one
        return
    for item in items:
        inside.variables[names[0]] = item
        yield item


def _looked_up(self: Any, name: str, context: Any) -> Iterable[Any] | None:
    """Return the items at which the texts are equal; None if they are not known."""
    if not self.is_read:
        self.join, self.is_read = _join(self, name), True
    if self.join is None or not has_one_value(self[1], context):
        return None
    source, own, free, has_misses = self.join
    texts = texts_of(free.select(context.again()))
    asked = f"items by {id(own)}"
    index = once(source, context, asked, lambda: _index(source, own, name, context))
    if texts is None or index is None or (has_misses and not texts):
        return None
    keys = (*texts, None) if has_misses else texts
    found = (one for key in keys for one in index.get(key, ()))
    return {id(one): one for one in found}.values()


def _index(
    source: Any, own: Any, name: str, context: Any
) -> dict[str | None, list[Any]] | None:
    """Return nodes by the texts of what a path leads to; None if some are none.

    Those for which it leads nowhere are those of None.
    """
    inside = context.again()
    index: dict[str | None, list[Any]] = {}
    inside.variables = context.variables.copy()
    for item in source.select(context.again()):
        if not isinstance(item, XPathNode):
            return None
        inside.variables[name] = item
        texts = {str(one.string_value) for one in own.select(inside.again())}
        for text in texts or (None,):
            index.setdefault(text, []).append(item)
    return index


def _join(self: Any, name: str) -> _Join | None:
    """Return what decides; of `every`, it has to be what must not be.

    Where all items must have another text, those with this one decide, and those
    with none: nothing is other than nothing.
    """
    if len(self) != 3:  # noqa: PLR2004 - the variable, the range, the condition
        return None
    if self[1].symbol == "$":
        # It is the schema's, or it has many values.
        self[1].needs = tuple(needed_variables(self[1]))
    for one in _comparisons(self):
        for own, free in (one, reversed(one)):
            if _is_of(own, name) and name not in needed_variables(free):
                return _Join(self[1], own, free, one.symbol == "!=")
    return None


def _comparisons(self: Any) -> Iterator[Any]:
    """Yield the comparisons that no item can decide without, of two parts each."""
    condition = self[-1]
    parts = _parts(condition, "and")
    if self.symbol == "every" and condition.symbol == "not":
        parts = _parts(condition[0], "and")
    elif self.symbol == "every":
        yield from (one for one in _parts(condition, "or") if one.symbol == "!=")
        return
    yield from (one for one in parts if one.symbol == "=")


def _parts(token: Any, joint: str) -> Iterator[Any]:
    if token.symbol == joint or (token.symbol == "(" and len(token) == 1):
        for part in token:
            yield from _parts(part, joint)
    else:
        yield token


def _is_of(token: Any, name: str) -> bool:
    """Return whether it is a variable, or a path from there, without conditions."""
    is_plain = all(one.symbol in _STEPS for one in token.iter())
    while token.symbol == "/" and len(token):
        token = token[0]
    return is_plain and token.symbol == "$" and str(token[0].value) == name
