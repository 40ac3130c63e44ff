"""A list of a bulk activity is not named by its URI.

## Why

Lists are named by the full URI that a GET of the lists returns as their `id`, with
`http:` though calls go to `https:`. A number alone names no list, nor does its name.
In form data the URI is percent-encoded, once.

## How to fix it

Write the URI, such as `http://api.constantcontact.com/ws/customers/joe/lists/2`, and
encode it.

## Example

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists=2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted

_HELP = (
    "such as `http://api.constantcontact.com/ws/customers/joe/lists/2`, encoded once"
)
_REPEAT = "repeat the parameter for each list"


@rule(
    code="CTC745",
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Add Contacts / Remove Contacts Activity",
)
def check(fault: Fault) -> Findings:
    """Word the fault; with `https` the list can be told, so it is a warning."""
    if fault.subject.startswith("https:") and fault.edits:
        message = "the URI of a list begins with `http:`, not `https:`"
        fixes = (Proposal("write `http`", fault.edits),)
        yield Finding(fault.at, message, fixes=fixes, severity=Severity.WARNING)
    elif fault.edits:
        message = f"the URI in {quoted(fault.owner)} is percent-encoded twice"
        fixes = (Proposal("encode it once", fault.edits),)
        yield Finding(fault.at, message, help=(_HELP,), fixes=fixes)
    else:
        message = f"{quoted(fault.subject)} is not the URI of a list"
        yield Finding(fault.at, message, help=(_HELP, _REPEAT))
