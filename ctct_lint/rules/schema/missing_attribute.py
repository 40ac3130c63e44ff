"""A required attribute is not there.

## Why

`content` needs a `type`, by which the server knows what it holds: every sample of a
campaign has `application/vnd.ctct+xml`. A `ContactList` and an `Email` are named by
their `id`, the URI of the list or the verified address; without it the server cannot
know which one is meant.

## How to fix it

Add the attribute to the start tag.

## Example

```xml
<FromEmail>
  <Email/>
</FromEmail>
```

Use instead:

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
</FromEmail>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import after_name, value_of
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Proposal, rule
from ctct_lint.rules.moved_attribute import misnamed_id
from ctct_lint.rules.moved_text import id_in_text
from ctct_lint.rules.wording import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.context import Context
    from ctct_lint.rules.vocabulary import Attribute


@rule(
    code="CTC208",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign (minimal sample)",
)
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Word the fault; an `id` that has another name is told as that."""
    if fault.subject == "id" and misnamed_id(fault.at.element, context.facts):
        return
    lacking = context.vocabulary.attribute(fault.at.element, fault.owner, fault.subject)
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} lacks the required attribute {quoted(fault.subject)}",
        help=(f"add {quoted(lacking.shown, 120)}",),
        fixes=tuple(_insertion(fault, lacking, context)),
    )


def _insertion(
    fault: Fault, lacking: Attribute, context: Context
) -> Iterator[Proposal]:
    """Yield the fix: the URI that is the element's text, or what the profile knows."""
    element = fault.at.element
    if element is None:
        return
    uri = id_in_text(element, context.facts) if fault.subject == "id" else ""
    if uri:
        moved = (after_name(element), f' id="{escaped(uri)}"'), (value_of(element), "")
        yield Proposal("make the text its `id`", moved, Applicability.UNSAFE)
    elif lacking.written:
        edits = ((after_name(element), f" {lacking.written}"),)
        title = f"add {quoted(lacking.written, 120)}"
        yield Proposal(title, edits, lacking.applicability)
