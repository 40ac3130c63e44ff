"""A processing instruction has no `?>`.

## Why

An instruction begins with `<?` and ends with `?>`; a `>` alone does not end it.

## How to fix it

End it with `?>`, or remove it if no program that reads the document asks for it.

## Example

```xml
<?bulbs autumn>
<Subject>Tulips are in</Subject>
```

Use instead:

```xml
<?bulbs autumn?>
<Subject>Tulips are in</Subject>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC123",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.6",
    message="the instruction {subject} is never closed",
    help="end it with `?>`, or remove it",
    fix="end the instruction",
    is_safe=False,
)
