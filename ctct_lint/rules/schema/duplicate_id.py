"""Two elements of a document have the same ID.

## Why

An ID is unique in its document, whichever attributes and elements have IDs. References
to it cannot be followed if two elements have the same one.

## How to fix it

Give one of the two another ID, and mend what refers to it.

## Example

```xml
<link id="l1"/>
<link id="l1"/>
```

Use instead:

```xml
<link id="l1"/>
<link id="l2"/>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC235",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.3.1: validity constraint ID",
    message="another element has the ID {subject} already",
    help="write another ID here or there",
    related="first one here",
)
