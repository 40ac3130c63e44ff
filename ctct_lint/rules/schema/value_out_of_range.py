"""A number or date is smaller or greater than its schema allows.

## Why

A schema can say between which bounds a value must lie, and some types of XML Schema
have bounds themselves: an `unsignedByte` goes from 0 to 255.

## How to fix it

Write a value within the bounds that the help names.

## Example

```xml
<age>150</age>
```

Use instead:

```xml
<age>15</age>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.facet_words import facet_help
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC218",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, sections 4.3.7 to 4.3.10",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the bound, such as `minInclusive 1`."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is out of the range of {quoted(fault.owner)}",
        help=(facet_help(fault),),
    )
