"""A CDATA section has no `]]>`.

## Why

Without it, all up to the end of the document is text.

## How to fix it

Add `]]>` before the end tag of the element.

## Example

```xml
<EmailContent><![CDATA[<html><body>Tulips</body></html></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC122",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.7",
    message="the CDATA section is never closed",
    help="end it with `]]>`",
    fix="end the CDATA section",
    is_safe=False,
)
