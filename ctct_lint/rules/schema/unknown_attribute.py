"""An attribute stands on an element that has none of that name.

## Why

The schema of the element leaves no room for the attribute, and nothing gives it a
meaning.

The format of Constant Contact has few attributes: `id` on what has a URI of its own,
and those of Atom. What the service does with another one is not documented; those with
a prefix (`xml:lang`, extensions) may stand everywhere.

## How to fix it

If the element lacks a required attribute that may have this value, the name is the
wrong one: write the other. If the element holds text, and there is none, write the
value as that. If it is a value of the resource, write it as an element, and its URI as
`id`; else remove the attribute.

## Example

```xml
<Subject lang="en">Tulip bulbs are in</Subject>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.moved_attribute import moved_attribute
from ctct_lint.rules.namespaces import of_namespaces
from ctct_lint.rules.wording import either, expected, quoted


@rule(
    code="CTC209",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact no sample or library sends one"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; it has edits where an attribute or a text lacks that is meant.

    What is `perhaps` meant has it, and lacks beside its element.
    """
    known, element, fix = fault.expected, fault.at.element, None
    help_ = _expected(fault, context)
    if element is not None:
        fix = moved_attribute(element, fault.at.name, context.facts)
    if fix is not None:
        help_ = fix.title
    elif fault.edits:
        fix = _kept(fault)
        if fix.edits[1:]:
            help_ = f"write it as the text of {quoted(fault.owner)}"
        elif known == (fix.edits[0][1],):
            help_ = f"did you mean {quoted(known[0])}, which is missing here?"
    elif fault.perhaps:
        have = "has" if len(fault.perhaps) == 1 else "have"
        help_ = f"{either(fault.perhaps)}, missing beside it, {have} such an attribute"
    else:
        fix = guess("remove it", (fault.at, ""))
    yield Finding(
        fault.at,
        f"{quoted(fault.owner)} has no attribute {quoted(fault.subject)}",
        help=(help_,),
        fixes=() if fix is None else (fix,),
    )


def _expected(fault: Fault, context: Context) -> str:
    """Say what may stand there: known attributes, and those a wildcard lets in."""
    known, others = fault.expected, ""
    # What others may stand there, a server may pass over as well.
    if fault.detail and not context.vocabulary.passes_over:
        others = of_namespaces("attributes", fault.detail)
    if known:
        return expected(known) + f"; also {others}" * bool(others)
    if others:
        return f"remove it: only {others} may stand here"
    return "remove it: no attribute is known here"


def _kept(fault: Fault) -> Proposal:
    """Return the fix that keeps the value: as another attribute, or as the text."""
    title = f"make it the text of {quoted(fault.owner)}"
    if not fault.edits[1:]:
        title = f"rename it to {quoted(fault.edits[0][1])}"
    return guess(title, *fault.edits)
