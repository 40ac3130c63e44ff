"""An element says that it has no value, and has one.

## Why

`xsi:nil="true"` says that an element has no value. Then nothing may stand in it, not
even white space: nobody knows which of the two counts.

## How to fix it

Take the content away, or the `xsi:nil`.

## Example

```xml
<note xsi:nil="true">later</note>
```

Use instead:

```xml
<note>later</note>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC230",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.3.4: Element Locally Valid, 3.2",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is the text or the first child, "" for blanks."""
    what = quoted(fault.subject) if fault.subject else "white space"
    nil = quoted(fault.detail)
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} is nil, so {what} must not stand in it",
        help=(f"take the content away, or the {nil}",),
        related=tuple((at, "it is nil here") for at, _ in fault.related),
        fixes=fixes_of(fault, f"remove {nil}", is_safe=False),
    )
