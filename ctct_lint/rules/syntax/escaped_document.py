r"""The document is written as a string literal of JSON or a programming language.

## Why

In a string literal a quote is `\"` and the end of a line may be `\n`. XML knows no such
escapes: what is sent must be the string itself.

## How to fix it

Send the string that the literal stands for. Where it comes out of JSON, read the JSON
with a parser instead of cutting the value out of its text.

## Example

```xml
<entry xmlns=\"http://www.w3.org/2005/Atom\">
  <title type=\"text\">Tulips</title>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">Tulips</title>
</entry>
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
    code="CTC138",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    yield Finding(
        fault.at,
        "the document is escaped as a string literal",
        help=("send the string that the literal stands for",),
        fixes=fixes_of(fault, "unescape the document"),
    )
