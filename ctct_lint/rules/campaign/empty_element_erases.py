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

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.schema.facts import facts_of
from ctct_lint.schema.operation import Operation
from ctct_lint.severity import Severity
from ctct_lint.syntax.place import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.record import Record

# These have rules of their own.
_ELSEWHERE = frozenset(
    {"EmailContent", "EmailTextContent", "GreetingName", "OrganizationState"}
)


@rule(
    code="CTC412",
    severity=Severity.INFORMATION,
    on=On.CAMPAIGN,
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating a Campaign",
)
def check(campaign: Record, operation: Operation) -> Iterator[Finding]:
    """Yield a finding for each editable element that is there but empty."""
    del operation
    for fact in facts_of("campaign.xsd", "Campaign").values():
        if fact.erases and fact.name not in _ELSEWHERE and campaign.is_empty(fact.name):
            yield Finding(
                at=name_of(campaign.fields[fact.name]),
                message=f"an empty `{fact.name}` erases the stored value",
                help=("send the stored value if it is to stay",),
            )
