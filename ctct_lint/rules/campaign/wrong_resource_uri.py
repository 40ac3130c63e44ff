"""The `id` of an e-mail address or a contact list is not its URI.

## Why

`Email` and `ContactList` name resources of the account by their full URI, and the
server looks them up: `http://api.constantcontact.com/ws/customers/{user}/settings/
emailaddresses/{n}` and `.../lists/{n}`. Libraries found that anything else is
refused.

## How to fix it

Get the URIs with a GET of `.../settings/emailaddresses` and `.../lists`, and send
them as they are, with http.

## Example

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/"/>
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

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.ids import is_uri_of
from ctct_lint.rules.wording import article, quoted
from ctct_lint.schema.names import WHITE_SPACE
from ctct_lint.schema.operation import REQUESTS, Operation
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.record import Record

_BASE = "http://api.constantcontact.com/ws/customers/{user}"
_PATHS = {"Email": "settings/emailaddresses", "ContactList": "lists"}


@rule(
    code="CTC407",
    severity=Severity.ERROR,
    on=On.CAMPAIGN,
    operations=REQUESTS,
    evidence=Evidence.SDK,
    source="Ruby library ktec/constantcontact; documentation: Creating a Campaign",
)
def check(campaign: Record, operation: Operation) -> Iterator[Finding]:
    """Yield a finding for each id that is not the URI of such a resource."""
    del operation
    for found in campaign.doubtful_ids:
        path = _PATHS.get(found.owner)
        value = found.value.strip(WHITE_SPACE)
        if path is not None and not is_uri_of(found.owner, value):
            what = f"{article(found.owner)} `{found.owner}`"
            yield Finding(
                at=found.at,
                message=f"{quoted(value)} is not the URI of {what}"
                if value
                else f"the id of {what} must not be empty",
                help=(f"expected `{_BASE}/{path}/{{n}}`",),
            )
