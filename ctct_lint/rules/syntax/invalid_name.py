"""A name has characters that no name may have.

## Why

A name begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`;
one colon may separate a prefix. A value of `xml:id` must be such a name, and the only
one.

## How to fix it

Correct the name.

## Example

```xml
<Campaign,Name>September</Campaign,Name>
```

Use instead:

```xml
<Name>September</Name>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted


@rule(
    code="CTC119",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.3; Namespaces in XML 1.0, section 4",
)
def check(fault: Fault) -> Findings:
    new = fault.edits[0][1] if fault.edits else ""
    message = f"{quoted(fault.subject)} is not a name that XML allows"
    help_ = "begin with a letter; letters, digits, `-`, `_` and `.` may follow"
    if fault.detail == "xml:id":
        message = f"`xml:id` needs a name of its own, not {quoted(fault.subject)}"
    elif fault.detail == "xml:id again":
        message = f"another element has the `xml:id` {quoted(fault.subject)} already"
        help_ = "write another ID here or there"
    elif fault.detail.startswith("spaced"):
        help_ = "a name has no blanks in it"
    elif fault.detail.startswith("slashed"):
        help_ = f"a name has no slash in it: the end tag is that of {quoted(new)}"
    is_known = fault.detail == "spaced"
    yield Finding(
        fault.at,
        message,
        help=(help_,),
        fixes=fixes_of(fault, f"write {quoted(new)}", is_safe=is_known),
    )
