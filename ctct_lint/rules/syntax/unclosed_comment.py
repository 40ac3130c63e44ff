"""A comment has no `-->`.

## Why

Without it, all up to the next `-->` or to the end of the document is comment.

## How to fix it

Add `-->` where the comment ends.

## Example

```xml
<!-- for the autumn
<Subject>Tulips are in</Subject>
```

Use instead:

```xml
<!-- for the autumn -->
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC121",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.5",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "the comment is never closed",
        help=("end it with `-->`",),
        fixes=fixes_of(fault, "end the comment", Applicability.UNSAFE),
    )
