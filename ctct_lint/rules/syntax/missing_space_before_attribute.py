"""An attribute has no white space before it.

## Why

White space separates an attribute from the name of the tag, and from the attribute
before it; a quote alone does not.

## How to fix it

Add a space before the attribute.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom"href="/ws" rel="self" />
```

Use instead:

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" rel="self" />
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC114",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="no space before the attribute {subject}",
    help="add a space before it",
    fix="add a space",
)
