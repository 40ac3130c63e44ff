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

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, fixes_of, quoted


@rule(
    code="CTC223",
    evidence=Evidence.STANDARD,
    source="XML Schema Part 1, section 3.3.4: Element Locally Valid (Element), 4",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has types that it can have, `detail` `xsi:type`."""
    attribute = quoted(fault.detail)
    advice = f"take {attribute} away: no element of the format needs it"
    if fault.expected:
        advice = f"{expected(fault.expected)}, or no {attribute}"
    new, title = fault.edits[0][1] if fault.edits else "", f"remove {attribute}"
    if new:
        advice, title = did_you_mean(new), f"write {quoted(new)}"
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} cannot have the type {quoted(fault.subject)}",
        help=(advice,),
        fixes=fixes_of(fault, title, is_safe=False),
    )
