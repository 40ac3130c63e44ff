"""An element lacks a value by which it must be known.

## Why

A schema can say that each of some elements has a key. An element without one cannot be
referred to, and a reader that looks for it by its key never finds it.

## How to fix it

Add the attribute or element that the message names. If it is there and says
`xsi:nil="true"`, give it a value.

## Example

```xml
<book/>
```

Use instead:

```xml
<book code="b1"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC233",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4, 4.2.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` is what lacks, `detail` the constraint's name.

    What is there and is nil has the place of its `xsi:nil`.
    """
    what = "its value" if fault.subject == "." else quoted(fault.subject)
    key = quoted(fault.detail)
    if fault.related:
        yield Finding(
            fault.at,
            f"{quoted(fault.subject)} is nil, but the key {key} needs its value",
            help=("write the value, and take the `nil` away",),
            related=tuple((at, "it is nil here") for at, _ in fault.related),
        )
        return
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} lacks {what}, which the key {key} needs",
        help=(f"add {what}",),
    )
