"""`IncludeSubscribeLink` is YES, but mails are not forwarded with a link.

## Why

The link to subscribe is put into mails that a reader forwards with the link that
`IncludeForwardEmail` adds, and nowhere else. Without that one nobody gets to see it.

## How to fix it

Set `IncludeForwardEmail` to YES, or `IncludeSubscribeLink` to NO.

## Example

```xml
<IncludeForwardEmail>NO</IncludeForwardEmail>
<IncludeSubscribeLink>YES</IncludeSubscribeLink>
```

Use instead:

```xml
<IncludeForwardEmail>YES</IncludeForwardEmail>
<IncludeSubscribeLink>YES</IncludeSubscribeLink>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC429",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=("IncludeForwardEmail=NO",),
    evidence=Evidence.INFERENCE,
    source="documentation table, as copied by a Ruby library",
)
def check(campaign: Record) -> Findings:
    """Yield a finding at the YES that has no effect."""
    if campaign.text("IncludeSubscribeLink") != "YES":
        return
    if campaign.text("IncludeForwardEmail") == "NO":
        forward = value_of(campaign.fields["IncludeForwardEmail"])
        yield Finding(
            at=value_of(campaign.fields["IncludeSubscribeLink"]),
            message="the subscribe link is never seen: `IncludeForwardEmail` is `NO`",
            help=(
                "set `IncludeForwardEmail` to `YES`, or `IncludeSubscribeLink` to `NO`",
            ),
            notes=("the link stands in forwarded mails only",),
            related=((forward, "switched off here"),),
        )
