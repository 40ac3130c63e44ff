"""A comment has `--` in it.

## Why

Two hyphens end a comment, so that they may not stand inside, nor one before the `-->`.

## How to fix it

Write one hyphen, or put a space between the two.

## Example

```xml
<!-- bulbs -- autumn --><Subject>Tulips are in</Subject>
```

Use instead:

```xml
<!-- bulbs - autumn --><Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC120",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.5",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} stands inside a comment",
        help=("put a space between the hyphens",),
        fixes=fixes_of(fault, "separate the hyphens"),
    )
