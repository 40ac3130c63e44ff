"""A contact who wants no mail is put on a list with the action of the account's owner.

## Why

Whoever has opted out is on the Do Not Mail list, and only the contact can undo that:
the owner of the account cannot put such a contact on a list. The server's answer 400
Bad Request says that the "status transition is not allowed when action by owner". It
goes by the status that it has stored; the one in the document shows what that was.

## How to fix it

Leave the contact alone. `ACTION_BY_CONTACT` is for what the contact does, such as
clicking a Subscribe button; to use it without that is a breach of the terms of service.

## Example

```xml
<Status>Do Not Mail</Status>
<OptInSource>ACTION_BY_CUSTOMER</OptInSource>
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```

Use instead:

```xml
<Status>Do Not Mail</Status>
<OptInSource>ACTION_BY_CONTACT</OptInSource>
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.subscriptions import BY_CUSTOMER, lists_of
from ctct_lint.rules.base import Evidence, Finding, Findings, rule

_OPTED_OUT = "Do Not Mail"


@rule(
    code="CTC704",
    on="contact",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating / Opting-in a Contact",
)
def check(contact: Record) -> Findings:
    """Yield a finding at the action, if it is not the contact's."""
    opted_out = contact.text("Status") == _OPTED_OUT
    if opted_out and lists_of(contact) and contact.text("OptInSource") == BY_CUSTOMER:
        yield Finding(
            at=value_of(contact.fields["OptInSource"]),
            message=f"`{BY_CUSTOMER}` cannot put a contact who opted out on a list",
            help=("only the contact can opt in again, with `ACTION_BY_CONTACT`",),
            related=((value_of(contact.fields["Status"]), "opted out"),),
        )
