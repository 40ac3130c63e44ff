"""A `<` in the value of an attribute is not escaped.

## Why

A value may hold `>` but not `<`: it would begin a tag.

## How to fix it

Write `&lt;` for the character. A value has no CDATA sections: take their marks away.

## Example

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" title="a<b" />
```

Use instead:

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" title="a&lt;b" />
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of


@rule(
    code="CTC116",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; its `detail` says if it begins what looks like a section."""
    message = "`<` is not escaped in the value of an attribute"
    advice, title = "write `&lt;` for the character", "escape it as `&lt;`"
    if fault.detail == "section":
        message = "no CDATA section can stand in the value of an attribute"
        advice = title = "take `<![CDATA[` and `]]>` away"
    yield Finding(fault.at, message, help=(advice,), fixes=fixes_of(fault, title))
