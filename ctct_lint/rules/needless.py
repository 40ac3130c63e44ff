"""Signs without which the value that they stand in is right: to be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.wording import fixes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.base import Finding, Rule
    from ctct_lint.rules.context import Context

_HELP = "remove it: the value is right without it"


def as_needless(fault: Fault, rule: Rule, context: Context) -> Iterator[Finding]:
    """Word a fault as its rule does; its edits take away what is at fault."""
    usual = fault._replace(edits=(), detail="")
    fixes = fixes_of(fault, "remove it", is_safe=False)
    for finding in rule.check(usual, context):
        yield finding._replace(help=(_HELP,), fixes=fixes)
