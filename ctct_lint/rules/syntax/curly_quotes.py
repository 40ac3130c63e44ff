"""The value of an attribute stands between typographic quotes.

## Why

Word processors, forums and mail programs turn straight quotes into curly ones, which
are ordinary characters to XML.

## How to fix it

Write straight quotes, `"`, around the value.

## Example

```xml
<ContactLists>
  <ContactList id=“http://api.constantcontact.com/ws/customers/tulips/lists/1” />
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
    code="CTC117",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="{subject} has typographic quotes",
    help='write straight quotes, `"`, around the value',
    fix="write straight quotes",
)
