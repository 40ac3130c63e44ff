"""An element is missing that nearly every accepted campaign has.

## Why

The documentation's minimal campaign has `ViewAsWebpage`, a published plugin leaves it
out. An update has `EmailContentFormat`, unless the campaign was made from a template.
It is not certain that the server needs them.

## How to fix it

Add the element: `NO` if in doubt, or the format that the content is in.

## Example

```xml
<Subject>News from Joe's Flowers</Subject>
```

Use instead:

```xml
<Subject>News from Joe's Flowers</Subject>
<ViewAsWebpage>NO</ViewAsWebpage>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.elsewhere import lacks
from ctct_lint.profiles.ctct.records.field_facts import advised
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.templates import is_from_template
from ctct_lint.profiles.ctct.records.traits import UNADVISED
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import insertion
from ctct_lint.rules.wording import child_tag


@rule(
    code="CTC411",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    traits=UNADVISED,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign; against it: an old WordPress plugin",
)
def check(campaign: Record, context: Context) -> Findings:
    if context.operation == Operation.UPDATE and is_from_template(campaign):
        return
    for name in advised("Campaign", context.operation):
        # The parts of an address are a rule of their own.
        if not name.startswith("Organization") and lacks(campaign, name):
            found = Finding(name_of(campaign.element), f"`Campaign` has no `{name}`")
            yield found if context.counts else _told(found, campaign, name, context)


def _told(found: Finding, campaign: Record, name: str, context: Context) -> Finding:
    """Return a finding with what helps: nobody reads that of one that is counted."""
    tag = child_tag(campaign.element, name)
    value = context.vocabulary.value_for(campaign.element, name)
    fixes = tuple(insertion(context, campaign.element, name))
    return found._replace(
        help=(f"add `{tag}`, with `{value}` if in doubt",), fixes=fixes
    )
