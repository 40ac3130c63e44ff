"""The `content` of an entry holds an element that is no resource of the service.

## Why

What an entry is about is said by the one element in its `content`, such as `Campaign`
or `ContactList`. The server knows it by its exact name and its namespace, and can do
nothing with another one. Elements of the v2 interface, or of a library of one's own,
are none of them.

## How to fix it

Write one of the resources that can be sent: `Campaign`, `Schedule`, `Contact`,
`ContactList`, `Folder`, `AttendanceStatus`.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Newsletter xmlns="http://ws.constantcontact.com/ns/1.0/"/>
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

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import renamed
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import did_you_mean, expected, quoted
from ctct_lint.schema.names import with_prefix

_SHORTEST = 4


@rule(
    code="CTC726",
    evidence=Evidence.DOCUMENTATION,
    source="documentation: the pages of the resources, which know no other",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` holds the resources that can be sent."""
    meant = [name for name in fault.expected if _is_part(fault.subject, name)]
    one = len(meant) == 1
    element = fault.at.element
    fixes: tuple[Proposal, ...] = ()
    if one and element is not None:
        written = with_prefix(element, meant[0])
        title = f"rename it to {quoted(written)}"
        fixes = (guess(title, *renamed(element, written)),)
    yield Finding(
        at=fault.at,
        message=f"{quoted(fault.subject)} is not a resource of the service",
        help=(did_you_mean(meant[0]) if one else expected(fault.expected),),
        fixes=fixes,
    )


def _is_part(one: str, other: str) -> bool:
    """Is one name a part of the other: `List` of `ContactList`?"""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return len(short) >= _SHORTEST and short in long
