"""A path of a key in the schema names what the schema does not have.

## Why

The `selector` of a `key`, `unique` or `keyref` says by a path for which elements it is,
and each `field` where their values are. A path that leads nowhere finds nothing: every
document is right then, or none. In these paths a name without a prefix is in no
namespace, whatever `xmlns` says, and that is what is mostly meant otherwise.

## How to fix it

Write the name in the schema with the prefix of its namespace, as the help does;
attributes mostly need none.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC911",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.6",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the name of the key, `expected` the right step."""
    what, why = "element", "in a path a name without a prefix is in no namespace"
    if fault.subject.startswith("@"):
        what, why = "attribute", "most attributes are in no namespace"
    help_ = f"write the name of an {what} that the schema declares"
    if fault.expected:
        right = fault.expected[0]
        help_ = f"write {quoted(right)}" + f": {why}" * (":" in right or what[0] == "a")
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is no {what} of this schema: "
        f"{quoted(fault.detail, 20)} finds nothing by it",
        help=(help_,),
    )
