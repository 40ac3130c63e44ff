"""A reference has no `;` at its end.

## Why

HTML forgives a missing semicolon, XML does not.

## How to fix it

Add the semicolon. If the `&` stands for itself, write `&amp;`.

## Example

```xml
<FromName>Bulbs &amp More</FromName>
```

Use instead:

```xml
<FromName>Bulbs &amp; More</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC110",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.1",
)
def check(fault: Fault) -> Findings:
    new = fault.edits[0][1] if fault.edits else ""
    title = f"write {quoted(new)}" if new else "remove it"
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} has no `;` at its end",
        help=(f"write {quoted(f'{fault.subject};')}",),
        fixes=fixes_of(fault, title, is_safe=bool(new)),
    )
