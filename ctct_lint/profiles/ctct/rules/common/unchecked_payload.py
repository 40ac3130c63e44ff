"""A response holds a resource that is only checked as an Atom entry.

## Why

ctct-lint knows the resources that are documented. Should a response hold another one,
it checks the XML and the Atom envelope, and says so rather than pass over the rest.

## How to fix it

Nothing is wrong; this is so that a clean report is not taken for more than it is.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Statement xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
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
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC701",
    severity=Severity.INFORMATION,
    operations=frozenset({Operation.RESPONSE}),
    evidence=Evidence.INFERENCE,
    source="what ctct-lint has a schema for",
)
def check(fault: Fault) -> Findings:
    yield Finding(
        at=fault.at,
        message=f"what {quoted(fault.subject)} holds is not checked, only its envelope",
    )
