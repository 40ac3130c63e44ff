"""An element is never closed.

## Why

Every start tag needs an end tag, or ends in `/>` if the element is empty. Without it
all that follows is read as content of the element.

## How to fix it

Add the end tag where the content of the element ends. If it is there as mere text,
`/Name>`, it only lacks its `<`; if it is there as another start tag, `<Name>`, it only
lacks its slash.

## Example

```xml
<Subject>Tulips are in
<FromName>Bulb Shop</FromName>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
<FromName>Bulb Shop</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.text.patterns import lazy

# What its end tag lacks, if one is there.
_LABELS = {"": "its end tag has no slash", "<": "its end tag has no `<`"}
# The local name in what follows, a start tag or an end tag.
_NAME = lazy(r"</?(?:[^<>/\s:]*:)?([^<>/\s:]+)")


@rule(
    code="CTC102",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; behind its end tag, `expected` has where it has no place."""
    message = f"{quoted(fault.subject)} is never closed"
    if not fault.expected:
        yield _written_twice(fault, message)
        return
    end_tag, *strange = fault.expected
    label = _LABELS.get(fault.detail, "it has to end before this")
    before = "" if fault.detail in _LABELS else f" before {quoted(fault.detail, 80)}"
    advice = f"close it with {quoted(end_tag, 80)}{before}"
    for parent in strange:
        # Closed, it would be in the wrong place.
        advice = f"remove the tag: it does not belong in {quoted(parent)}"
        fault = fault._replace(edits=())
    yield Finding(
        fault.at,
        message,
        help=(advice,),
        related=tuple((at, label) for at, _ in fault.related),
        fixes=fixes_of(fault, "add the end tag", is_safe=_is_sure(fault, context)),
    )


def _written_twice(fault: Fault, message: str) -> Finding:
    """Word the fault of a start tag right before its like."""
    tag = quoted(f"<{fault.subject}>", 80)
    return Finding(
        fault.at,
        message,
        help=(f"remove it: {tag} is written twice",),
        related=tuple((at, "the other one") for at, _ in fault.related),
        fixes=fixes_of(fault, "remove the tag", is_safe=False),
    )


def _is_sure(fault: Fault, context: Context) -> bool:
    """Say how sure the end is: a field surely ends before the next one."""
    vocabulary, facts = context.vocabulary, context.facts
    known = {n for owner in vocabulary.records for n in facts.children_of(owner)}
    ends = known.union(vocabulary.records, vocabulary.envelopes)
    following = _NAME.match(fault.detail)
    return (
        fault.subject.rpartition(":")[2] in known
        and following is not None
        and following[1] in ends
    )
