"""A processing instruction has no `?>`.

## Why

An instruction begins with `<?` and ends with `?>`; a `>` alone does not end it.

## How to fix it

End it with `?>`, or remove it: the service has no use for instructions.

## Example

```xml
<?bulbs autumn>
<Subject>Tulips are in</Subject>
```

Use instead:

```xml
<?bulbs autumn?>
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC123",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.6",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"the instruction {quoted(fault.subject)} is never closed",
        help=("end it with `?>`, or remove it",),
        fixes=fixes_of(fault, "end the instruction", Applicability.UNSAFE),
    )
