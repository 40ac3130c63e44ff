"""`]]>` stands in text.

## Why

It ends a CDATA section, and none is open. CDATA sections do not nest: the first `]]>`
ends the section.

## How to fix it

Write `]]&gt;` in text.

## Example

```xml
<Subject>Tulips ]]> are in</Subject>
```

Use instead:

```xml
<Subject>Tulips ]]&gt; are in</Subject>
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
    code="CTC124",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.4",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "`]]>` ends a CDATA section, but none is open",
        help=("write `]]&gt;`, or remove it",),
        fixes=fixes_of(fault, "escape it as `]]&gt;`"),
    )
