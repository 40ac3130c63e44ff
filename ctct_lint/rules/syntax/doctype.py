"""The document has a document type declaration.

## Why

By a document type a document can name files and addresses that its reader opens. A
server that takes such documents lets strangers read its files, so most refuse them.
ctct-lint loads no DTD and expands no entity. Where a schema says what is right, a
document type is not needed: no document of Constant Contact has one.

## How to fix it

Remove the declaration, and write out the entities that it declares.

## Example

```xml
<!DOCTYPE entry>
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom"></entry>
```
"""

from __future__ import annotations

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC132",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8, which lets a processor refuse entities",
    message="the document has a document type declaration",
    help="remove it; entities that it declares must be written out",
    fix="remove the declaration",
    is_safe=False,
)
