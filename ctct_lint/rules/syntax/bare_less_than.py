"""A `<` in text is not escaped.

## Why

In XML `<` always begins a tag. What follows here is no tag, so that no parser can read
it.

## How to fix it

Write `&lt;` for the character. A library for XML does so by itself.

## Example

```xml
<Subject>All bulbs < 5 dollars</Subject>
```

Use instead:

```xml
<Subject>All bulbs &lt; 5 dollars</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted

_DOUBLED = "`<` stands before the `<` of a tag"


@rule(
    code="CTC106",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.4",
)
def check(fault: Fault) -> Findings:
    message = "`<` begins no tag here and is not escaped"
    if fault.detail:
        message = f"`<` before the address {quoted(fault.detail)} is not escaped"
    if fault.edits and not fault.edits[0][1]:
        fixes = fixes_of(fault, "remove it", is_safe=False)
        yield Finding(fault.at, _DOUBLED, help=("remove it",), fixes=fixes)
        return
    yield Finding(
        fault.at,
        message,
        help=("write `&lt;` for the character",),
        fixes=fixes_of(fault, "escape it as `&lt;`"),
    )
