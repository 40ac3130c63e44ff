"""Characters look like UTF-8 that was read as windows-1252: `Ã©` for `é`.

## Why

Somewhere on its way the text was encoded as UTF-8, taken for windows-1252 and encoded
once more. The document is in order, so every program takes it, and people read `Ã©` in
the invoice, the catalogue or the mail.

## How to fix it

Write what was meant, and find the place that reads UTF-8 with the wrong encoding: a
file that is opened without one, or a database connection.

## Example

```xml
<Subject>News from the CafÃ©</Subject>
```

Use instead:

```xml
<Subject>News from the Café</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, fixes_of, quoted


@rule(
    code="CTC010",
    severity=Severity.WARNING,
    evidence=Evidence.INFERENCE,
    source="no language has such sequences",
    superseded_by=("text-outside-root",),
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has the text that was meant."""
    (meant,) = fault.expected
    yield Finding(
        at=fault.at,
        message=f"{quoted(fault.subject)} is UTF-8 that was read as windows-1252",
        help=(did_you_mean(meant),),
        fixes=fixes_of(fault, f"replace with {quoted(meant)}", is_safe=False),
    )
