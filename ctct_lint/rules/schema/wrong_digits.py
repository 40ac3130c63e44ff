"""A number has more digits than its schema allows.

## Why

A schema can limit the digits of a decimal number: all of them, or those behind the
point. Prices and rates have such limits. Zeros at the start, and at the end of a
fraction, do not count.

## How to fix it

Round the number, or write it with fewer digits.

## Example

```xml
<price>9.999</price>
```

Use instead:

```xml
<price>9.99</price>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.facet_words import facet_help
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC225",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, sections 4.3.11 and 4.3.12",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the facet, such as `fractionDigits 2`."""
    facet = fault.detail.partition(" ")[0]
    where = " behind the point" if facet == "fractionDigits" else ""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} has too many digits{where} for {quoted(fault.owner)}",
        help=(facet_help(fault),),
    )
