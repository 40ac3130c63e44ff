"""An attribute has a name and no value.

## Why

HTML has attributes such as `noshade` that are their own value; in XML every attribute
has a value.

## How to fix it

Add `="..."`, or remove the attribute. Words that are no attribute at all belong after
the `>`.

## Example

```xml
<Subject urgent>Tulips are in</Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, mending, quoted


@rule(
    code="CTC112",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    yield Finding(
        fault.at,
        f"the attribute {quoted(fault.subject)} has no value",
        help=(f'write `{fault.subject}="..."`',),
        fixes=fixes_of(fault, mending(fault, "give it a value"), is_safe=False),
    )
