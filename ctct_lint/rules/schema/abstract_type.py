"""An element has a type that only others are derived from.

## Why

Of an abstract type no element can be. The element must name one of the types that are
derived from it, by `xsi:type`, so that a reader knows what it holds.

## How to fix it

Add `xsi:type` with one of the types that the help lists.

## Example

```xml
<payment/>
```

Use instead:

```xml
<payment xsi:type="CardPayment"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import expected, fixes_of, quoted


@rule(
    code="CTC228",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.4.4: Element Locally Valid (Type), 2",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has those that may be named, `edits` the right one."""
    new = fault.edits[0][1].strip() if fault.edits else ""
    what = f"the type {quoted(fault.subject)} of {quoted(fault.owner)}"
    yield Finding(
        fault.at,
        f"{what} is abstract: `xsi:type` must name one",
        help=(expected(fault.expected),) if fault.expected else (),
        fixes=fixes_of(fault, f"write {quoted(new)}", is_safe=False),
    )
