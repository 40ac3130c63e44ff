"""The value of an attribute stands between typographic quotes.

## Why

Word processors, forums and mail programs turn straight quotes into curly ones, which
are ordinary characters to XML.

## How to fix it

Write straight quotes, `"`, around the value.

## Example

```xml
<ContactLists>
  <ContactList id=“http://api.constantcontact.com/ws/customers/tulips/lists/1” />
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
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
    code="CTC117",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} has typographic quotes",
        help=('write straight quotes, `"`, around the value',),
        fixes=fixes_of(fault, "write straight quotes"),
    )
