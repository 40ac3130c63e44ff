"""Two attributes have no white space between them.

## Why

White space separates the attributes of a tag; a quote alone does not.

## How to fix it

Add a space before the attribute.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom"href="/ws" rel="self" />
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
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC114",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"no space before the attribute {quoted(fault.subject)}",
        help=("add a space before it",),
        fixes=fixes_of(fault, "add a space"),
    )
