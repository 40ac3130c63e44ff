"""The head of a column is not a known one.

## Why

The first line of `data` says what the columns hold, and `columns` which of them an
export has, in names such as `EMAIL ADDRESS`, `FIRST NAME` and `CUSTOM FIELD 1`. What is
in a column of another name may be lost. The table of all names is not known, so this
is no error.

## How to fix it

Write the name that the documentation has. Capitals do not matter.

## Example

```form
activityType=SV_ADD&data=Email+Address%2CFrist+Name%0Afred%40example.com%2CFred&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%2CFirst+Name%0Afred%40example.com%2CFred&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, quoted

_HELP = "known are `EMAIL ADDRESS`, `FIRST NAME`, `CUSTOM FIELD 1` and others"


@rule(
    code="CTC749",
    severity=Severity.WARNING,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Add Contacts / Remove Contacts Activity",
)
def check(fault: Fault) -> Findings:
    """Word the fault; without a known head that is close it is but a remark."""
    meant = fault.expected[0] if fault.expected else ""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a known head of a column",
        help=(did_you_mean(meant) if meant else _HELP,),
        severity=None if meant else Severity.INFORMATION,
    )
