"""A comment has no `-->`.

## Why

Without it, all up to the next `-->` or to the end of the document is comment.

## How to fix it

Add `-->` where the comment ends.

## Example

```xml
<!-- for the autumn
<Subject>Tulips are in</Subject>
```

Use instead:

```xml
<!-- for the autumn -->
<Subject>Tulips are in</Subject>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC121",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.5",
    message="the comment is never closed",
    help="end it with `-->`",
    fix="end the comment",
    is_safe=False,
)
