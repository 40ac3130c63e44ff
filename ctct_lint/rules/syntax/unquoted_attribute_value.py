"""The value of an attribute has no quotes.

## Why

HTML takes a value without quotes, XML does not.

## How to fix it

Put the value between `"` or `'`.

## Example

```xml
<ContactLists>
  <ContactList id=http://api.constantcontact.com/ws/customers/tulips/lists/1 />
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC111",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="the value {subject} has no quotes",
    help='put it between `"`',
    fix="put it between quotes",
)
