"""A new campaign has a `CampaignType` other than CUSTOM.

## Why

`STOCK` and `TEMPLATE_V2` campaigns come from the templates of the user interface. Only
`CUSTOM` campaigns can be created by the API, and whatever is sent, the server ignores
it: the campaign will not be what the document says.

## How to fix it

Leave the element out, or write `CUSTOM`.

## Example

```xml
<CampaignType>STOCK</CampaignType>
```

Use instead:

```xml
<CampaignType>CUSTOM</CampaignType>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC421",
    severity=Severity.WARNING,
    on="campaign",
    operations=frozenset({Operation.CREATE}),
    when=("CampaignType!=|CUSTOM",),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Obtaining a Campaign's Information",
)
def check(campaign: Record) -> Findings:
    value = campaign.text("CampaignType")
    if value and value != "CUSTOM":
        yield Finding(
            at=value_of(campaign.fields["CampaignType"]),
            message=f"{quoted(value)} is ignored on create: a new campaign is `CUSTOM`",
            help=("leave `CampaignType` out, or write `CUSTOM`",),
        )
