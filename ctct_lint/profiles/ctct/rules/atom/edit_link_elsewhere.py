"""The edit link of an update leads to another resource than the entry's `id`.

## Why

The link with `rel="edit"` is where the resource is changed; a GET returns it beside
the `id` of the same resource. If they differ, one was left from another resource.
Libraries send the link of the collection with every document, which is harmless.

## How to fix it

Write the path of the resource in the link, or leave the link out.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <link href="/ws/customers/joe/campaigns/1100546096290" rel="edit"/>
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289</id>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <link href="/ws/customers/joe/campaigns/1100546096289" rel="edit"/>
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289</id>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import attribute_value, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.ids import resource_path
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC311",
    severity=Severity.WARNING,
    on="entry",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.INFERENCE,
    source="documentation: Updating a Campaign, whose sample has one URI in both",
)
def check(entry: Record) -> Findings:
    named = resource_path(entry.text("id"))
    if not named:
        return
    for link in entry.element.iterchildren(atom("link")):
        target = resource_path(link.get("href") or "")
        if link.get("rel") == "edit" and target and target != named:
            yield Finding(
                at=attribute_value(link, "href"),
                message=f"the edit link is of {quoted(target)}, "
                f"the update of {quoted(named)}",
                help=("correct the link, or leave it out",),
                related=((value_of(entry.fields["id"]), "the entry's id"),),
            )
