"""So many diagnostics of one code that the rest is not shown.

## Why

At most a hundred diagnostics of one code are shown for a file. More of them say nothing
new: they mostly have one cause, such as a template that repeats the same mistake.

## How to fix it

Correct what is shown and run the linter again.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC902",
    severity=Severity.INFORMATION,
    evidence=Evidence.INFERENCE,
    source="a limit of ctct-lint",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` says how many are not shown."""
    yield Finding(fault.at, fault.detail)
