"""An element of the format stands in the wrong parent, or in the wrong order.

## Why

The server looks for each element in its own parent: `EmailAddress` in `FromEmail`,
`Name` in `Campaign`, `id` in `entry`. In another place it is not found, as if it were
missing. The order of elements matters nowhere in a campaign.

## How to fix it

Move the element with all that it holds to where the help says.

## Example

```xml
<Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
```

Use instead:

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
</FromEmail>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, rule
from ctct_lint.rules.wording import either, quoted
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC206",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign; each sample",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault: `expected` holds parents, or `detail` a neighbour."""
    name, owner = quoted(fault.subject), quoted(fault.owner)
    where, _, neighbour = fault.detail.partition(" ")
    if neighbour:
        message = f"{name} must stand {where} {quoted(neighbour)} in {owner}"
        yield Finding(fault.at, message, help=(f"move it {where} {quoted(neighbour)}",))
    elif fault.expected:
        message = f"{name} does not belong in {owner}"
        yield Finding(fault.at, message, help=(_advice(fault),))
    else:
        yield Finding(fault.at, f"{name} is out of order in {owner}")


def _advice(fault: Fault) -> str:
    if fault.expected == ("content",):
        return 'move it into `<content type="application/vnd.ctct+xml">`'
    if fault.subject == "link":
        return "take it away: what is sent needs no links"
    return f"move it into {either(fault.expected)}"
