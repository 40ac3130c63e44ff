"""The rules as the formats describe them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.output.context import RuleInfo


def rule_infos() -> Sequence[RuleInfo]:
    """Return every rule by code; only this imports them all."""
    from ctct_lint.output.context import RuleInfo
    from ctct_lint.rules.base import summary_of
    from ctct_lint.rules.registry import all_rules, group_of

    return [
        RuleInfo(r.code, r.name, r.severity, summary_of(r), r.manual, group_of(r))
        for r in all_rules()
    ]
