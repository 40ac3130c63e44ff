"""A CDATA section has no `]]>`.

## Why

Without it, all up to the end of the document is text.

## How to fix it

Add `]]>` before the end tag of the element. Among elements, where no text may stand,
take `<![CDATA[` away.

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

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of


@rule(code="CTC122", evidence=Evidence.STANDARD, source="XML 1.0, section 2.7")
def check(fault: Fault) -> Findings:
    help_, fix = "end it with `]]>`", "end the CDATA section"
    if fault.detail:
        help_, fix = "elements follow, not a text: remove it", "remove `<![CDATA[`"
    yield Finding(
        fault.at,
        "the CDATA section is never closed",
        help=(help_,),
        fixes=fixes_of(fault, fix, is_safe=False),
    )
