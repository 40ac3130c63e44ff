"""An end tag has no `>`, or another sign in the place of its slash.

## Why

An end tag begins with `</` and goes on up to `>`. Without it, the next tag stands
inside this one.

## How to fix it

Write `</`, the name and `>`.

## Example

```xml
<Subject>Tulips are in</Subject
<FromName>Bulb Shop</FromName>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
<FromName>Bulb Shop</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC135",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    name, fix = quoted(fault.subject), "end the tag"
    message = f"the end tag of {name} has no `>`"
    if fault.detail:
        message = f"the end tag of {name} begins with `{fault.detail}`, not with `</`"
        fix = "begin it with `</`"
    yield Finding(
        fault.at,
        message,
        help=(f"write {quoted(f'</{fault.subject}>', 80)}",),
        fixes=fixes_of(fault, fix),
    )
