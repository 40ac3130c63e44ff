"""So many diagnostics of one code that the rest is not shown.

## Why

At most a hundred diagnostics of one code are shown for a file. More of them say nothing
new: they mostly have one cause, such as a template that repeats the same mistake.

## How to fix it

Correct what is shown and run the linter again.
"""

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC902",
    evidence=Evidence.INFERENCE,
    source="a limit of ctct-lint",
    message="{detail!s}",
    severity=Severity.INFORMATION,
)
