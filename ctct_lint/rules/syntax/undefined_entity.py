"""A reference names an entity that XML does not have.

## Why

XML knows five entities: `amp`, `lt`, `gt`, `quot` and `apos`. All others, such as
`&nbsp;` and `&eacute;`, are those of HTML.

## How to fix it

Write the character itself or its number. In an HTML message that is escaped, the
reference is escaped as well: `&amp;nbsp;`.

## Example

```xml
<Subject>Caf&eacute; opens</Subject>
```

Use instead:

```xml
<Subject>Caf&#233; opens</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC108",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.1",
)
def check(fault: Fault) -> Findings:
    (new,) = fault.expected or ("",)
    known = new.startswith("&#")
    help_ = f"write {quoted(new, 80)}" if new else "write the text that it stands for"
    if known:
        help_ = f"write the character itself or {quoted(new)}"
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is no entity of XML",
        help=(help_,),
        related=tuple((place, "this one neither") for place, _ in fault.related),
        fixes=fixes_of(fault, f"replace it with {quoted(new)}", is_safe=known),
    )
