"""The linter itself has failed.

## Why

A rule, or the linter as a whole, met something that it was not made for. That is a
bug of ctct-lint, never a fault of the document. The other rules have run as usual, so
what is reported besides is right; but something may be missing, so the exit status is
2.

## How to fix it

Report it, with the message and, if you can, a document that shows it. Until it is
mended, a rule that fails can be left out with `--ignore` and its code.
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC901",
    evidence=Evidence.INFERENCE,
    source="a failure of ctct-lint",
    message="{detail!s}",
)
