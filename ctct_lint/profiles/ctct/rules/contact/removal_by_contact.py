"""A contact is taken off all lists with the action of the contact.

## Why

An update without a list removes the contact. The server takes that from the owner of
the account only: with `ACTION_BY_CONTACT` it answers 400 Bad Request, as Constant
Contact's staff said of an update that had worked before the accounts were moved to
another system. A contact who wants no more mail at all is opted out, which is a DELETE.

## How to fix it

Write `ACTION_BY_CUSTOMER`, or send a DELETE if the contact has opted out.

## Example

```xml
<OptInSource>ACTION_BY_CONTACT</OptInSource>
<ContactLists></ContactLists>
```

Use instead:

```xml
<OptInSource>ACTION_BY_CUSTOMER</OptInSource>
<ContactLists></ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of, value_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.subscriptions import (
    BY_CUSTOMER,
    is_by_contact,
    removal,
)
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import replacement


@rule(
    code="CTC703",
    on="contact",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.STAFF,
    source="developer forum: Error 400 Bad request updating a contact",
)
def check(contact: Record) -> Findings:
    """Yield a finding at the action, if the update leaves the contact on no list."""
    removed = removal(contact)
    if removed is not None and is_by_contact(contact):
        at = value_of(contact.fields["OptInSource"])
        # A guess: the contact may have meant to opt out.
        yield Finding(
            at=at,
            message="`ACTION_BY_CONTACT` cannot remove a contact from all lists",
            help=(f"write `{BY_CUSTOMER}`, or opt the contact out with a DELETE",),
            related=((name_of(removed), "this removes the contact"),),
            fixes=replacement(at, BY_CUSTOMER),
        )
