"""An id is written with https, where the server writes http.

## Why

Calls go to https, but the ids that name resources inside of documents begin with
`http://api.constantcontact.com`: an id is compared, not fetched. Libraries turn https
into http on purpose before they send an id. That the server minds is not known.

## How to fix it

Write `http` in ids. The URI that the document is sent to keeps its https.

## Example

```xml
<ContactLists>
  <ContactList id="https://api.constantcontact.com/ws/customers/joe/lists/1"/>
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
from ctct_lint.rules.wording import escaped
from ctct_lint.text.white_space import trimmed

_HTTPS = "https:"


@rule(
    code="CTC307",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=IDS,
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP sample cc_class.php and ctct_php_library, which turn https into http",
)
def check(payload: Record) -> Findings:
    for found in payload.doubtful_ids:
        value = trimmed(found.value)
        if value.startswith(_HTTPS) and user_of(value):
            right = escaped("http:" + value.removeprefix(_HTTPS))
            yield Finding(
                at=found.at,
                message=f"the id of `{found.owner}` is written with https",
                help=("write `http`, as the server does in ids",),
                fixes=(Proposal("write `http`", ((found.at, right),)),),
            )
