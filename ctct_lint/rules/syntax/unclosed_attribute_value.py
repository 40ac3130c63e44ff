"""The value of an attribute has no closing quote.

## Why

Without it the value goes on up to the next quote, over tags and other attributes.

## How to fix it

Add the quote where the value ends.

## Example

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/tulips/lists/1 />
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule
from ctct_lint.severity import Applicability

RULE = fault_rule(
    __name__,
    code="CTC115",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="the value in {subject} has no closing quote",
    help="add the same quote at the end of the value",
    fix="add the closing quote",
    applicability=Applicability.UNSAFE,
)
