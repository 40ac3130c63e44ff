"""The `id` of an entry in an update is not the URI of a resource.

## Why

On create any URI will do for the `id`, the server replaces it. In an update it must be
the URI of the resource that is updated: neither a stand-in such as `data:,` nor the
URI of the collection.

## How to fix it

Write the `id` that a GET of the resource returned.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289</id>
</entry>
```
"""

from __future__ import annotations

import re

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records import ids
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.uri import trouble_with_uri
from ctct_lint.profiles.ctct.resources import PATHS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

_STAND_IN = lazy(r"(?:data|urn):", re.IGNORECASE)
_COLLECTION = lazy(rf"/(?:{'|'.join(PATHS)})(?:/0*)?$")


@rule(
    code="CTC309",
    severity=Severity.WARNING,
    on="entry",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating a List",
)
def check(entry: Record) -> Findings:
    """Yield a finding for a stand-in, a collection or another resource."""
    value = entry.text("id")
    resource = resource_of(entry.element)
    if not resource.needs_envelope or Operation.UPDATE not in resource.sent_for:
        return
    if trouble_with_uri(value):
        return  # which is a fault of its own
    path = ids.resource_path(value).rpartition("/")[0]
    if _STAND_IN.match(value):
        what = "a stand-in"
    elif _COLLECTION.search(value):
        what = "a collection"
    elif path and resource.path not in {"", path}:
        what = f"of `{path}`"
    else:
        return
    yield Finding(
        at=value_of(entry.fields["id"]),
        message=f"{quoted(value, 30)} is {what}, an update needs the resource's URI",
        help=("write the `id` that a GET of the resource returned",),
        notes=("only in a new entry may the `id` be any URI",),
    )
