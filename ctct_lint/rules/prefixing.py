"""Words for a prefix in place of a default namespace that holds for too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.rules.base import Proposal
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from ctct_lint.model.fault import Fault

_ROOM = 80


def prefixing(fault: Fault) -> str:
    """Return the title of a fix that gives a prefix to what needs one.

    The fault's `detail` has lines: the name or the start tag that is written, the
    declaration elsewhere, and the one that goes; of the latter each may lack.
    """
    name, new, old = (*fault.detail.split("\n"), "", "")[:3]
    also = f" and {quoted(new, _ROOM)}" if new else ""
    without = f", without {quoted(old, _ROOM)}" if old else ""
    return f"write {quoted(name, _ROOM)}{also}{without}"


def prefixed(fault: Fault, title: str, *, is_safe: bool = True) -> tuple[Proposal, ...]:
    """Return that fix: names are written as they are, whatever prefix the tree has."""
    level = Applicability.SAFE if is_safe else Applicability.UNSAFE
    edits = tuple((at, (new,)) for at, new in fault.edits)
    return (Proposal(title, edits, level),)
