"""A CDATA section begins with something other than `<![CDATA[`.

## Why

Only these nine characters begin a CDATA section: the brackets, the exclamation mark and
the capitals all count, and no space may stand between them. Anything else is a `<` that
begins nothing.

## How to fix it

Write `<![CDATA[`.

## Example

```xml
<EmailContent><![cdata[<html><body>Tulips</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips</body></html>]]></EmailContent>
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
    code="CTC137",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.7",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} does not begin a CDATA section",
        help=("write `<![CDATA[`, in capitals and without spaces",),
        fixes=fixes_of(fault, "write `<![CDATA[`"),
    )
