"""A parameter is none that the activity has.

## Why

Of a parameter that the server does not know it is likely that it is ignored. So what it
was to say is not said: `data` does not narrow down which contacts are cleared from a
list, for instance.

## How to fix it

Leave the parameter out, or choose the activity that has it.

## Example

```form
activityType=CLEAR_CONTACTS_FROM_LISTS&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=REMOVE_CONTACTS_FROM_LISTS&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import expected, quoted


@rule(
    code="CTC743",
    severity=Severity.WARNING,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Add Contacts / Remove Contacts Activity",
)
def check(fault: Fault) -> Findings:
    """Word the fault; a `detail` says that other activities have the parameter."""
    whose = "this activity" if fault.detail else "any activity"
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a parameter of {whose}",
        help=(expected(fault.expected),),
    )
