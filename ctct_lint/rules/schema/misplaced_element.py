"""An element of the format stands in the wrong parent, or in the wrong order.

## Why

The server looks for each element in its own parent: `EmailAddress` in `FromEmail`,
`Name` in `Campaign`, `id` in `entry`. In another place it is not found, as if it were
missing. The order of elements matters nowhere in a campaign.

## How to fix it

Move the element with all that it holds to where the help says. Where it only lacks
the element round it, the fix puts that round it, and round those of its kind that
follow.

## Example

```xml
<Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
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

from ctct_lint.rules.base import FAULT, Evidence, Finding, Proposal, rule
from ctct_lint.rules.wording import child_tag, either, quoted
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.place import after, before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.rules.context import Context
    from ctct_lint.syntax.fault import Fault


@rule(
    code="CTC206",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign; each sample",
)
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Word the fault: `expected` holds parents, or `detail` a neighbour."""
    name, owner = quoted(fault.subject), quoted(fault.owner)
    where, _, neighbour = fault.detail.partition(" ")
    if neighbour:
        message = f"{name} must stand {where} {quoted(neighbour)} in {owner}"
        yield Finding(fault.at, message, help=(f"move it {where} {quoted(neighbour)}",))
    elif where in {"wrap", "inside"}:
        yield _lacks_wrapper(fault, context)
    elif fault.expected:
        message = f"{name} does not belong in {owner}"
        yield Finding(fault.at, message, help=(_advice(fault, context),))
    else:
        yield Finding(fault.at, f"{name} is out of order in {owner}")


def _lacks_wrapper(fault: Fault, context: Context) -> Finding:
    """Word the fault of an element that stands in its grandparent."""
    them = f"these {len(fault.related) + 1}" if fault.related else "it"
    tags = [_start_tag(fault, name, context) for name in fault.expected]
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} must stand in {either(fault.expected)}, "
        f"not directly in {quoted(fault.owner)}",
        help=(f"wrap {them} in {' or '.join(f'`{tag}`' for tag in tags)}",),
        related=tuple((place, "this one as well") for place, _ in fault.related),
        fixes=tuple(_wraps(fault, them, tags)),
    )


def _wraps(fault: Fault, them: str, tags: Iterable[str]) -> Iterator[Proposal]:
    """Yield a fix for each element that may be put round those at fault."""
    first = fault.at.element
    last = fault.related[-1][0].element if fault.related else first
    if first is None or last is None or fault.detail != "wrap":
        return
    if not _are_neighbours(first, last, len(fault.related)):
        return
    for tag in tags:
        end = f"</{tag[1:-1].partition(' ')[0]}>"
        edits = ((before(first), tag), (after(last), end))
        yield Proposal(f"wrap {them} in `{tag}`", edits, Applicability.UNSAFE)


def _are_neighbours(first: _Element, last: _Element, steps: int) -> bool:
    """Say whether the last follows so many steps after the first."""
    here: _Element | None = first
    for _ in range(steps):
        here = None if here is None else here.getnext()
    return here is last


def _start_tag(fault: Fault, name: str, context: Context) -> str:
    """Return the start tag of a wrapper, as it is to be written."""
    element = fault.at.element
    tag = child_tag(None if element is None else element.getparent(), name)
    return context.vocabulary.start_tag(tag)


def _advice(fault: Fault, context: Context) -> str:
    plain = f"<{fault.expected[0]}>"
    tag = context.vocabulary.start_tag(plain)
    if len(fault.expected) == 1 and tag != plain:
        return f"move it into `{tag}`"
    if fault.subject == "link":
        return "take it away: what is sent needs no links"
    return f"move it into {either(fault.expected)}"
