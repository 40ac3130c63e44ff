"""A CDATA section begins with something other than `<![CDATA[`.

## Why

Only these nine characters begin a CDATA section: the brackets, the exclamation mark and
the capitals all count, and no space may stand between them. Anything else is a `<` that
begins nothing.

## How to fix it

Write `<![CDATA[`.

## Example

```xml
<EmailContent><![cdata[<html><body>Tulips</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips</body></html>]]></EmailContent>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC137",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.7",
    message="{subject} does not begin a CDATA section",
    help="write `<![CDATA[`, in capitals and without spaces",
    fix="write `<![CDATA[`",
)
