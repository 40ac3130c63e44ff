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
from ctct_lint.rules.prefixing import prefixed
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.schema.explain.misnamed import PREFIXED


@rule(
    code="CTC204",
    evidence=Evidence.STANDARD,
    source=(
        "XML 1.0, section 3; "
        "for Constant Contact staff: names of elements are case-sensitive"
    ),
)
def check(fault: Fault) -> Findings:
    is_prefixed = fault.detail == PREFIXED
    right = fault.edits[0][1] if is_prefixed else fault.expected[0]
    title, fixing = f"rename it to {quoted(right)}", fixes_of
    if is_prefixed:
        fixing = prefixed
    help_, fixes = f"write {quoted(right)}", fixing(fault, title, is_safe=True)
    if fault.detail and not is_prefixed:
        where, _, neighbour = fault.detail.partition(" ")
        help_ += f", and move it {where} {quoted(neighbour)}"
        fixes = tuple(moving(fault, f"{title} and move it", right))
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} differs from {quoted(fault.expected[0])} in case",
        help=(help_,),
        notes=("element names are case-sensitive",),
        fixes=fixes,
    )
