"""The document is in UTF-16, and has no byte order mark.

## Why

A document in UTF-16 must begin with one: it says which of the two bytes of a character
comes first. Many programs find that out from the first `<`, others take the document
for a binary file.

## How to fix it

Save the document as UTF-8, or as UTF-16 with a byte order mark.
"""

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC012",
    severity=Severity.INFORMATION,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.3.3",
    message="the document is in UTF-16 without a byte order mark",
    help="save it as UTF-8, or as UTF-16 with a byte order mark",
)
