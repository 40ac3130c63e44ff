"""A value does not have the form that a pattern of its schema describes.

## Why

A schema can describe the form of a value by a pattern, such as two capital letters.

## How to fix it

Write the value in the form that the help quotes, a regular expression of XML Schema: it
must match from the first character to the last.

## Example

```xml
<isbn>0-201-89683-4</isbn>
```

Use instead:

```xml
<isbn>0201896834</isbn>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.facet_words import or_others
from ctct_lint.rules.wording import expected_form, quoted


@rule(
    code="CTC216",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.4",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` has the patterns, a line each."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} does not have the form of {quoted(fault.owner)}",
        help=tuple(h + or_others(fault) for h in expected_form(fault.detail)),
    )
