"""A comment has `--` in it.

## Why

Two hyphens end a comment, so that they may not stand inside, nor one before the `-->`.

## How to fix it

Write one hyphen, or put a space between the two.

## Example

```xml
<!-- bulbs -- autumn --><Subject>Tulips are in</Subject>
```

Use instead:

```xml
<!-- bulbs - autumn --><Subject>Tulips are in</Subject>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC120",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.5",
    message="{subject} stands inside a comment",
    help="put a space between the hyphens",
    fix="separate the hyphens",
)
