"""Children in a row that are wrong for one reason: a group that stands too often."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Duplicate, Misplaced


def rows_of_doubles(
    duplicates: Iterable[Duplicate], is_single: Callable[[Duplicate], bool]
) -> Iterator[list[Duplicate]]:
    """Yield duplicates, with those behind them that are a copy of the same row.

    In `from to from to` the second two are one row, as the first two are. `is_single`
    says of what may stand several times that it is none of a row.
    """
    row: list[Duplicate] = []
    for one in duplicates:
        if row and not (
            _follows(one.child, row[-1].child)
            and _follows(one.first, row[-1].first)
            and not is_single(one)
        ):
            yield row
            row = []
        row.append(one)
        if is_single(one):
            yield row
            row = []
    if row:
        yield row


def rows_of_excluded(misplaced: Iterable[Misplaced]) -> Iterator[list[Misplaced]]:
    """Yield the misplaced, with those behind them that the same element excludes."""
    row: list[Misplaced] = []
    for one in misplaced:
        if row and not (
            one.is_excluded
            and one.instead == row[-1].instead
            and _follows(one.child, row[-1].child)
        ):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _follows(child: _Element, before: _Element) -> bool:
    return child.getprevious() is before
