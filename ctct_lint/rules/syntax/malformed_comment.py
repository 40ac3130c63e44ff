"""A comment begins with something other than `<!--`.

## Why

It has the two hyphens both at its beginning and at its end. Whatever else begins with
`<!` or `<-` is not well-formed.

## How to fix it

Write `<!--` and `-->`.

## Example

```xml
<!- for the autumn ->
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
    code="CTC141",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.5",
    message="{subject} does not begin a comment",
    help="write `<!--` and, at its end, `-->`",
    fix="write it as a comment",
    is_safe=False,
)
