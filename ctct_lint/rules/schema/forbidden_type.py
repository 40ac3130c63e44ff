"""`xsi:type` gives an element a type that it cannot have.

## Why

`xsi:type` says that an element has a type derived from the one that its schema
declares. The format has no such types. Serializers write it by themselves, such as
`xsi:type="xsd:string"`; to a validator the element is then invalid.

## How to fix it

Take the attribute away, or tell the serializer not to write it.

## Example

```xml
<Subject xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:string">Tulips</Subject>
```

Use instead:

```xml
<Subject>Tulips</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import FAULT, Evidence, Finding, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC223",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source="XML Schema Part 1, section 3.3.4: Element Locally Valid (Element), 4",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault."""
    title = "remove `xsi:type`"
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} cannot have the type {quoted(fault.subject)}",
        help=("take `xsi:type` away: no element of the format needs it",),
        fixes=(Proposal(title, ((fault.at, ""),), Applicability.UNSAFE),),
    )
