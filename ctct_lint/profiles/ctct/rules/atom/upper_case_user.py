"""The user name in an id has capital letters.

## Why

The documentation asks for the user name in lower case wherever it is part of a URI:
`.../ws/customers/{user-name}/...`.

## How to fix it

Write the user name in lower case.

## Example

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/Joe/lists/1"/>
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.ids import user_of
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import IDS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import escaped, quoted
from ctct_lint.text.white_space import trimmed

# Who shows a document writes `XXXX` for the name.
_MASK = "x*-_"


@rule(
    code="CTC308",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=IDS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Account Email Addresses Resource, Service Document",
)
def check(payload: Record) -> Findings:
    for found in payload.doubtful_ids:
        value = trimmed(found.value)
        user = user_of(value)
        lower = user.lower()
        if user != lower and lower.strip(_MASK):
            right = escaped(value.replace(f"/{user}", f"/{lower}", 1))
            yield Finding(
                at=found.at,
                message=f"the user name {quoted(user)} of this id has capital letters",
                help=(f"write {quoted(lower)}",),
                fixes=(Proposal(f"write {quoted(lower)}", ((found.at, right),)),),
            )
