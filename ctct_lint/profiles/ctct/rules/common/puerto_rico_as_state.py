"""`PR` is given as a state.

## Why

In the official lists of the service Puerto Rico is a country, `pr`, and no state of the
United States. A library of third parties has `PR` among the states; staff said of the
later interface that it is no valid state code.

## How to fix it

Write `pr` as the country, and leave the state empty.

## Example

```xml
<OrganizationState>PR</OrganizationState>
<OrganizationCountry>us</OrganizationCountry>
```

Use instead:

```xml
<OrganizationState></OrganizationState>
<OrganizationCountry>pr</OrganizationCountry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.regions import PARTS, PUERTO_RICO
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import local_name


@rule(
    code="CTC434",
    severity=Severity.WARNING,
    on="listed",
    operations=REQUESTS,
    when=of_fields((parts[0] for parts in PARTS.values()), f"={PUERTO_RICO}"),
    evidence=Evidence.V2,
    source="developer forum: a staff answer on the v2 interface; states.txt",
)
def check(record: Record) -> Findings:
    state, country, _ = PARTS[local_name(record.element)]
    value = record.text(state)
    if value == PUERTO_RICO:
        yield Finding(
            at=value_of(record.fields[state]),
            message=f"{quoted(value)} is not a state in the lists of the service",
            help=(f"leave `{state}` empty and write `pr` in `{country}`",),
        )
