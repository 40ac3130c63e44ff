"""An element stands where the format knows none of that name.

## Why

The documentation lists every element of a resource. The server seems to pass over
any other one: published libraries send such elements and their campaigns are created.
So what the element was meant to say is lost without a word. That nothing worse
happens is known from libraries only, hence a warning.

## How to fix it

Remove the element, or give it the name that was meant. Names are case-sensitive.

## Example

```xml
<Subject>Tulip bulbs are in</Subject>
<Priority>high</Priority>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import FAULT, Evidence, Finding, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.place import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC201",
    severity=Severity.WARNING,
    on=FAULT,
    evidence=Evidence.SDK,
    source="Ruby and Perl libraries that send elements of no documented name",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not a known element of {quoted(fault.owner)}",
        help=("remove it, or write the name that was meant",),
        notes=("the server ignores elements that it does not know",),
        fixes=tuple(_removal(fault)),
    )


def _removal(fault: Fault) -> Iterator[Proposal]:
    if fault.at.element is not None:
        edits = ((whole(fault.at.element), ""),)
        yield Proposal("remove it", edits, Applicability.UNSAFE)
