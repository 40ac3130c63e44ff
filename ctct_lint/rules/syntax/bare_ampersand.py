"""An `&` in text or in an attribute is not escaped.

## Why

In XML `&` always begins a reference such as `&amp;`. Names of firms and addresses with
parameters often have a bare one.

## How to fix it

Write `&amp;` for the character. A library for XML does so by itself.

## Example

```xml
<FromName>Bulbs & More</FromName>
```

Use instead:

```xml
<FromName>Bulbs &amp; More</FromName>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC107",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.4",
    message="`&` begins no reference here and is not escaped",
    help="write `&amp;` for the character",
    fix="escape it as `&amp;`",
)
