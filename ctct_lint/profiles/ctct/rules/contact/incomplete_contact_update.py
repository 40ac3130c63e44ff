"""An update of a contact lacks the address or the lists.

## Why

The body of an update must contain all elements that a GET of the contact returned, the
documentation says, and in particular all lists that the contact is to be on: an update
replaces what is stored. What happens to an update without them is not known.

## How to fix it

Get the contact, change what is to be changed, and send back all of it.

## Example

```xml
<EmailAddress>joe@example.com</EmailAddress>
<City>Burlington</City>
```

Use instead:

```xml
<EmailAddress>joe@example.com</EmailAddress>
<City>Burlington</City>
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.elsewhere import lacks
from ctct_lint.profiles.ctct.records.field_facts import advised
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import child_tag


@rule(
    code="CTC709",
    severity=Severity.WARNING,
    on="contact",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating Contact Information",
)
def check(contact: Record, context: Context) -> Findings:
    for name in advised("Contact", context.operation):
        if lacks(contact, name):
            tag = child_tag(contact.element, name)
            yield Finding(
                at=name_of(contact.element),
                message=f"the update of a contact has no `{name}`",
                help=(f"add `{tag}` as a GET of the contact returned it",),
            )
