"""The entry's `id` is not a URI.

## Why

The server parses the `id` of what it is sent as a URI and answers 400 Bad Request
if it has no scheme: `<id>2</id>` was refused. On create any URI will do, the server
replaces it; on update it must be the URI of the resource.

## How to fix it

Write any URI on create, such as `data:,`, and the resource's own URI on update.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>2</id>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
</entry>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.patterns import lazy
from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.operation import REQUESTS, Operation
from ctct_lint.severity import Severity
from ctct_lint.syntax.place import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.record import Record

_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.-]*:.")


@rule(
    code="CTC301",
    severity=Severity.ERROR,
    on=On.ENTRY,
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: 400 adding a new contact",
)
def check(entry: Record, operation: Operation) -> Iterator[Finding]:
    """Yield a finding for an id that is blank or has no scheme."""
    if not entry.has("id") or _SCHEME.match(entry.text("id")):
        return
    example = "any URI, such as `data:,none`"
    if operation is Operation.UPDATE:
        example = "the URI of the resource that is updated"
    value = entry.text("id")
    yield Finding(
        at=value_of(entry.fields["id"]),
        message=f"{quoted(value)} is not a URI" if value else "`id` must not be empty",
        help=(f"write {example}",),
        notes=("the server answers 400 to an id without a scheme",) if value else (),
    )
