"""An element stands that only stands for others.

## Why

An abstract element is a place for the members of its group: where a schema names
`item`, a `book` or a `toy` must stand. The abstract name itself never does.

## How to fix it

Write the member that is meant. The help lists them.

## Example

```xml
<item code="b1"/>
```

Use instead:

```xml
<book code="b1"/>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import (
    did_you_mean,
    expected,
    nonempty,
    quoted,
    renaming_exactly,
)


@rule(
    code="CTC227",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.3.4: Element Locally Valid (Element), 2",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has the elements that may stand there.

    `edits` are there if it can only be meant as one of them.
    """
    meant = fault.edits[0][1] if fault.edits else ""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is abstract: one of its group must stand here",
        help=nonempty(
            [
                did_you_mean(meant),
                expected(fault.expected) if len(fault.expected) > bool(meant) else "",
            ]
        ),
        fixes=renaming_exactly(fault),
    )
