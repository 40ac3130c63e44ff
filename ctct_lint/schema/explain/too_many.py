"""Children that stand too often, and how many may where that is more than one.

Those in a row that are wrong for one reason belong together.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ctct_lint.schema.components.held import stands_together
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.names import children, local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Duplicate, Misplaced
    from ctct_lint.schema.schema import Schema

# What begins the detail of a fault of one too many.
MOST = "most"


class TooMany:
    """Counts the children of one parent, as soon as somebody asks."""

    def __init__(self, parent: _Element, declaration: Element, schema: Schema) -> None:
        self._parent = parent
        self._declaration = declaration
        self._schema = schema
        # Of a wide parent each child asks the same.
        self.detail = cache(self._detail)
        self.is_group = cache(self._is_group)

    def _detail(self, name: str, among: tuple[str, ...]) -> str:
        """Return `most`, how many may stand there, how many do, and their names.

        They are those of a name, or of all in the choice that offers it: `among`. It is
        "" where only one may, and `most` alone where more may but not in this place.
        """
        may_repeat = False
        for names in dict.fromkeys(((name,), among)):
            most = self._schema.most_of(self._declaration, names)
            count = sum(self._counts[name] for name in names)
            if most is not None and most < count:
                counted = (MOST, str(most), str(count), *names)
                return " ".join(counted) if most > 1 else ""
            may_repeat |= most is None or most > 1
        # Where the order is free, only facts can say that there is one too many.
        return MOST if may_repeat and not self.is_free else ""

    @cached_property
    def is_free(self) -> bool:
        """May the children stand in any order?"""
        return isinstance(self._schema.model(self._declaration), FreeModel)

    def _is_group(self, names: tuple[str, ...]) -> bool:
        """Are children of some names a group that stands too often as a whole?"""
        of_type = self._schema.complex_type(self._declaration)
        content = None if of_type is None else of_type.content
        counted = {tuple(self.detail(name, ()).split()[1:]) for name in names}
        alike = {numbers[:2] for numbers in counted}
        is_other = len(alike) > 1 or () in alike or len(counted) < len(names)
        if content is None or is_other:
            return False
        (most, _), *_ = alike
        return stands_together(names, int(most), content, self._schema.components)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(map(local_name, children(self._parent)))


def rows_of_doubles(
    duplicates: Iterable[Duplicate],
    is_single: Callable[[Duplicate], bool],
    is_group: Callable[[tuple[str, ...]], bool],
) -> Iterator[list[Duplicate]]:
    """Yield duplicates, with those behind them that are a copy of the same row.

    In `from to from to` the second two are one row, as the first two are. `is_single`
    says of what may stand several times that it is none of a row, unless `is_group`
    says that what has these names stands too often together.
    """
    row: list[Duplicate] = []

    def goes_on(one: Duplicate) -> bool:
        last = row[-1]
        if not _follows(one.child, last.child):
            return False
        if is_single(one) or is_single(last):
            return is_group(tuple(local_name(each.child) for each in (*row, one)))
        return _follows(one.first, last.first)

    for one in duplicates:
        if row and not goes_on(one):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def rows_of_excluded(misplaced: Iterable[Misplaced]) -> Iterator[list[Misplaced]]:
    """Yield the misplaced, each with the others that the same element excludes.

    They follow it, or have the name of one that does: it is one decision for all.
    """
    rows: list[list[Misplaced]] = []
    excluded: dict[tuple[str, str], list[Misplaced]] = {}
    for one in misplaced:
        key = one.instead, one.child.tag
        row = excluded.get(key) if one.is_excluded else None
        if row is None and one.is_excluded and rows and _is_next(one, rows[-1][-1]):
            row = rows[-1]
        if row is None:
            row = []
            rows.append(row)
        row.append(one)
        if one.is_excluded:
            excluded[key] = row
    yield from rows


def _is_next(one: Misplaced, last: Misplaced) -> bool:
    """Say whether it follows another one that the same element excludes."""
    is_other = last.is_excluded and one.instead == last.instead
    return is_other and _follows(one.child, last.child)


def _follows(child: _Element, before: _Element) -> bool:
    return child.getprevious() is before
