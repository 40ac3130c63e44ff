"""`]]>` stands in text.

## Why

It ends a CDATA section, and none is open. CDATA sections do not nest: the first `]]>`
ends the section.

## How to fix it

Write `]]&gt;` in text. If all that stands before it was meant for a section, begin the
section; if it only ends once more what has ended already, remove it.

## Example

```xml
<Subject>Tulips ]]> are in</Subject>
```

Use instead:

```xml
<Subject>Tulips ]]&gt; are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of


@rule(
    code="CTC124",
    superseded_by=("early-cdata-end",),
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.4",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` has what begins a section if only that is missing."""
    message = "`]]>` ends a CDATA section, but none is open"
    help_, title = "write `]]&gt;`, or remove it", "escape it as `]]&gt;`"
    is_safe = False
    if fault.detail:
        help_ = f"begin the section with `{fault.detail}`, right after the start tag"
        title = "begin the CDATA section"
    elif not all(new for _, new in fault.edits):
        help_ = title = "remove it"
    else:
        is_safe = True
    yield Finding(
        fault.at, message, help=(help_,), fixes=fixes_of(fault, title, is_safe=is_safe)
    )
