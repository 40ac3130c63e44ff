"""The name of a list or of a folder is longer than the later interface allows.

## Why

No limit of this interface is documented. The v2 interface, which is another door to the
same data, allows 255 characters for the name of a list and 40 for that of a folder.

## How to fix it

Shorten the name.

## Example

```xml
<atom:entry xmlns:atom="http://www.w3.org/2005/Atom">
  <atom:content>
    <Folder>
      <Name>Photographs of the opening of the flower shop</Name>
    </Folder>
  </atom:content>
</atom:entry>
```

Use instead:

```xml
<atom:entry xmlns:atom="http://www.w3.org/2005/Atom">
  <atom:content>
    <Folder>
      <Name>Opening of the flower shop</Name>
    </Folder>
  </atom:content>
</atom:entry>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.lengths import limits_of_v2, too_long
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import LONG
from ctct_lint.rules.base import Evidence, Findings, rule
from ctct_lint.schema.names import local_name

# Campaigns and contacts have rules of their own, with what is known of their limits.
_ELSEWHERE = frozenset({"Campaign", "Contact"})


@rule(
    code="CTC725",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=LONG,
    evidence=Evidence.V2,
    source="v2 documentation: contact lists; library folders",
)
def check(payload: Record) -> Findings:
    own = local_name(payload.element)
    if own in _ELSEWHERE:
        return
    yield from too_long(payload, limits_of_v2(own))
