"""An element has more than one value where a key takes one.

## Why

A schema says by a path where the value of a key stands, and which of two values it is
that a path leads to, nobody can say. So a validator refuses the element, also where
both values are the same.

## How to fix it

Leave one of the values. If the element must have both of them, the schema is wrong: its
`xs:field` has to lead to a child that stands once.

## Example

```xml
<disc><title>Kind of Blue</title><title>Blue</title></disc>
```

Use instead:

```xml
<disc><title>Kind of Blue</title></disc>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC239",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4, 3",
    message="{subject} is a second value of {owner} for {detail}, which takes one",
    help="leave one of the values",
    related="first value here",
)
