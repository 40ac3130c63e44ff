"""A parameter stands twice, but has one value.

## Why

Only `lists` and `columns` are repeated, once for each value. Of any other parameter it
is not known which value counts.

## How to fix it

Leave one of them out.

## Example

```form
activityType=SV_ADD&activityType=ADD_CONTACTS&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC744",
    severity=Severity.WARNING,
    evidence=Evidence.INFERENCE,
    source="documentation: Creating an Add Contacts Activity (its sample)",
)
def check(fault: Fault) -> Findings:
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} stands twice, but an activity has one",
        help=("leave one of them out",),
        related=fault.related,
    )
