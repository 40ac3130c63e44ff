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

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.insertion import known_address
from ctct_lint.rules.moved_text import id_in_text
from ctct_lint.rules.wording import escaped, quoted
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.place import after_name, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.syntax.fault import Fault

_ACCOUNT = "http://api.constantcontact.com/ws/customers/{user-name}"
_TYPE = ' type="application/vnd.ctct+xml"'
_ADD = {
    ("content", "type"): _TYPE,
    ("ContactList", "id"): f' id="{_ACCOUNT}/lists/{{number}}"',
    ("Email", "id"): f' id="{_ACCOUNT}/settings/emailaddresses/{{number}}"',
}


@rule(
    code="CTC208",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign (minimal sample)",
)
def check(fault: Fault) -> Iterator[Finding]:
    """Word the fault."""
    add = _ADD.get((fault.owner, fault.subject), f' {fault.subject}="…"')
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} lacks the required attribute {quoted(fault.subject)}",
        help=(f"add {quoted(add.strip(), 120)}",),
        fixes=tuple(_insertion(fault, add)),
    )


def _insertion(fault: Fault, add: str) -> Iterator[Proposal]:
    """Yield the fix: the type, the URI that is its text, the only address known."""
    element = fault.at.element
    if element is None:
        return
    if add == _TYPE:
        edits = ((after_name(element), add),)
        yield Proposal(f"add {quoted(add.strip(), 120)}", edits)
        return
    uri = id_in_text(element) if fault.subject == "id" else ""
    if uri:
        moved = (after_name(element), f' id="{escaped(uri)}"'), (value_of(element), "")
        yield Proposal("make the text its `id`", moved, Applicability.UNSAFE)
        return
    address = known_address(element) if fault.owner == "Email" else ""
    if address:
        add = f' {fault.subject}="{escaped(address)}"'
        edits = ((after_name(element), add),)
        title = f"add {quoted(add.strip(), 120)}"
        yield Proposal(title, edits, Applicability.UNSAFE)
