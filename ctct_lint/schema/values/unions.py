"""Which of the types of a union a value is most likely meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.values.bounds import bound_of
from ctct_lint.schema.values.lists import ITEM, item_of, parted

if TYPE_CHECKING:
    from ctct_lint.model.place import Place
    from ctct_lint.schema.values.judge import Judge

# Of longer lists, and of more members, it is not looked for the one that is meant.
_MOST_ITEMS, _MOST_MEMBERS = 100, 20


def nearest(value: str, union: int, judge: Judge, at: Place) -> tuple[int, str] | None:
    """Return the member of a union that is most likely meant, and its refusal.

    None if a value of an enumeration is close, or if no member is nearer than others.
    """
    found = _nearest_of_others(value, union, judge, at)
    return None if found is None or judge.is_close(union, value) else found


def _nearest_of_others(
    value: str, union: int, judge: Judge, at: Place
) -> tuple[int, str] | None:
    """Return the member that refuses a value by a facet, or for its size."""
    of_others: dict[int, bool] = {}
    for member in judge.telling_members(union):
        root = judge.root(member)
        if root != member:
            # Many members restrict the same type: it is asked once.
            if root not in of_others:
                of_others[root] = judge.refusal(root, value, at.element) is not None
            if of_others[root]:
                continue
        facet = judge.refusal(member, value, at.element) or ""
        if facet not in {"", "enumeration"}:
            return member, facet
    firsts = judge.members_by_name(union).items()
    return next(((m, "") for name, m in firsts if bound_of(value, name)), None)


def nearest_list(value: str, union: int, judge: Judge, at: Place) -> int | None:
    """Return the member that is a list with the fewest items at fault, if not all are.

    Or one that is a list with other signs than blanks between its items.
    """
    members = judge.telling_members(union)
    lists = [(m, i) for m in members if (i := item_of(m, judge)) is not None]
    items = ITEM.findall(value)
    if not lists or len(items) > _MOST_ITEMS or len(lists) > _MOST_MEMBERS:
        return None
    for member, item in lists:
        if parted(value, member, item, judge):
            return member
    wrong = {
        member: sum(judge.refusal(item, one, at.element) is not None for one in items)
        for member, item in lists
    }
    best = min(wrong, key=wrong.__getitem__)
    return best if wrong[best] < len(items) else None
