"""A `<` in the value of an attribute is not escaped.

## Why

A value may hold `>` but not `<`: it would begin a tag.

## How to fix it

Write `&lt;` for the character.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" title="a<b" />
```

Use instead:

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" title="a&lt;b" />
```
"""

from __future__ import annotations

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC116",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="`<` is not escaped in the value of an attribute",
    help="write `&lt;` for the character",
    fix="escape it as `&lt;`",
)
