"""An element has more attributes than any document has a use for.

## Why

No vocabulary has elements with more than some dozens of attributes. Thousands of them
are the work of a broken generator, or of somebody who wants to keep a parser busy:
many take the square of their number. More than 1,000 are not looked at.

## How to fix it

Remove them.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC008",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.INFERENCE,
    source="a limit of ctct-lint",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is their number, `owner` the element."""
    yield Finding(
        at=fault.at,
        message=f"{quoted(fault.owner)} has {fault.subject} attributes",
        help=("remove them; no more than 1,000 are looked at",),
    )
