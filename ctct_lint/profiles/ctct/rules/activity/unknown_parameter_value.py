"""A parameter of an export has a value that is not known.

## Why

`fileType` is `CSV` or `TXT`, `sortBy` is `EMAIL_ADDRESS` or `DATE_DESC`, and what else
goes into the file is said with `true` or `false`. PHP makes `1` of true and nothing of
false; ColdFusion makes `YES` and `NO` of them. What the server makes of other values is
not known.

## How to fix it

Write one of the values.

## Example

```form
activityType=EXPORT_CONTACTS&fileType=csv&listId=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=EXPORT_CONTACTS&fileType=CSV&listId=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, fixes_of, nonempty, quoted


@rule(
    code="CTC746",
    severity=Severity.WARNING,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Export Contacts Activity",
)
def check(fault: Fault) -> Findings:
    meant = fault.edits[0][1] if fault.edits else ""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a valid {fault.owner}",
        help=nonempty((did_you_mean(meant), expected(fault.expected))),
        fixes=fixes_of(fault, f"write {quoted(meant)}"),
    )
