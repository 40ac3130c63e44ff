"""An `&` in text or in an attribute is not escaped.

## Why

In XML `&` always begins a reference such as `&amp;`. Names of firms and addresses with
parameters often have a bare one.

## How to fix it

Write `&amp;` for the character. A library for XML does so by itself.

## Example

```xml
<FromName>Bulbs & More</FromName>
```

Use instead:

```xml
<FromName>Bulbs &amp; More</FromName>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC107",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.4",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "`&` begins no reference here and is not escaped",
        help=("write `&amp;` for the character",),
        fixes=fixes_of(fault, "escape it as `&amp;`"),
    )
