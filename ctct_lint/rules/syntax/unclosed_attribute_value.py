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

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, mending, quoted


@rule(
    code="CTC115",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    title = mending(fault, "add the closing quote")
    yield Finding(
        fault.at,
        f"the value in {quoted(fault.subject)} has no closing quote",
        help=("add the same quote at the end of the value",),
        fixes=fixes_of(fault, title, is_safe=False),
    )
