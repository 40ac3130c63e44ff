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

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC744",
    evidence=Evidence.INFERENCE,
    source="documentation: Creating an Add Contacts Activity (its sample)",
    severity=Severity.WARNING,
    message="{subject} stands twice, but an activity has one",
    help="leave one of them out",
    related="the first one",
)
