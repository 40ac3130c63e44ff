"""An update sends content for a campaign that was made from a template.

## Why

`STOCK` and `TEMPLATE_V2` campaigns were made in the user interface. Their content can
neither be read nor changed by the API, only their properties; a GET does not return it.

## How to fix it

Leave `EmailContent`, `EmailTextContent` and `StyleSheet` out of the update.

## Example

```xml
<CampaignType>STOCK</CampaignType>
<EmailTextContent>&lt;Text&gt;Tulips&lt;/Text&gt;</EmailTextContent>
```

Use instead:

```xml
<CampaignType>CUSTOM</CampaignType>
<EmailTextContent>&lt;Text&gt;Tulips&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.templates import FROM_TEMPLATES, is_from_template
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.wording import quoted

_CONTENT = ("EmailContent", "EmailTextContent", "StyleSheet")


@rule(
    code="CTC424",
    severity=Severity.WARNING,
    on="campaign",
    operations=frozenset({Operation.UPDATE}),
    when=of_fields(["CampaignType"], f"={'|'.join(FROM_TEMPLATES)}"),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating a Campaign",
)
def check(campaign: Record) -> Findings:
    if not is_from_template(campaign):
        return
    kind = campaign.text("CampaignType")
    for name in _CONTENT:
        if campaign.text(name):
            yield Finding(
                at=name_of(campaign.fields[name]),
                message=f"an update cannot change the `{name}` of a {quoted(kind)} "
                "campaign",
                help=(f"leave `{name}` out",),
                related=((value_of(campaign.fields["CampaignType"]), "its type"),),
            )
