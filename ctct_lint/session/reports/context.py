"""What reports say beside the diagnostics: of which rules, and paths from where."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.output.context import RuleInfo
    from ctct_lint.rules.base import Rule

# The checkout, as GitHub Actions and GitLab CI call it.
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def project_root() -> str:
    """Return the CI's checkout if the run is inside it, else the working directory.

    A step may run in a folder of the checkout, and code scanning knows files by
    their paths from its root.
    """
    try:
        here = os.getcwd()
    except OSError:
        return os.sep  # the folder is gone: paths stay whole
    for name in _CHECKOUTS:
        checkout = os.path.abspath(os.environ.get(name) or here)
        if here.startswith(os.path.join(checkout, "")):
            return checkout
    return here


def rule_infos(own: Iterable[Rule] = ()) -> Sequence[RuleInfo]:
    """Return every rule by code, then the user's own; only this imports them all."""
    from ctct_lint.output.context import RuleInfo
    from ctct_lint.rules.base import summary_of
    from ctct_lint.rules.registry import all_rules, group_of

    return [
        RuleInfo(r.code, r.name, r.severity, summary_of(r), r.manual, group_of(r))
        for r in (*all_rules(), *own)
    ]
