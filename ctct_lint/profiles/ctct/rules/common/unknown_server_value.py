"""A value that the server sets is none of those that it is known to set.

## Why

`Status`, `CampaignType` and `ArchiveStatus` of a campaign and `Status` of a contact
come from the server, and the documentation lists what they may be. A response with
another value has been changed on its way, or shows a value that the documentation does
not know.

## How to fix it

See where the document comes from. A program that reads it should not stumble over
unknown values.

## Example

```xml
<Status>Baking</Status>
```

Use instead:

```xml
<Status>Running</Status>
```
"""

from __future__ import annotations

from functools import cache

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, nonempty, quoted
from ctct_lint.schema.names import local_name


@rule(
    code="CTC420",
    severity=Severity.WARNING,
    on="payload",
    operations=frozenset({Operation.RESPONSE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation table, as copied by a Ruby library",
)
def check(record: Record) -> Findings:
    for name, values in _listed(local_name(record.element)):
        value = record.text(name)
        if value and value not in values:
            from ctct_lint.text.spelling import closest

            meant = closest(value, values) or ""
            yield Finding(
                at=value_of(record.fields[name]),
                message=f"{quoted(value)} is not a known {name}",
                help=nonempty((did_you_mean(meant), expected(values))),
            )


@cache
def _listed(owner: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    known = facts_of(CHECKED[owner].schema, owner).values()
    return tuple((f.name, f.values) for f in known if f.readonly and f.values)
