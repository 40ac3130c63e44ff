"""The value of an attribute has no quotes.

## Why

HTML takes a value without quotes, XML does not.

## How to fix it

Put the value between `"` or `'`.

## Example

```xml
<ContactLists>
  <ContactList id=http://api.constantcontact.com/ws/customers/tulips/lists/1 />
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
    code="CTC111",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"the value {quoted(fault.subject)} has no quotes",
        help=('put it between `"`',),
        fixes=fixes_of(fault, "put it between quotes"),
    )
