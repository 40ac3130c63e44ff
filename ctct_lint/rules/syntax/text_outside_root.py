"""Text stands before or after the root element.

## Why

Outside the root element only comments and instructions may stand. The headers of a
response, the prompt of a shell and the fences of Markdown come along when a document is
copied.

## How to fix it

Remove the text.

## Example

```xml
```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
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
    code="CTC128",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    lines = fault.subject.splitlines() or [""]
    where = fault.detail or "outside"
    yield Finding(
        fault.at,
        f"the text {quoted(lines[0])} stands {where} the root element",
        help=("remove the text",),
        fixes=fixes_of(fault, "remove the text", Applicability.UNSAFE),
    )
