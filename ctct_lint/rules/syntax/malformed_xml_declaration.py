"""The XML declaration is not written as it must be.

## Why

It has a version, then perhaps an encoding, then perhaps `standalone`, in this order,
each with quotes, and ends with `?>`.

## How to fix it

Write `<?xml version="1.0" encoding="UTF-8"?>`.

## Example

```xml
<?xml version=1.0?>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<?xml version="1.0"?>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC126",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8",
)
def check(fault: Fault) -> Findings:
    (new,) = fault.expected
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is wrong in the XML declaration",
        help=(f"write {quoted(new, 100)}",),
        fixes=fixes_of(fault, f"write {quoted(new, 100)}", is_safe=False),
    )
