"""A `<` in the value of an attribute is not escaped.

## Why

A value may hold `>` but not `<`: it would begin a tag.

## How to fix it

Write `&lt;` for the character.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" title="a<b" />
```

Use instead:

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" title="a&lt;b" />
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
    code="CTC116",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "`<` is not escaped in the value of an attribute",
        help=("write `&lt;` for the character",),
        fixes=fixes_of(fault, "escape it as `&lt;`"),
    )
