"""A character reference names no character that XML allows.

## Why

A reference such as `&#233;` or `&#xE9;` has a decimal or hexadecimal number. Control
characters, surrogates and numbers beyond `10FFFF` are not allowed, escaped or not, and
the `x` must be small.

## How to fix it

Correct the number, or remove the reference.

## Example

```xml
<Subject>Tulips&#0; are in</Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted

_HELP = "write a number such as `&#233;` or `&#xE9;`, or remove it"


@rule(
    code="CTC109",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.1",
)
def check(fault: Fault) -> Findings:
    new = fault.edits[0][1] if fault.edits else ""
    title = f"write {quoted(new)}" if new else "remove it"
    if new == " ":
        title = "write a space"
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is no character that XML allows",
        help=(title if new else _HELP,),
        fixes=fixes_of(fault, title, is_safe=False),
    )
