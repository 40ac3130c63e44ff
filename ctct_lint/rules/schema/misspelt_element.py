"""An element has almost the name of one that the format knows.

## Why

Elements are looked for by their exact names. One that is misspelt is not found: a
required element is then missing, an optional one has no effect.

Constant Contact's staff traced refused documents to such names. So it is with the names
that other interfaces have for the same thing, such as `Zip` or `first_name`; where
nothing requires the element, the document is taken without it, and it is a warning.

The name of another element beside it is as wrong: what it holds, or its place, tells
which one is meant.

## How to fix it

Write the name as the documentation has it. The fix renames both tags. It is safe for
a slip of the pen; where another name may be meant, it is a guess and waits for your
consent.

## Example

```xml
<Subjekt>Tulip bulbs are in</Subjekt>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import HOLDS, NEEDED, STANDS, Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.characters import about_letters
from ctct_lint.rules.context import Context
from ctct_lint.rules.moved_text import named_by
from ctct_lint.rules.moving import moving
from ctct_lint.rules.prefixing import prefixed
from ctct_lint.rules.wording import did_you_mean, fixes_of, nonempty, quoted
from ctct_lint.schema.explain.misnamed import PREFIXED
from ctct_lint.text.slips import is_sure
from ctct_lint.text.spelling import bare

if TYPE_CHECKING:
    from lxml.etree import _Element


@rule(
    code="CTC202",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact staff: names must be exact"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; a name that others use for what need not be there is no error."""
    (meant,) = fault.expected
    siblings = context.facts.children_of(fault.owner)
    fact = siblings.get(meant)
    is_ignored = (
        fact is not None
        and bare(fault.subject) in fact.also
        and context.operation not in fact.required
    )
    if fault.detail == NEEDED and fault.at.element is not None:
        yield _invented(fault, fault.at.element, context)
        return
    if fault.detail in {HOLDS, STANDS}:
        yield _of_sibling(fault, meant)
        return
    sure, fixing = is_sure(fault.subject, meant, siblings), fixes_of
    if fault.detail == PREFIXED:
        meant, fixing = fault.edits[0][1], prefixed
    elif fault.detail:
        yield _misplaced(fault, meant)
        return
    yield Finding(
        fault.at,
        f"{quoted(fault.subject)} is not an element of {quoted(fault.owner)}",
        help=nonempty((did_you_mean(meant), about_letters(fault.subject))),
        notes=("the server ignores elements that it does not know",) * is_ignored,
        fixes=fixing(fault, f"rename it to {quoted(meant)}", is_safe=sure),
        severity=Severity.WARNING if is_ignored else None,
    )


def _invented(fault: Fault, element: _Element, context: Context) -> Finding:
    """Word the fault of one that says in its text what is an `id` of the one meant."""
    (meant,) = fault.expected
    made = named_by(element, meant, context.facts)
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} is not an element of {quoted(fault.owner)}",
        help=(f'write `<{meant} id="..."/>`',),
        fixes=made or fixes_of(fault, f"rename it to {quoted(meant)}", is_safe=False),
    )


def _of_sibling(fault: Fault, meant: str) -> Finding:
    """Word the fault of one with the name of another: its content or place tells it."""
    name, right = quoted(fault.subject), quoted(meant)
    holds = f"{name} holds what {right} would hold"
    return Finding(
        fault.at,
        holds if fault.detail == HOLDS else f"{name} stands where {right} is missing",
        help=(f"did you mean {right}, which is missing here?",),
        fixes=fixes_of(fault, f"rename it to {right}", is_safe=False),
    )


def _misplaced(fault: Fault, meant: str) -> Finding:
    """Word the fault of one that stands elsewhere as well: `detail` says where."""
    where, _, neighbour = fault.detail.partition(" ")
    title = f"rename it to {quoted(meant)} and move it"
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} is not an element of {quoted(fault.owner)}",
        help=(
            did_you_mean(meant),
            f"{quoted(meant)} must stand {where} {quoted(neighbour)}",
        ),
        fixes=tuple(moving(fault, title, meant)),
    )
