"""The document declares another encoding than the one that it is in.

## Why

The XML declaration says how to read the bytes that follow. If they are something
else, an XML processor stops, or reads other characters than were written. Editors and
programs that convert a text seldom change its declaration.

## How to fix it

Declare the encoding that the document is in, as the fix does, or save it in the one
that is declared. UTF-8 is the best choice.

## Example

```xml
<?xml version="1.0" encoding="UTF-16"?>
<entry xmlns="http://www.w3.org/2005/Atom"/>
```

Use instead:

```xml
<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC003",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.3.3",
)
def check(fault: Fault) -> Findings:
    """Word the fault: `subject` is declared, `expected` is what the bytes are."""
    (actual,) = fault.expected
    title = f"declare {quoted(actual)}"
    yield Finding(
        fault.at,
        f"declared as {quoted(fault.subject)}, but the file is {actual}",
        help=(f"{title}, or save the file as {fault.subject}",),
        fixes=(Proposal(title, ((fault.at, actual),)),),
    )
