"""The ids of a schedule name different campaigns.

## Why

A schedule is posted to its campaign, and its ids and its link name that campaign
again. If they differ, one was left from another campaign, and the wrong mail may be
sent.

## How to fix it

Write the URI of the campaign's own schedule everywhere:
`.../campaigns/{campaign}/schedules/1`.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/12/schedules/1</id>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/campaigns/13/schedules/1"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/12/schedules/1</id>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/campaigns/12/schedules/1"/>
  </content>
</entry>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_value, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.ids import resource_path
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place


@rule(
    code="CTC604",
    severity=Severity.WARNING,
    on="schedule",
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Scheduling and Sending a Campaign, whose sample has one URI",
)
def check(schedule: Record) -> Findings:
    named = [(resource_path(uri), at) for uri, at in _uris(schedule)]
    named = [(campaign, at) for campaign, at in named if campaign]
    for campaign, at in named[1:]:
        first, there = named[0]
        if campaign != first:
            yield Finding(
                at=at,
                message=f"the schedule is of {quoted(first)}, this names "
                + quoted(campaign),
                help=("write the URI of the campaign's own schedule everywhere",),
                related=((there, f"{quoted(first)} here"),),
            )


def _uris(schedule: Record) -> Iterator[tuple[str, Place]]:
    """Yield the URIs of a schedule and their places, the entry's `id` first."""
    entry = schedule.entry
    if "id" in entry.fields:
        yield entry.text("id"), value_of(entry.fields["id"])
    for link in entry.element.iterchildren(atom("link")):
        if link.get("rel") == "edit":
            yield link.get("href") or "", attribute_value(link, "href")
    yield schedule.element.get("id") or "", attribute_value(schedule.element, "id")
