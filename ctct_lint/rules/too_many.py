"""Words for a child that stands where several may, but not so many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.rules.base import Finding, guess
from ctct_lint.rules.wording import as_many, fixes_of, quoted

if TYPE_CHECKING:
    from ctct_lint.model.fault import Fault


def one_too_many(fault: Fault) -> Finding:
    """Word the fault; the fix takes the child away.

    The fault's `detail` is `most`, and behind that how many may stand there, how many
    do, and the names of both; nothing where that depends on the place. Several are
    `expected` where a whole group stands too often.
    """
    if fault.expected:
        return _group_too_many(fault)
    name, owner = quoted(fault.subject), quoted(fault.owner)
    _, *numbers = fault.detail.split()
    message = f"{name} is one too many here in {owner}"
    help_ = "remove it, or move it to where there is room for it"
    if numbers:
        most, count, *names = numbers
        start, end = f"{owner} may hold at most {most} ", ""
        if names[1:]:
            start, end = f"{start}of ", " in all"
        message = start + as_many([*map(quoted, names)], len(start + end)) + end
        help_ = f"remove {int(count) - int(most)} of these {count}"
    removed = fault.at._replace(part=Part.WHOLE)
    fix = guess(f"remove this {name}", (removed, ""))
    related = tuple((place, "the first one here") for place, _ in fault.related)
    return Finding(fault.at, message, help=(help_,), related=related, fixes=(fix,))


def _group_too_many(fault: Fault) -> Finding:
    """Word the fault of a whole group that stands too often."""
    _, most, *_ = fault.detail.split()
    start, end = f"{quoted(fault.owner)} may hold ", f" at most {most} times"
    names = as_many([*map(quoted, fault.expected)], len(start + end))
    title = f"remove these {len(fault.expected)}"
    return Finding(
        fault.at,
        start + names + end,
        help=(f"{title}, or another such group",),
        related=tuple((place, "the first of them") for place, _ in fault.related),
        fixes=fixes_of(fault, title, is_safe=False),
    )
