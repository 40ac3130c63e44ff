"""A prefix is used that no `xmlns` declares.

## Why

The part of a name before the colon stands for a namespace, and `xmlns:prefix="..."` on
the element or around it says which. The first use of each prefix is reported.

## How to fix it

Declare the prefix, or remove it and the colon.

## Example

```xml
<ctct:Subject>Tulips are in</ctct:Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC131",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="Namespaces in XML 1.0, section 5",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault."""
    (declaration,) = fault.expected
    yield Finding(
        fault.at,
        f"no `xmlns` declares the prefix of {quoted(fault.subject)}",
        help=(f"add {quoted(declaration, 100)}, or remove the prefix",),
        fixes=fixes_of(fault, "declare the prefix", Applicability.UNSAFE),
    )
