"""An id begins or ends with white space.

## Why

White space is part of a URI reference that the server looks up. Documentation pages
show ids with a leading blank, which is an artefact of the page; whoever copies them
sends an id that names nothing.

## How to fix it

Take the white space away.

## Example

```xml
<ContactLists>
  <ContactList id=" http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import IDS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import escaped
from ctct_lint.text.white_space import WHITE_SPACE, trimmed


@rule(
    code="CTC302",
    severity=Severity.WARNING,
    on="payload",
    traits=IDS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Campaign Resource, whose page shows such ids",
)
def check(payload: Record) -> Findings:
    """Yield a finding for each id with white space around it.

    The text of `id` may stand on a line of its own, as pretty-printers put it.
    """
    for found in payload.doubtful_ids:
        value = trimmed(found.value)
        on_its_own_line = not found.attribute and "\n" in found.value
        if value and value != found.value and not on_its_own_line:
            where = "begins" if found.value[0] in WHITE_SPACE else "ends"
            fix = Proposal("remove the white space", ((found.whole, escaped(value)),))
            yield Finding(
                at=found.at,
                message=f"the id of `{found.owner}` {where} with white space",
                help=("remove the white space",),
                fixes=(fix,),
            )
