"""`xsl:for-each-group`: what is in it, for each group; XSLT 2.0, section 14."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.equality import key_of
from ctct_lint.schematron.functions import items_of
from ctct_lint.schematron.library import GROUP, GROUPING_KEY
from ctct_lint.schematron.sorting import focused, ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schematron.functions import Body
    from ctct_lint.schematron.model import Query
    from ctct_lint.schematron.sorting import Sort


class Keyed(NamedTuple):
    """An item with a value of its key, and what equal values have in common."""

    item: Any
    value: Any
    key: Any


class Groups(NamedTuple):
    """The instruction.

    is_adjacent  does a group end where the key changes?
    """

    select: Query
    key: Query
    is_adjacent: bool
    sorts: tuple[Sort, ...]
    body: Body

    def items(self, context: Any) -> list[Any]:
        """Return the items of all groups."""
        groups = self._groups(context)
        groups = ordered(groups, self.sorts, _inside(groups, context))
        return [
            item
            for inside in _inside(groups, context)
            for item in items_of(self.body, inside)
        ]

    def _groups(self, context: Any) -> list[list[Keyed]]:
        found = list(self._keyed(context))
        if self.is_adjacent:
            return [list(run) for _, run in groupby(found, lambda one: one.key)]
        groups: dict[Any, list[Keyed]] = {}
        for one in found:
            groups.setdefault(one.key, []).append(one)
        return list(groups.values())

    def _keyed(self, context: Any) -> Iterator[Keyed]:
        token = self.key.token
        for inside in focused(list(self.select.token.select(context)), context):
            values = list(token.atomization(inside))
            if self.is_adjacent and len(values) != 1:
                raise ElementPathError(f"`{self.key.text}` has not one value")
            # An item is in a group once, whatever its values are.
            by_key = {key_of(value): value for value in reversed(values)}
            for key in dict.fromkeys(map(key_of, values)):
                yield Keyed(inside.item, by_key[key], key)


def _inside(groups: list[list[Keyed]], context: Any) -> Iterator[Any]:
    """Yield the context of each group: its first item is the focus."""
    firsts = [group[0].item for group in groups]
    for group, inside in zip(groups, focused(firsts, context), strict=True):
        inside.variables[GROUP] = [one.item for one in group]
        inside.variables[GROUPING_KEY] = group[0].value
        yield inside
