"""An attribute has almost the name of one that the element may have.

## Why

Names of attributes are exact and case-sensitive, like those of elements. A misspelt one
is not found: `ID` on an `Email` leaves the address unnamed, and `href` misspelt makes
a link that leads nowhere.

## How to fix it

Write the name as the documentation has it. The fix is safe where a single letter, or
only the case, is wrong.

## Example

```xml
<FromEmail>
  <Email ID="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
</FromEmail>
```

Use instead:

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
</FromEmail>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, quoted, renaming


@rule(
    code="CTC210",
    evidence=Evidence.STANDARD,
    source="XML 1.0: names are case-sensitive",
)
def check(fault: Fault) -> Findings:
    (meant,) = fault.expected
    same = fault.subject.casefold() == meant.casefold()
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} has no attribute {quoted(fault.subject)}",
        help=(did_you_mean(meant),),
        notes=("attribute names are case-sensitive",) if same else (),
        fixes=renaming(fault),
    )
