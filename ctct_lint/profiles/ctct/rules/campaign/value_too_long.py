"""A value is longer than the limit of the later interface.

## Why

No page of v1 names maximum lengths. Those of the v2 interface, which stores
campaigns in the same place, are known; a longer value may be refused or cut.

## How to fix it

Shorten the value.

## Example

```xml
<SubscribeLinkText>Subscribe to our weekly newsletter about flowers</SubscribeLinkText>
```

Use instead:

```xml
<SubscribeLinkText>Subscribe to our news</SubscribeLinkText>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.lengths import limits_of_v2, too_long
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import LONG
from ctct_lint.rules.base import Evidence, Findings, rule


@rule(
    code="CTC413",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    traits=LONG,
    evidence=Evidence.V2,
    source="v2 schema of a campaign",
)
def check(campaign: Record) -> Findings:
    yield from too_long(campaign, limits_of_v2("Campaign"))
