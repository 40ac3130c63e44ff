"""`xsi:nil` stands on an element that may not be nil.

## Why

`xsi:nil` says that an element has no value, where the schema allows that: nothing of
the format does. Serializers write it for a value that is null. To a validator the
element is invalid, whatever `xsi:nil` says of it, `false` as well.

## How to fix it

Leave the element out, or leave it empty: for an optional element both say that there
is no value. In an update an empty element erases what is stored.

## Example

```xml
<OrganizationAddress2 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:nil="true"/>
```

Use instead:

```xml
<OrganizationAddress2/>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC222",
    evidence=Evidence.STANDARD,
    source="XML Schema Part 1, section 3.3.4: Element Locally Valid (Element), 3.1",
    message="{owner} may not be nil: it cannot have {detail}",
    help="leave out the element, or only the attribute",
    fix="remove {detail}",
    is_safe=False,
)
