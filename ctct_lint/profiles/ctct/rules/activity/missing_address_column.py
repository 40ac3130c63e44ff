"""The table of contacts has no column of addresses, or no heads.

## Why

The first line of `data` holds the heads of the columns, and one of them is
`EMAIL ADDRESS`: by the address a contact is found and added. Without heads the first
contact is taken for them.

## How to fix it

Begin `data` with a line such as `EMAIL ADDRESS,FIRST NAME`.

## Example

```form
activityType=SV_ADD&data=fred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
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

_MESSAGES = {
    "": "the data has no column `EMAIL ADDRESS`",
    "contact": "the first line is a contact, not the heads",
    "markup": "the data is XML, but must be a table in CSV",
}
_HELP = "begin with a line such as `EMAIL ADDRESS,FIRST NAME`"


@rule(
    code="CTC750",
    severity=Severity.WARNING,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Add Contacts / Remove Contacts Activity",
)
def check(fault: Fault) -> Findings:
    """Word the fault; a `detail` says what stands where the heads should."""
    yield Finding(fault.at, _MESSAGES[fault.detail], help=(_HELP,))
