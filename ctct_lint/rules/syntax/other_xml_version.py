"""The document says that it is in another version of XML than 1.0.

## Why

XML 1.1 is for names in scripts that Unicode got later, and for control characters. Many
programs do not read it; one that reads XML 1.0 alone may take the document as 1.0, or
refuse it.

## How to fix it

Declare version 1.0: a document without control characters means the same in it.

## Example

```xml
<?xml version="1.1" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC140",
    severity=Severity.INFORMATION,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8",
)
def check(fault: Fault) -> Findings:
    yield Finding(
        fault.at,
        f"the document is in XML {quoted(fault.subject)}, which few programs read",
        help=("write `1.0`",),
        fixes=(Proposal("declare version 1.0", ((fault.at, "1.0"),)),),
    )
