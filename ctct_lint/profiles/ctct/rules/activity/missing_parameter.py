"""A bulk activity lacks a parameter that it needs.

## Why

To add and to remove contacts takes `data`, a table of contacts, and `lists`, the URI of
each list; to clear lists takes `lists`, an export `listId`, and all of them take
`activityType`. What an activity without one of them does is not known: the
documentation and all libraries send them.

## How to fix it

Add the parameter. `lists` is repeated, once for each list.

## Example

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import as_many, quoted

_MESSAGE = "the bulk activity lacks {}"
_ADVICE = {
    "activityType": "`activityType` says what to do, such as `SV_ADD`",
    "data": "`data` is a table in CSV: a line of heads, then a contact in each line",
    "lists": "`lists` is the URI of a list, percent-encoded, once for each list",
    "listId": "`listId` is the URI of the list to export, percent-encoded",
}


@rule(
    code="CTC741",
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Add Contacts / Remove Contacts Activity",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` holds what lacks, none where a value does."""
    if fault.detail:
        message = f"{quoted(fault.subject)} has no value"
        yield Finding(fault.at, message, help=(_ADVICE[fault.subject],))
        return
    names = as_many([quoted(name) for name in fault.expected], len(_MESSAGE))
    advice = tuple(_ADVICE[name] for name in fault.expected)
    yield Finding(fault.at, _MESSAGE.format(names), help=advice)
