"""The entry's `content` holds no resource.

## Why

What is created or updated stands in `content`, as an element of the Constant Contact
namespace. An empty `content`, or one that holds the campaign as text, with its markup
escaped or in a CDATA section, is an entry about nothing.

## How to fix it

Put the element itself into `content`: `<Campaign xmlns="...">`, not `&lt;Campaign`.
Only what is inside `EmailContent` and the like is escaped.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">&lt;Campaign>&lt;/Campaign></content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Campaign xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC221",
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is the text that stands there instead, if any."""
    if fault.subject:
        message = "`content` holds text where an element such as `Campaign` must stand"
        advice = "write the element itself: its own markup is not escaped"
    else:
        message = "`content` is empty, an element such as `Campaign` must stand in it"
        advice = "add `<Campaign>`, `<Schedule>` or `<Contact>`"
    yield Finding(fault.at, message, help=(advice,))
