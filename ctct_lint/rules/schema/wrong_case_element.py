"""An element's name is right but for small and capital letters.

## Why

XML names are case-sensitive. An element in the wrong case counts as an unknown one; a
required one is then missing. Constant Contact's staff traced a refused document to
`emailaddress` for `EmailAddress`.

## How to fix it

Write the name as the documentation has it, in both tags. The fix does so.

## Example

```xml
<subject>Tulip bulbs are in</subject>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.moving import moving
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC204",
    evidence=Evidence.STANDARD,
    source=(
        "XML 1.0, section 3; "
        "for Constant Contact staff: names of elements are case-sensitive"
    ),
)
def check(fault: Fault) -> Findings:
    (right,) = fault.expected
    title = f"rename it to {quoted(right)}"
    help_, fixes = f"write {quoted(right)}", fixes_of(fault, title)
    if fault.detail:
        where, _, neighbour = fault.detail.partition(" ")
        help_ += f", and move it {where} {quoted(neighbour)}"
        fixes = tuple(moving(fault, f"{title} and move it", right))
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} differs from {quoted(right)} in case",
        help=(help_,),
        notes=("element names are case-sensitive",),
        fixes=fixes,
    )
