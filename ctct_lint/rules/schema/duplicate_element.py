"""An element stands twice where it may stand once.

## Why

Each setting of a campaign and each part of an Atom entry has one value. What the
server does with a second one is not documented: it may take either or refuse the
document, so the document does not say for sure what it means. For the parts of an
Atom entry the Atom standard (RFC 4287) forbids the repetition.

## How to fix it

Keep one of the two. The fix removes the later one, which waits for your consent.

## Example

```xml
<Subject>Tulip bulbs are in</Subject>
<Subject>Spring bulbs 2011</Subject>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.place import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC205",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.INFERENCE,
    source="RFC 4287, section 4.1; every sample has each element once",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"duplicate {quoted(fault.subject)} in {quoted(fault.owner)}",
        help=("remove one of the two",),
        related=tuple((place, "first one here") for place, _ in fault.related),
        fixes=(_removal(fault),),
    )


def _removal(fault: Fault) -> Proposal:
    title = f"remove the second {quoted(fault.subject)}"
    removed = fault.at._replace(part=Part.WHOLE)
    return Proposal(title, ((removed, ""),), Applicability.UNSAFE)
