"""A value that must be unique is there twice.

## Why

A schema can say that a value, such as a code or a number, is unique among some
elements. References by it cannot be followed if two elements have the same one.
Numbers are compared as numbers: `1` and `01` are the same.

## How to fix it

Give one of the two another value, and mend what refers to it.

## Example

```xml
<book code="b1"/>
<book code="b1"/>
```

Use instead:

```xml
<book code="b1"/>
<book code="b2"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC232",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the constraint's name."""
    name = quoted(fault.detail)
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} stands twice, but {name} must be unique",
        help=("write another value here or there",),
        related=tuple((at, "first one here") for at, _ in fault.related),
    )
