"""White space stands around the `type` of a `content`.

## Why

The server looks at the type to know what it is sent. Whether it takes away white space
before that is not documented: a program that compares two strings does not, and then
the content is of no type that it knows.

## How to fix it

Write the type right behind the first quote, and the last quote right behind the type.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml ">
    <Campaign xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Campaign xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import attribute_value
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.names import CONTENT_TYPE
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import TYPES
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.white_space import trimmed


@rule(
    code="CTC314",
    severity=Severity.WARNING,
    on="entry",
    operations=REQUESTS,
    traits=TYPES,
    evidence=Evidence.INFERENCE,
    source="every sample writes the type without white space",
)
def check(entry: Record) -> Findings:
    """Yield a finding for the right type; what it is not, the schema says."""
    content = entry.fields.get("content")
    written = "" if content is None else content.get("type", "")
    value = trimmed(written)
    if content is None or value == written or value != CONTENT_TYPE:
        return
    at = attribute_value(content, "type")
    yield Finding(
        at=at,
        message=f"white space stands around {quoted(value)} in `type`",
        help=("write the type without it",),
        fixes=(Proposal("remove the white space", ((at, value),)),),
    )
