"""The `content` of an entry holds two resources.

## Why

An entry is of one resource: it is created at the URI of a collection, or updated at its
own, and that URI takes no other kind. A schema allows one element in `content`.

## How to fix it

Send an entry for each, to the URI of its collection. The lists of a contact or of a
campaign are no second resource: they stand inside of it, in `ContactLists`.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <ContactList xmlns="http://ws.constantcontact.com/ns/1.0/">
      <Name>Buyers of bulbs</Name>
    </ContactList>
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <ContactList xmlns="http://ws.constantcontact.com/ns/1.0/">
      <Name>Buyers of bulbs</Name>
    </ContactList>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC727",
    evidence=Evidence.INFERENCE,
    source="every sample has one resource in a `content`",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `related` has the first payload, `expected` a place for it."""
    advice = "send it in an entry of its own"
    if fault.expected:
        advice += f", or move it into {quoted(fault.expected[0])}"
    yield Finding(
        at=fault.at,
        message=f"`content` holds a second resource, {quoted(fault.subject)}",
        help=(advice,),
        related=tuple((place, "the first one") for place, _ in fault.related),
    )
