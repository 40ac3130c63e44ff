"""A switch is YES, but the texts that it needs are missing or empty.

## Why

`ViewAsWebpage`, `PermissionReminder`, `IncludeForwardEmail` and
`IncludeSubscribeLink` each put something into the mail whose words the campaign
must give. The official sample refuses a form without them, the documentation of
the later interface calls them required.

## How to fix it

Write the text, or set the switch to NO.

## Example

```xml
<PermissionReminder>YES</PermissionReminder>
<PermissionReminderText></PermissionReminderText>
```

Use instead:

```xml
<PermissionReminder>NO</PermissionReminder>
<PermissionReminderText></PermissionReminderText>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.guesses import value_for
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.elsewhere import lacks
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.switches import SWITCH_OF, TEXTS_OF
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import insertion
from ctct_lint.rules.wording import child_tag, replacement


@rule(
    code="CTC404",
    on="campaign",
    operations=REQUESTS,
    when=(*of_fields(SWITCH_OF, "="), *(f"!{name}" for name in SWITCH_OF)),
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP sample cc_class.php; v2 documentation: Email Campaign API",
)
def check(campaign: Record, context: Context) -> Findings:
    for switch, names in TEXTS_OF.items():
        if campaign.text(switch).upper() == "YES":
            for name in names:
                if campaign.is_empty(name):
                    yield _empty(campaign, switch, name)
                elif lacks(campaign, name):
                    yield _missing(campaign, switch, name, context)


def _empty(campaign: Record, switch: str, name: str) -> Finding:
    usual = value_for(campaign.element, name)
    return Finding(
        at=name_of(campaign.fields[name]),
        message=f"`{name}` must not be empty when `{switch}` is `YES`",
        help=(f"write the text, or set `{switch}` to `NO`",),
        related=((value_of(campaign.fields[switch]), "switched on here"),),
        fixes=(
            *replacement(value_of(campaign.fields[name]), usual),
            _off(campaign, switch),
        ),
    )


def _missing(campaign: Record, switch: str, name: str, context: Context) -> Finding:
    """On update what is left out may be stored already, so only warn."""
    tag = child_tag(campaign.element, name)
    return Finding(
        at=name_of(campaign.element),
        message=f"`{name}` is missing, `{switch}` is `YES`",
        help=(f"add `{tag}` with the text, or set `{switch}` to `NO`",),
        related=((value_of(campaign.fields[switch]), "switched on here"),),
        fixes=(*insertion(context, campaign.element, name), _off(campaign, switch)),
        severity=Severity.WARNING if context.operation == Operation.UPDATE else None,
    )


def _off(campaign: Record, switch: str) -> Proposal:
    return guess(f"set `{switch}` to `NO`", (value_of(campaign.fields[switch]), "NO"))
