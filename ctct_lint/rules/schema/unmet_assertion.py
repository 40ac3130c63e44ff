"""An assertion of the schema is not true.

## Why

A schema of XSD 1.1 can say in XPath what must be true of an element or of a value: that
one date is not before another, or how many children there are. A validator refuses an
element for which it is not.

## How to fix it

Read the assertion: it is about the element whose name is underlined, `$value` is the
value that is underlined. Change what it is about until it is true.

## Example

```xml
<stock least="3" most="2"/>
```

Use instead:

```xml
<stock least="2" most="3"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

_LONGEST = 200


@rule(
    code="CTC241",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.1, part 1, section 3.13.4: Assertion Satisfied",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the assertion, `subject` a value that breaks it."""
    test, owner = " ".join(fault.detail.split()), quoted(fault.owner)
    what = f"{quoted(fault.subject)} in {owner}" if fault.subject else owner
    yield Finding(
        fault.at,
        f"{what} breaks the assertion {quoted(test)}",
        help=(f"make this true: {quoted(test, _LONGEST)}",),
    )
