"""A value is not the only one that its schema allows.

## Why

A schema can fix the value of an element or attribute, such as the version of the
format. Any other value says that the document is of another format or version.

## How to fix it

Write the value that the help names, or leave the attribute or element out, if it is
optional. A fixed version that differs often means that another schema was meant.

## Example

```xml
<catalogue version="1.0"/>
```

Use instead:

```xml
<catalogue version="1.1"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, holder, is_of_attribute, quoted


@rule(
    code="CTC226",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, sections 3.2.4 and 3.3.4",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` is the one value."""
    right = quoted(fault.expected[0], 80)
    where = holder(fault) if is_of_attribute(fault) else quoted(fault.owner)
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not the fixed value of {where}",
        help=(f"the only value is {right}",),
        fixes=fixes_of(fault, f"write {right}", is_safe=False),
    )
