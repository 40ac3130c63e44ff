"""The XML declaration is not the very first thing in the document.

## Why

Not even a blank line may stand before `<?xml`, and there is at most one. A second one
comes from a document that was pasted into another.

## How to fix it

Remove what stands before it, or the declaration itself: without one, the document is
XML 1.0 in UTF-8.

## Example

```xml
<!-- autumn -->
<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<?xml version="1.0" encoding="UTF-8"?>
<!-- autumn -->
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC125",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8",
    message="the XML declaration is not at the start of the document",
    help="nothing may stand before it, not even a blank line",
    fix="put the XML declaration right",
)
