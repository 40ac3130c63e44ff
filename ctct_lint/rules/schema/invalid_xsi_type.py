"""`xsi:type` names a type that the schema does not have.

## Why

`xsi:type` says which type an element has, so what may stand in it. The name must be
that of a type, with the prefix of its namespace; names are case-sensitive. What the
element holds must be of that type.

## How to fix it

Write one of the types that the help lists. If the name is right, its prefix may be of
another namespace, or not be declared.

## Example

```xml
<owner xsi:type="Compny"/>
```

Use instead:

```xml
<owner xsi:type="Company"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import HOLDS, Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, fixes_of, quoted


@rule(
    code="CTC229",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.3.4: Element Locally Valid (Element), 4",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `edits` are there if a type is close."""
    help_ = expected(fault.expected) if fault.expected else ""
    meant = fault.edits[0][1] if fault.edits else ""
    if meant:
        help_ = did_you_mean(meant)
    owner, written = quoted(fault.owner), quoted(fault.subject)
    message = f"{written} is no type that {owner} can have"
    if not fault.subject:
        message = f"the type that {owner} says it has is empty"
    elif fault.detail == HOLDS:
        message = f"{owner} holds what is not of the type {written}"
    yield Finding(
        fault.at,
        message,
        help=(help_,) if help_ else (),
        fixes=fixes_of(fault, f"write {quoted(meant)}", is_safe=False),
    )
