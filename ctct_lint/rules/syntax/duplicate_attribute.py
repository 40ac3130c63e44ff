"""A tag has the same attribute twice.

## Why

An attribute may stand once in a tag, also if two prefixes stand for one namespace.

## How to fix it

Remove one of the two.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" rel="self" href="/ws" />
```

Use instead:

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" rel="self" />
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
    code="CTC118",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject, 30)} is there twice in {quoted(fault.owner, 30)}",
        help=("remove one of the two",),
        related=tuple((at, "first here") for at, _ in fault.related),
        fixes=fixes_of(fault, "remove the second one", Applicability.UNSAFE),
    )
