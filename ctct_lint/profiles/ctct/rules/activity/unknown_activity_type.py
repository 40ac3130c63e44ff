"""`activityType` names no activity.

## Why

The type says what the activity does, and which other parameters it needs. Its values
are written in capitals, with underscores.

## How to fix it

Write one of the types: `SV_ADD` or `ADD_CONTACTS` to add, `REMOVE_CONTACTS_FROM_LISTS`,
`CLEAR_CONTACTS_FROM_LISTS` or `EXPORT_CONTACTS`.

## Example

```form
activityType=ADD&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, fixes_of, nonempty, quoted


@rule(
    code="CTC740",
    evidence=Evidence.STAFF,
    source="staff answer in the developer forum: Bulk Activities",
)
def check(fault: Fault) -> Findings:
    """Word the fault; no fix is safe: the types do different things to contacts."""
    meant = fault.edits[0][1] if fault.edits else ""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not an activity type",
        help=nonempty((did_you_mean(meant), expected(fault.expected))),
        fixes=fixes_of(fault, f"write {quoted(meant)}", is_safe=False),
    )
