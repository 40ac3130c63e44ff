"""The document has a document type declaration.

## Why

No document of the service has one, and a server that reads requests with a DOCTYPE lets
strangers read its files: so most refuse them. ctct-lint loads no DTD and expands no
entity.

## How to fix it

Remove the declaration, and write out the entities that it declares.

## Example

```xml
<!DOCTYPE entry>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import fixes_of
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC132",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8, which lets a processor refuse entities",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "the document has a document type declaration",
        help=("remove it; entities that it declares must be written out",),
        fixes=fixes_of(fault, "remove the declaration"),
    )
