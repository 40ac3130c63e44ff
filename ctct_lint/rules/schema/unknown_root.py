"""The root of the document is not an Atom entry or feed.

## Why

Everything that is sent to the service is an Atom `entry`, whose `content` holds the
campaign or whatever it is; every collection that it returns is a `feed`. A campaign
on its own lacks the envelope and is refused. Among responses there are documents of
other kinds, such as the service document or an error: they are not checked, and said
to be so.

## How to fix it

Wrap the payload in `entry` and `content`, with `id`, `title` and `updated` beside the
`content`.

## Example

```xml
<?xml version="1.0" encoding="UTF-8"?>
<Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
  <ScheduledTime>2011-03-18T12:00:00.000Z</ScheduledTime>
</Schedule>
```

Use instead:

```xml
<?xml version="1.0" encoding="UTF-8"?>
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

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, fixes_of, quoted, renaming
from ctct_lint.schema.verdict.roots import ROUND
from ctct_lint.text.spelling import closest


@rule(
    code="CTC220",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.3.4; "
        "for Constant Contact its pages on creating and on listing campaigns"
    ),
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` holds the roots that there are, or that are in it."""
    message = f"{quoted(fault.subject)} is no root element of this vocabulary"
    if fault.detail == ROUND:
        yield _round(fault, message)
        return
    meant = closest(fault.subject, fault.expected)
    if meant is None and fault.edits:
        meant = fault.expected[0]
    help_ = did_you_mean(meant) if meant else expected(fault.expected)
    yield Finding(fault.at, message, help=(help_,), fixes=renaming(fault))


def _round(fault: Fault, message: str) -> Finding:
    """Word the fault of a root round whole documents."""
    name = quoted(fault.subject)
    advice = f"take away the tags of {name}, not what it holds"
    if len(fault.related) > 1:
        advice = f"write each {quoted(fault.expected[0])} into a file of its own"
    return Finding(
        fault.at,
        message,
        help=(advice,),
        related=tuple((place, "this is a root") for place, _ in fault.related),
        fixes=fixes_of(fault, "remove its tags", is_safe=False),
    )
