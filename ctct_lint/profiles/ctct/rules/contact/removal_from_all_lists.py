"""An update without a contact list removes the contact.

## Why

An update replaces the lists of a contact by those that it names. With none, the contact
leaves all of them and becomes a removed one, who gets no more mail until another
update. That is how the documentation removes contacts; it is easily done by mistake.

## How to fix it

Nothing, if that is meant. Otherwise name each list that the contact is to be on.

## Example

```xml
<OptInSource>ACTION_BY_CUSTOMER</OptInSource>
<ContactLists></ContactLists>
```

Use instead:

```xml
<OptInSource>ACTION_BY_CUSTOMER</OptInSource>
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.subscriptions import (
    is_by_contact,
    leaves_all_lists,
)
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC708",
    severity=Severity.INFORMATION,
    on="contact",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Adding a Contact to a List",
)
def check(contact: Record) -> Findings:
    """Yield a finding if no list is named; that by a contact has a rule of its own."""
    if leaves_all_lists(contact) and not is_by_contact(contact):
        yield Finding(
            at=name_of(contact.fields["ContactLists"]),
            message="an update without a list removes the contact from all lists",
            help=("name each list that the contact is to be on",),
        )
