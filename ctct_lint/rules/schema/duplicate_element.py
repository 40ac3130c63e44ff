"""An element stands twice where it may stand once.

## Why

The schema allows the element once, or only so many times. Which of more a reader takes
is not known, so the document does not say for sure what it means.

Each setting of a Constant Contact campaign has one value, and what the service does
with a second one is not documented. For the parts of an Atom entry the Atom standard
(RFC 4287) forbids the repetition.

## How to fix it

Keep one of the two. The fix removes the later one, which waits for your consent, or
makes one `ContactLists` of two, so that no list gets lost. If only the first one is
empty, or has a value that is wrong, the fix removes that. If one of the two may
be another element, which is missing, none is removed; where its place, or what it
holds, tells which one, the fix renames that.

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

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import Part, end_tag_of, start_tag_of, whole
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.lacking_names import perhaps
from ctct_lint.rules.too_many import one_too_many
from ctct_lint.rules.wording import as_many, fixes_of, quoted
from ctct_lint.schema.explain.too_many import MOST
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


_REMOVE = "remove one of the two"
_TAKEN = "a library sends it twice, and the server takes it"


@rule(
    code="CTC205",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact RFC 4287, section 4.1, and every sample"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault.

    `detail` is `earlier` if the fault is of the first element, `first` if it is of
    the second one though the first is the worse, and begins with `most` where more
    than one may stand there. What is `perhaps` lacks beside them.
    """
    if fault.detail.startswith(MOST):
        yield one_too_many(fault)
        return
    if fault.expected:
        yield _several(fault)
        return
    other = "second" if fault.detail == "earlier" else "first"
    known = context.facts.children_of(fault.owner).get(fault.subject)
    is_taken = known is not None and known.repeats
    fixes = tuple(_removal(fault, context))
    kept = [fix.title for fix in fixes if not fix.title.startswith("remove")]
    help_ = tuple(kept) or (_REMOVE,)
    if fault.perhaps:
        help_ = (perhaps(fault.perhaps, _REMOVE),)
    why = ", which is wrong" if fault.detail == "first" else ""
    yield Finding(
        fault.at,
        f"duplicate {quoted(fault.subject)} in {quoted(fault.owner)}",
        help=help_,
        related=tuple((place, f"{other} one here{why}") for place, _ in fault.related),
        notes=(_TAKEN,) if is_taken else (),
        fixes=fixes,
        severity=Severity.WARNING if is_taken else None,
    )


def _several(fault: Fault) -> Finding:
    """Word the fault of several in a row that stand there once more."""
    start, end = "duplicate ", f" in {quoted(fault.owner)}"
    names = as_many([*map(quoted, fault.expected)], len(start + end))
    return Finding(
        fault.at,
        start + names + end,
        help=(f"remove these {len(fault.expected)}, or those before them",),
        related=tuple((place, "the first of them") for place, _ in fault.related),
        fixes=fixes_of(fault, f"remove these {len(fault.expected)}", is_safe=False),
    )


def _removal(fault: Fault, context: Context) -> Iterator[Proposal]:
    second = fault.at.element
    is_worth_more = second is not None and not _is_blank(second)
    is_first_blank = any(
        e is not None and _is_blank(e) for (_, e, *_), _ in fault.related
    )
    if fault.perhaps:
        yield from (*_merging(fault, context), *_renaming(fault))
        return
    if fault.detail == "first" or (is_worth_more and is_first_blank):
        yield from _removal_of_first(fault)
        return
    merged = tuple(_merging(fault, context))
    if merged:
        yield from merged
        return
    title = f"remove the {_which(fault, second)} {quoted(fault.subject)}"
    removed = fault.at._replace(part=Part.WHOLE)
    yield guess(title, (removed, ""))


def _renaming(fault: Fault) -> Iterator[Proposal]:
    """Yield the fix that gives one of the two the name of what is missing."""
    for (_, element, *_), new in fault.edits[:1]:
        title = f"rename the {_which(fault, element)} {quoted(fault.subject)}"
        yield guess(f"{title} to {quoted(new)}", *fault.edits)


def _which(fault: Fault, element: _Element | None) -> str:
    """Say which one an element is of the two."""
    is_told = element is fault.at.element
    return "second" if is_told != (fault.detail == "earlier") else "first"


def _merging(fault: Fault, context: Context) -> Iterator[Proposal]:
    """Yield a fix that keeps what both hold, where it may stand in one of them."""
    second, facts = fault.at.element, context.facts.children_of(fault.subject)
    if second is None or not facts or not all(fact.many for fact in facts.values()):
        return
    for place, _ in fault.related:
        first = place.element
        if first is not None and _can_be_one(first, second):
            title = f"make one {quoted(fault.subject)} of the two"
            yield guess(title, (end_tag_of(first), ""), (start_tag_of(second), ""))


def _can_be_one(first: _Element, second: _Element) -> bool:
    """Say whether only two tags stand between what they hold."""
    follows = first.getnext() is second
    return follows and bool(len(first) and len(second)) and not second.attrib


def _is_blank(element: _Element) -> bool:
    return not (len(element) or element.attrib or trimmed(element.text or ""))


def _removal_of_first(fault: Fault) -> Iterator[Proposal]:
    """Yield the fix, unless the first one has more than a value that is wrong."""
    for place, _ in fault.related:
        first = place.element
        if first is not None and not (len(first) or first.attrib):
            why = "empty" if _is_blank(first) else "wrong"
            title = f"remove the first {quoted(fault.subject)}, which is {why}"
            yield guess(title, (whole(first), ""))
