"""A campaign in HTML has a `StyleSheet`.

## Why

The style sheet belongs to the format `XHTML`. In a campaign whose `EmailContentFormat`
is `HTML` it has no effect, and a GET does not return it.

## How to fix it

Write the styles into the `style` attributes of the HTML, or send XHTML.

## Example

```xml
<EmailContentFormat>HTML</EmailContentFormat>
<StyleSheet>h1 { color: green }</StyleSheet>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet>h1 { color: green }</StyleSheet>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC430",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=("StyleSheet!=",),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Obtaining a Campaign's Information",
)
def check(campaign: Record) -> Findings:
    if campaign.text("StyleSheet") and campaign.text("EmailContentFormat") == "HTML":
        html = value_of(campaign.fields["EmailContentFormat"])
        yield Finding(
            at=value_of(campaign.fields["StyleSheet"]),
            message="`StyleSheet` has no effect: `EmailContentFormat` is `HTML`",
            help=("write the styles into the HTML's `style` attributes",),
            related=((html, "the format"),),
        )
