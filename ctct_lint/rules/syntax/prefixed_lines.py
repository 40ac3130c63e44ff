"""Something stands before each line of the document, and is no part of it.

## Why

Mail programs put `> ` before the lines that they quote, logs a time, listings a number,
and a program may make the document line by line. A parser sees text where only tags may
stand, and before the root there may be none at all.

## How to fix it

Send the document itself: take away what stands before its lines, and the code behind
them. In string literals the quotes are unescaped, too.

## Example

```xml
> <entry xmlns="http://www.w3.org/2005/Atom">
>   <title type="text">Tulips</title>
> </entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">Tulips</title>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC142",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8",
)
def check(fault: Fault) -> Findings:
    """Word the fault, which is at what stands before the first line."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} stands before each line, and is no part of it",
        help=("send the document without what stands round its lines",),
        fixes=fixes_of(fault, "remove it from each line", is_safe=False),
    )
