"""White space stands before or behind a value whose type counts it.

## Why

Most types of XML Schema take no notice of white space around a value. One that is made
of `xs:string` does: with a blank or the end of a line beside it, a value is another
one, which is none of those that the schema allows.

## How to fix it

Write the value right between its tags or quotes, as the fix does.

## Example

```xml
<isbn>
  0201896834
</isbn>
```

Use instead:

```xml
<isbn>0201896834</isbn>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC243",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.6",
    message="{subject} in {owner} has white space round it",
    help="take it away: it counts as part of the value here",
    fix="take the white space away",
)
