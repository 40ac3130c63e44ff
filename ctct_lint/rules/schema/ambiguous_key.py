"""An element has more than one value where a key takes one.

## Why

A schema says by a path where the value of a key stands, and which of two values it is
that a path leads to, nobody can say. So a validator refuses the element, also where
both values are the same.

## How to fix it

Leave one of the values. If the element must have both of them, the schema is wrong: its
`xs:field` has to lead to a child that stands once.

## Example

```xml
<disc><title>Kind of Blue</title><title>Blue</title></disc>
```

Use instead:

```xml
<disc><title>Kind of Blue</title></disc>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC239",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4, 3",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is one value too many, `detail` the constraint."""
    what, owner, key = map(quoted, (fault.subject, fault.owner, fault.detail))
    yield Finding(
        fault.at,
        f"{what} is a second value of {owner} for {key}, which takes one",
        help=("leave one of the values",),
        related=tuple((at, "first value here") for at, _ in fault.related),
    )
