"""`]]>` stands in text.

## Why

It ends a CDATA section, and none is open. CDATA sections do not nest: the first `]]>`
ends the section.

## How to fix it

Write `]]&gt;` in text.

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

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC124",
    superseded_by=("early-cdata-end",),
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.4",
    message="`]]>` ends a CDATA section, but none is open",
    help="write `]]&gt;`, or remove it",
    fix="escape it as `]]&gt;`",
)
