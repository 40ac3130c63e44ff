"""A parameter has almost the name of one that the activity knows.

## Why

Parameters are found by their exact names. PHP numbers those that are repeated, as in
`lists[0]`, which `http_build_query` does by itself; the server looks for `lists`. An
export takes a single list as `listId`, the others take `lists`. Behind `&amp;`, which
is right in XML alone, each name begins with `amp;`.

## How to fix it

Write the name as the documentation has it, and repeat it for each value.

## Example

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists[0]=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```

Use instead:

```form
activityType=SV_ADD&data=Email+Address%0Afred%40example.com&lists=http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import did_you_mean, quoted


@rule(
    code="CTC742",
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating an Add Contacts / Remove Contacts Activity",
)
def check(fault: Fault) -> Findings:
    (meant,) = fault.expected
    is_escaped = fault.subject.startswith("amp;")
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a parameter of this activity",
        help=("write `&`, not `&amp;`" if is_escaped else did_you_mean(meant),),
        fixes=(Proposal(f"rename it to {quoted(meant)}", fault.edits),),
    )
