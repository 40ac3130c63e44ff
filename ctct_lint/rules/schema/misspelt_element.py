"""An element has almost the name of one that the format knows.

## Why

The server looks for elements by their exact names. One that is misspelt is not
found: a required element is then missing and the document is refused, an optional
one has no effect. That names must be exact is known from Constant Contact's staff,
who traced refused documents to them.

## How to fix it

Write the name as the documentation has it. The fix renames both tags; as it rests on
a guess, it is not applied unasked.

## Example

```xml
<Subjekt>Tulip bulbs are in</Subjekt>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.wording import did_you_mean, quoted
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC202",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STAFF,
    source="staff answer in the developer forum: names must be exact",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    (meant,) = fault.expected
    title = f"rename it to {quoted(meant)}"
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not an element of {quoted(fault.owner)}",
        help=(did_you_mean(meant),),
        fixes=(Proposal(title, fault.edits, Applicability.UNSAFE),),
    )
