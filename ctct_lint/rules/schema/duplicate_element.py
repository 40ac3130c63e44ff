"""An element stands twice where it may stand once.

## Why

Each setting of a campaign and each part of an Atom entry has one value. What the
server does with a second one is not documented: it may take either or refuse the
document, so the document does not say for sure what it means. For the parts of an
Atom entry the Atom standard (RFC 4287) forbids the repetition.

## How to fix it

Keep one of the two. The fix removes the later one, which is a guess and waits for
your consent, unless both say the same.

## Example

```xml
<Subject>Tulip bulbs are in</Subject>
<Subject>Spring bulbs 2011</Subject>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.facts import children_of
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.place import Part
from ctct_lint.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.operation import Operation
    from ctct_lint.syntax.fault import Fault
    from ctct_lint.syntax.place import Place


_TAKEN = "a library sends it twice, and the server takes it"


@rule(
    code="CTC205",
    severity=Severity.ERROR,
    on=On.FAULT,
    evidence=Evidence.INFERENCE,
    source="RFC 4287, section 4.1; every sample has each element once",
)
def check(fault: Fault, _operation: Operation) -> Iterator[Finding]:
    """Word the fault."""
    known = children_of(fault.owner).get(fault.subject)
    is_taken = known is not None and known.repeats
    yield Finding(
        fault.at,
        f"duplicate {quoted(fault.subject)} in {quoted(fault.owner)}",
        help=("remove one of the two",),
        related=tuple((place, "first one here") for place, _ in fault.related),
        notes=(_TAKEN,) if is_taken else (),
        fixes=(_removal(fault),),
        severity=Severity.WARNING if is_taken else None,
    )


def _removal(fault: Fault) -> Proposal:
    title = f"remove the second {quoted(fault.subject)}"
    removed = fault.at._replace(part=Part.WHOLE)
    safe = all(_says_the_same(place, fault.at) for place, _ in fault.related)
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return Proposal(title, ((removed, ""),), applicability)


def _says_the_same(first: Place, second: Place) -> bool:
    """Do two elements hold the same text and nothing else?"""
    one, other = first.element, second.element
    if one is None or other is None or len(one) or len(other):
        return False
    values = [trimmed(e.text) for e in (one, other)]
    return values[0] == values[1] and one.items() == other.items()
