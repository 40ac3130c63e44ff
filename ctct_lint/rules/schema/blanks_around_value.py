"""White space stands before or behind a value whose type counts it.

## Why

Most types of XML Schema take no notice of white space around a value. One that is made
of `xs:string` does: with a blank or the end of a line beside it, a value is another
one, which is none of those that the schema allows.

## How to fix it

Write the value right between its tags or quotes, as the fix does.

## Example

```xml
<isbn>
  0201896834
</isbn>
```

Use instead:

```xml
<isbn>0201896834</isbn>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC243",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.6",
)
def check(fault: Fault) -> Findings:
    """Word the fault; its edits write the value without what stands round it."""
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} in {quoted(fault.owner)} has white space round it",
        help=("take it away: it counts as part of the value here",),
        fixes=fixes_of(fault, "take the white space away"),
    )
