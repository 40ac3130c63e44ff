"""A value that must be unique is there twice.

## Why

A schema can say that a value, such as a code or a number, is unique among some
elements. References by it cannot be followed if two elements have the same one.
Numbers are compared as numbers: `1` and `01` are the same.

## How to fix it

Give one of the two another value, and mend what refers to it.

## Example

```xml
<book code="b1"/>
<book code="b1"/>
```

Use instead:

```xml
<book code="b1"/>
<book code="b2"/>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC232",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4",
    message="{subject} stands twice, but {detail} must be unique",
    help="write another value here or there",
    related="first one here",
)
