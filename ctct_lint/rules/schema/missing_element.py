"""A required element is not there.

## Why

The server answers 400 Bad Request to a document without an element that it requires.
Which ones these are is said in the documentation of each resource and shown by its
minimal samples; an update needs fewer than a create, and nothing is required of what
the server itself returned.

## How to fix it

Add the element. Its order among the others does not matter. The fix writes one with a
value that the server takes, such as `NO`, `HTML` or `TODO`, for you to look through;
where nobody can guess, as with the time of a schedule, there is none.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title/>
  <updated>2011-03-14T09:26:53Z</updated>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title/>
  <updated>2011-03-14T09:26:53Z</updated>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
      <ScheduledTime>2011-03-18T12:00:00.000Z</ScheduledTime>
    </Schedule>
  </content>
</entry>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.insertion import insertion
from ctct_lint.rules.wording import child_tag, clause, expected, quoted
from ctct_lint.schema.facts import first_sentence
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC207",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign; Creating a Contact; Updating a List",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault; `expected` holds the alternatives where there is a choice."""
    if len(fault.expected) > 1:
        message = f"{quoted(fault.owner)} lacks an element"
        yield Finding(fault.at, message, help=(expected(fault.expected),))
        return
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} lacks the required element {quoted(fault.subject)}",
        help=(_what_it_holds(fault),),
        fixes=tuple(_insertion(fault)),
    )


def _what_it_holds(fault: Fault) -> str:
    what = clause(first_sentence(fault.owner, fault.subject))
    # What `content` holds is of another namespace, and so of another prefix.
    parent = None if fault.owner == "content" else fault.at.element
    tag = quoted(child_tag(parent, fault.subject))
    return f"add {tag}: {what}" if what else f"add {tag}"


def _insertion(fault: Fault) -> Iterator[Proposal]:
    """Yield the fix, unless the child belongs to another namespace."""
    parent = fault.at.element
    if parent is not None and fault.owner != "content":
        yield from insertion(parent, fault.subject)
