"""A tag has the same attribute twice.

## Why

An attribute may stand once in a tag, also if two prefixes stand for one namespace.

## How to fix it

Remove one of the two.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" rel="self" href="/ws" />
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
    code="CTC118",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="{subject:30} is there twice in {owner:30}",
    help="remove one of the two",
    related="first here",
    fix="remove the second one",
    is_safe=False,
)
