"""White space stands between `<` and the name of a tag.

## Why

The name follows `<` or `</` at once; white space may only stand after it.

## How to fix it

Remove the white space.

## Example

```xml
< Subject>Tulips are in</Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC134",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="white space stands before the name of a tag",
    help="remove it: the name follows `<` or `</` at once",
    fix="remove the white space",
)
