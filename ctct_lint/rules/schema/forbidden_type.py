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

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC223",
    evidence=Evidence.STANDARD,
    source="XML Schema Part 1, section 3.3.4: Element Locally Valid (Element), 4",
    message="{owner} cannot have the type {subject}",
    help="take {detail} away: no element of the format needs it",
    fix="remove {detail}",
    is_safe=False,
)
