"""A child element has the name of an attribute of its parent.

## Why

The `id` of a campaign, a list or an address is an attribute of its start tag. Written
as a child it is an element that the server does not know; it is passed over, and the
attribute is missing. An element called `xmlns` comes from programs that turn data
into elements without knowing attributes: XML reserves that name, and the namespace
that it was to declare is not declared.

## How to fix it

Move the value into an attribute of the parent's start tag. A library for XML has a
way to write attributes; see how it marks them in your data (`@id`, `_attributes`
...).

## Example

```xml
<id>http://api.constantcontact.com/ws/customers/greenleaf/campaigns/1104872210935</id>
<Name>Spring bulbs 2011</Name>
```

Use instead:

```xml
<Name>Spring bulbs 2011</Name>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import NEEDED, Fault
from ctct_lint.model.place import after_name, whole
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import escaped, quoted
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    code="CTC219",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact a Perl library that sends an `id` inside `Campaign`"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    needed = fault.detail == NEEDED
    name, tag = fault.subject, f'<{fault.owner} {fault.subject}="…">'
    is_ignored = name != "xmlns" and context.vocabulary.passes_over
    yield Finding(
        fault.at,
        f"{quoted(name)} is an attribute of {quoted(fault.owner)}, not an element",
        help=(f"write it in the start tag: {quoted(tag, 80)}",),
        fixes=tuple(_move(fault)),
        severity=Severity.WARNING if is_ignored and not needed else None,
    )


def _move(fault: Fault) -> Iterator[Proposal]:
    """Yield the fix, unless the start tag may have the attribute already."""
    element, parent, name = fault.at.element, fault.at.parent, fault.subject
    if element is None or parent is None or name == "xmlns":
        return
    if name not in parent.attrib and len(element) == 0:
        new = f' {name}="{escaped(trimmed(element.text))}"'
        title = f"make it an attribute of {quoted(fault.owner)}"
        yield guess(title, (after_name(parent), new), (whole(element), ""))
