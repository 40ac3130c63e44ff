"""An element without content, such as `br`, is not closed in XHTML.

## Why

In XHTML every element is closed, also those that HTML writes as a start tag alone:
`br`, `hr`, `img`, `meta` and others. The server validates XHTML strictly and does not
create a campaign whose message is not well-formed.

## How to fix it

End the tag with `/>`. If the message is HTML, let `EmailContentFormat` be `HTML`.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html><body>Tulips<br></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html><body>Tulips<br/></body></html>]]></EmailContent>
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
    code="CTC520",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.DOCUMENTATION,
    source="the page on campaigns: XHTML is validated strictly",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not closed, as it must be in XHTML",
        help=("end the tag with `/>`",),
        fixes=fixes_of(fault, "end the tag with `/>`"),
    )
