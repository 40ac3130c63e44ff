"""A switch is there but empty, where YES or NO is expected.

## Why

The official PHP library sends an empty element for a box that was not ticked, so
the server may take it for NO; nothing says that it does.

## How to fix it

Write `YES` or `NO`, in capitals.

## Example

```xml
<ViewAsWebpage></ViewAsWebpage>
```

Use instead:

```xml
<ViewAsWebpage>NO</ViewAsWebpage>
```
"""

from __future__ import annotations

from ctct_lint.model.place import end_of, name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.switches import TEXTS_OF
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.conditions import of_fields


@rule(
    code="CTC414",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=of_fields(TEXTS_OF, "="),
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP library ctct_php_library, examples/createcampaign.php",
)
def check(campaign: Record) -> Findings:
    for name in TEXTS_OF:
        if campaign.is_empty(name):
            switch = campaign.fields[name]
            yield Finding(
                at=name_of(switch),
                message=f"`{name}` is empty, expected `YES` or `NO`",
                help=("write `NO`, or `YES` with the texts that it needs",),
                fixes=(guess("write `NO`", (end_of(switch), "NO")),),
            )
