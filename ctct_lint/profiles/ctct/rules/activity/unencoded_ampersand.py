"""An `&` in a value of form data begins a new parameter.

## Why

`&` separates parameters. One that belongs to a value, such as the name of a company,
has to be written `%26`; else the value ends before it, and what follows is lost.

## How to fix it

Encode the value as a whole before the form is put together.

## Example

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com%2CSmith&Sons&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com%2CSmith%26Sons&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC748",
    evidence=Evidence.STANDARD,
    source="HTML 4.01, section 17.13.4: application/x-www-form-urlencoded",
    message="the `&` begins a new parameter, and the value ends before it",
    help="write `%26` for an `&` that belongs to the value",
    fix="write `%26`",
    is_safe=False,
)
