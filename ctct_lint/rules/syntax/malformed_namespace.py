"""The name of a namespace is not a URI, or is one that may not be declared.

## Why

Namespaces are compared character by character: one with a space in it is another
namespace, and no URI either. The namespaces of `xml` and `xmlns` cannot be declared
anew, and a prefix cannot stand for nothing.

## How to fix it

Write the name of the namespace exactly as it is published.

## Example

```xml
<link xmlns=" http://www.w3.org/2005/Atom" href="/ws" rel="self" />
```

Use instead:

```xml
<link xmlns="http://www.w3.org/2005/Atom" href="/ws" rel="self" />
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, mending, quoted

_NOTHING = "write the URI of the namespace, or take the declaration away"


@rule(
    code="CTC136",
    evidence=Evidence.STANDARD,
    source="Namespaces in XML 1.0, sections 2.1 and 3",
)
def check(fault: Fault) -> Findings:
    help_ = (f"write {quoted(fault.expected[0], 80)}",) if fault.expected else ()
    message = (
        f"{quoted(fault.subject)} cannot be the value of {quoted(fault.owner, 20)}"
    )
    if fault.subject == fault.owner:
        message = f"{quoted(fault.owner, 30)} is empty: no prefix stands for nothing"
        if not help_:
            yield Finding(fault.at, message, help=(_NOTHING,))
            return
    yield Finding(
        fault.at,
        message,
        help=help_,
        fixes=fixes_of(fault, mending(fault, "mend the declaration"), is_safe=False),
    )
