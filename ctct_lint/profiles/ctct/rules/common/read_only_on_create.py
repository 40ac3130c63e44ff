"""A new resource has an element that only the server sets.

## Why

Counters such as `Sent` and `Opens`, dates such as `LastEditDate` and addresses such as
`ArchiveURL` come from the server, and so do a contact's `Status`, `Name` and times. On
create it ignores them: nothing breaks, but the
document was most likely copied from a response, and may say more that does not fit a
new campaign.

## How to fix it

Leave the element out.

## Example

```xml
<Opens>12</Opens>
```

Use instead:

```xml
<Subject>News from Joe's Flowers</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of, whole
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.field_facts import read_only
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import READ_ONLY
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.schema.names import local_name


@rule(
    code="CTC422",
    severity=Severity.INFORMATION,
    on="payload",
    operations=frozenset({Operation.CREATE}),
    traits=READ_ONLY,
    evidence=Evidence.DOCUMENTATION,
    source="documentation table, as copied by a Ruby library",
)
def check(record: Record) -> Findings:
    names = read_only(local_name(record.element))
    for name, field in record.fields.items():
        if name in names:
            yield Finding(
                at=name_of(field),
                message=f"`{name}` is ignored on create: only the server sets it",
                help=(f"leave `{name}` out",),
                # An update needs some of them, and may have been taken for a create.
                fixes=(guess(f"remove `{name}`", (whole(field), "")),),
            )
