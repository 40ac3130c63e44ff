"""A CDATA section has no `]]>`.

## Why

Without it, all up to the end of the document is text.

## How to fix it

Add `]]>` before the end tag of the element.

## Example

```xml
<EmailContent><![CDATA[<html><body>Tulips</body></html></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips</body></html>]]></EmailContent>
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
    code="CTC122",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.7",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "the CDATA section is never closed",
        help=("end it with `]]>`",),
        fixes=fixes_of(fault, "end the CDATA section", Applicability.UNSAFE),
    )
