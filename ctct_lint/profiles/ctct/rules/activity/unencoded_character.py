"""A character in form data has to be percent-encoded.

## Why

In form data a `+` is a blank and a `%` begins a code, and all but letters, digits and
`-._*` is written as such a code. Some servers take more characters as they are, but a
`+` in an address always becomes a blank, and the address is another one.

## How to fix it

Encode each name and value: `encodeURIComponent` in JavaScript, `urlencode` in PHP,
`urllib.parse.quote_plus` in Python. The line ends of `data` are `%0A`.

## Example

```form
activityType=SV_ADD&data=Email+Address%0Afred+news%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%2Bnews%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from urllib.parse import quote

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.characters import named


@rule(
    code="CTC747",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source="HTML 4.01, section 17.13.4: application/x-www-form-urlencoded",
)
def check(fault: Fault) -> Findings:
    """Word the fault; whether a `+` was meant is not sure."""
    if fault.subject == "+":
        message, title = "the `+` in an address becomes a blank", "write `%2B`"
        sure, advice = Applicability.UNSAFE, title
    else:
        message = f"{named(fault.subject)} in `{fault.owner}` is not percent-encoded"
        title = f"encode `{fault.owner}`"
        sure, advice = Applicability.SAFE, f"write `{quote(fault.subject, safe='')}`"
    fixes = (Proposal(title, fault.edits, sure),) if fault.edits else ()
    yield Finding(fault.at, message, help=(advice,), fixes=fixes)
