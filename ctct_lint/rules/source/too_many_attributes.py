"""An element has more attributes than any document has a use for.

## Why

No vocabulary has elements with more than some dozens of attributes. Thousands of them
are the work of a broken generator, or of somebody who wants to keep a parser busy:
many take the square of their number. More than 1,000 are not looked at.

## How to fix it

Remove them.
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC008",
    evidence=Evidence.INFERENCE,
    source="a limit of ctct-lint",
    message="{owner} has {subject!s} attributes",
    help="remove them; no more than 1,000 are looked at",
)
