"""A pattern of the schema has too many ways through a value to be tried.

## Why

A pattern such as `([A-Z]{1,5})+-[0-9]` can take a long row of letters apart in millions
of ways. libxml2, which judges values here, gives up then; whether the value is right is
not known, and other validators may take minutes for it.

## How to fix it

Write the pattern in the schema so that there is one way to read a value: here that is
`[A-Z]+-[0-9]`. The document may be right as it is: compare the value with the form that
the help quotes.

## Example

```xml
<serial>ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ</serial>
```

Use instead:

```xml
<serial>ABCDEF-7</serial>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import expected_form, quoted

_ADVICE = "in the schema, write a pattern that can read a value in one way only"


@rule(
    code="CTC242",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.4, within the limits of libxml2",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` has the patterns, a line each, if they are known."""
    value = f"{quoted(fault.subject)} in " if fault.subject else "the content of "
    yield Finding(
        fault.at,
        f"{value}{quoted(fault.owner)} is not judged: its pattern takes too long",
        help=(*expected_form(fault.detail), _ADVICE),
    )
