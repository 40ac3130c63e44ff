"""A value refers to an ID that no element has.

## Why

An `IDREF` is the ID of another element of the same document. If no element has that
ID, the reference leads nowhere.

## How to fix it

Write the value of an element that is there, or add the element. The help shows what
is close, or some of those that there are.

## Example

```xml
<link id="l1"/>
<link to="l2"/>
```

Use instead:

```xml
<link id="l1"/>
<link to="l1"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, quoted, replacement
from ctct_lint.text.spelling import closest


@rule(
    code="CTC236",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.3.1: validity constraint IDREF",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has what could be referred to."""
    meant = closest(fault.subject, fault.expected)
    help_ = did_you_mean(meant) if meant else expected(fault.expected)
    yield Finding(
        fault.at,
        f"no element of this document has the ID {quoted(fault.subject)}",
        help=(help_,) if fault.expected else (),
        fixes=replacement(fault.at, meant or ""),
    )
