"""The Schematron schema that documents are to be checked with cannot be used.

## Why

What cannot be evaluated must not be passed over: an expression with a wrong syntax,
functions and variables that nobody knows, other documents, functions written in XSLT,
and references that lead nowhere. No document is checked with such a schema, and the
exit status is 2. Query bindings that can be evaluated are `xslt` and `xpath` (XPath
1.0), `xslt2` and `xpath2` (XPath 2.0).

## How to fix it

Mend the schema at the place that is shown. The documents are checked for their syntax
until then.
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC909",
    evidence=Evidence.STANDARD,
    source="ISO/IEC 19757-3, Schematron, as far as elementpath can evaluate it",
    message="{detail!s}",
)
