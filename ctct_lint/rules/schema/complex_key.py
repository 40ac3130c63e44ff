"""A key leads to an element that may hold others, and so has no value to compare.

## Why

The values of a key, or those that must be unique, are texts: of elements whose type is
one of texts, or of attributes. An element that may hold other elements has no such
value, whatever stands in it, and a validator refuses the document.

## How to fix it

As a rule the schema is at fault: its `xs:field` has to lead to an attribute or to an
element of texts. The message names the constraint. Until the schema is right, the
document is valid only without that element.

## Example

```xml
<disc><label><name>Verve</name></label></disc>
```

Use instead:

```xml
<disc/>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC240",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 1, section 3.11.4, 3",
    message="{subject} may hold elements, so it has no value for {detail}",
    help="in the schema, let the field of {detail} lead to a text",
)
