"""A feed is checked as something to send.

## Why

A `feed` is a collection, as a GET returns it. What a POST or a PUT sends is always one
`entry`; the server does not take several at once.

## How to fix it

Send the entries one by one, each as a document of its own. To check what a GET
returned, use `--operation response`.

## Example

```xml
<feed xmlns="http://www.w3.org/2005/Atom">
  <entry>
    <id>data:,none</id>
  </entry>
</feed>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context


@rule(
    code="CTC306",
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign, Updating a Campaign",
)
def check(fault: Fault, context: Context) -> Findings:
    what = _PHRASES[Operation(context.operation)]
    yield Finding(
        at=fault.at,
        message=f"a `{fault.subject}` cannot be sent: {what} takes one `entry`",
        help=("send each `entry` on its own",),
        notes=("what a GET returned is checked with `--operation response`",),
    )


_PHRASES = {
    Operation.CREATE: "a create",
    Operation.UPDATE: "an update",
    Operation.RESPONSE: "a request",
}
