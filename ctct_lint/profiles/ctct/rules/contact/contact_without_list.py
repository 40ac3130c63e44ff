"""A new contact is on no contact list.

## Why

The server refuses it: "The new contact must contain at least one valid ContactList" is
what its answer 400 Bad Request says. Only in an update may the lists be left out, which
takes the contact off all of them.

## How to fix it

Name a list. If the contact exists already, send the document with PUT to the contact's
own URI, and check it with `--operation update`.

## Example

```xml
<ContactLists></ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.subscriptions import (
    leaves_all_lists,
    names_lists_otherwise,
)
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC702",
    on="contact",
    operations=frozenset({Operation.CREATE}),
    evidence=Evidence.STAFF,
    source="developer forum: Error when removing contact from last list",
)
def check(contact: Record) -> Findings:
    """Yield a finding if no list is named; the schema says if `ContactLists` lacks.

    It also says if lists are named where they have no place.
    """
    if leaves_all_lists(contact) and not names_lists_otherwise(contact):
        yield Finding(
            at=name_of(contact.fields["ContactLists"]),
            message="a new contact must be on at least one contact list",
            help=("add a `<ContactList>` with the URI of a list as its `id`",),
            notes=("an update, sent with PUT to the contact, may have none",),
        )
