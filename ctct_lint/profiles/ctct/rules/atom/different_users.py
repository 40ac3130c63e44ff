"""The ids of one document name different users.

## Why

Every id holds the name of the account: `.../ws/customers/{user}/...`. A document
whose ids name two of them was most likely pasted together; the server answers 401
or 404 for what belongs to another account.

## How to fix it

Write the same user name, in lower case, in all ids.

## Example

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
  <ContactList id="http://api.constantcontact.com/ws/customers/ann/lists/2"/>
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/2"/>
</ContactLists>
```
"""

from __future__ import annotations

from collections import Counter

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.ids import NAMED, Id, is_uri_of, user_of
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import IDS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.white_space import trimmed


@rule(
    code="CTC305",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=IDS,
    evidence=Evidence.INFERENCE,
    source="the URIs of the documentation; status 401 for another account's URI",
)
def check(payload: Record) -> Findings:
    """Yield a finding for each id whose user is not that of most ids."""
    ids = [found for found in payload.doubtful_ids if not _is_broken(found)]
    named = [(user_of(found.value).strip().lower(), found) for found in ids]
    named = [(user, found) for user, found in named if user]
    users = [user for user, _ in named]
    if len(set(users)) <= 1:
        return
    usual = Counter(users).most_common(1)[0][0]
    first = next(found for user, found in named if user == usual)
    for user, found in named:
        if user != usual:
            yield Finding(
                at=found.at,
                message=f"this id names user {quoted(user)}, others {quoted(usual)}",
                help=("all ids of a document belong to one account",),
                related=((first.at, f"user {quoted(usual)} here"),),
            )


def _is_broken(found: Id) -> bool:
    """Say whether CTC407 says that it is not the URI of what it is the id of."""
    return found.owner in NAMED and not is_uri_of(found.owner, trimmed(found.value))
