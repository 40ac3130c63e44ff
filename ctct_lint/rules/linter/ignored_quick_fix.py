"""A quick fix of the Schematron schema is not offered.

## Why

Of the quick fixes of Schematron (SQF) those are made that add, delete, replace, or
replace in a text. What needs XSLT, asks the user, or is done for each of several nodes
is not; the rules themselves count all the same.

## How to fix it

Nothing has to be done. To have the fix offered, write it with `add`, `delete`,
`replace` or `stringReplace` alone.
"""

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC910",
    evidence=Evidence.STANDARD,
    source="Schematron QuickFix, as far as it is known here",
    message="the fix is not offered: {detail!s}",
    severity=Severity.INFORMATION,
)
