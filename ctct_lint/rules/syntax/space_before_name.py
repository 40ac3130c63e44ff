"""White space stands between `<` and the name of a tag.

## Why

The name follows `<` or `</` at once; white space may only stand after it.

## How to fix it

Remove the white space.

## Example

```xml
< Subject>Tulips are in</Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
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
    code="CTC134",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "white space stands before the name of a tag",
        help=("remove it: the name follows `<` or `</` at once",),
        fixes=fixes_of(fault, "remove the white space"),
    )
