"""An empty element in an update erases what is stored.

## Why

On a PUT the server stores what it is sent: an editable element that is present but
empty overwrites the stored value with nothing. The documentation uses this on
purpose, with `GreetingString`.

## How to fix it

Nothing, if that is meant. Otherwise send the value that a GET returned.

## Example

```xml
<GreetingString></GreetingString>
```

Use instead:

```xml
<GreetingString>Greetings!</GreetingString>
```
"""

from __future__ import annotations

from functools import cache

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.switches import SWITCH_OF
from ctct_lint.rules.base import Evidence, Finding, Findings, rule

# These have rules of their own.
_ELSEWHERE = frozenset(
    {"EmailContent", "EmailTextContent", "GreetingName", "OrganizationState"}
)


@rule(
    code="CTC412",
    severity=Severity.INFORMATION,
    on="campaign",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating a Campaign",
)
def check(campaign: Record) -> Findings:
    for name in _erasing():
        if campaign.is_empty(name) and not _is_needed(campaign, name):
            yield Finding(
                at=name_of(campaign.fields[name]),
                message=f"in an update an empty `{name}` erases the stored value",
                help=("send the stored value if it is to stay",),
            )


@cache
def _erasing() -> tuple[str, ...]:
    known = facts_of("campaign.xsd", "Campaign").values()
    names = (fact.name for fact in known if fact.erases)
    return tuple(name for name in names if name not in _ELSEWHERE)


def _is_needed(campaign: Record, name: str) -> bool:
    """Is it the text of a switch that is on? Then it is an error anyway."""
    return campaign.text(SWITCH_OF.get(name, "")).upper() == "YES"
