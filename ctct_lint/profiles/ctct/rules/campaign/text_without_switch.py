"""A text is given for something that is switched off.

## Why

The words of a link or a reminder are used only when its switch is YES. With NO the
server ignores them, which is harmless; but whoever wrote them may have meant YES.

## How to fix it

Set the switch to YES if the text is to be seen. Otherwise nothing need be done.

## Example

```xml
<PermissionReminder>NO</PermissionReminder>
<PermissionReminderText>You signed up in our shop.</PermissionReminderText>
```

Use instead:

```xml
<PermissionReminder>YES</PermissionReminder>
<PermissionReminderText>You signed up in our shop.</PermissionReminderText>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.switches import SWITCH_OF, TEXTS_OF
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.conditions import of_fields


@rule(
    code="CTC428",
    severity=Severity.INFORMATION,
    on="campaign",
    operations=frozenset({Operation.CREATE}),
    when=of_fields(TEXTS_OF, "=NO"),
    evidence=Evidence.DOCUMENTATION,
    source="documentation table, as copied by a Ruby library",
)
def check(campaign: Record) -> Findings:
    """Yield a finding for each text whose switch says NO.

    An update sends back what is stored, so there it tells nothing.
    """
    texts = campaign.texts
    for name, switch in SWITCH_OF.items():
        if texts.get(switch) == "NO" and campaign.text(name):
            yield Finding(
                at=name_of(campaign.fields[name]),
                message=f"`{name}` is not used: `{switch}` is `NO`",
                help=(f"set `{switch}` to `YES` if the text is to be seen",),
                related=((value_of(campaign.fields[switch]), "switched off here"),),
            )
