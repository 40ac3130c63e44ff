"""The code of a template is still in the document, and breaks it.

## Why

The document is the template, not what the template makes: PHP, ERB or mustache code was
not run.

## How to fix it

Send what the template makes. In the template, escape the values that it fills in.

## Example

```xml
<Subject><?= $subject ?></Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC133",
    evidence=Evidence.STANDARD,
    source="XML 1.0, sections 2.4 and 2.6",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` says that the document is XML all the same."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is the code of a template, not its result",
        help=("send what the template makes of it",),
        fixes=fixes_of(fault, "escape or remove the code", is_safe=False),
        severity=Severity.WARNING if fault.detail else None,
    )
