"""A rule of the vocabulary's Schematron schema is broken.

## Why

A Schematron schema says what no XSD can: that a total is the sum of its lines, that
one element is needed where another has a certain value. The words are those of the
schema's `assert` or `report`; the notes show the expression that was tested and the
`id` of the rule. How bad it is says the schema, too: by `role` or `flag`, `fatal` and
`error` are errors, `warn` and `warning` warnings, `info` an information, and what says
nothing of it is an error.

## How to fix it

Make the expression in the notes true, or false if it is of a `report`. What the schema
has as `diagnostics` is the help; the quick fixes (SQF) that it offers are fixes here.

## Example

```xml
<invoice xmlns="urn:invoice" currency="EUR">
  <id>7</id>
  <line tax="standard"><amount>10.00</amount></line>
  <line tax="standard"><amount>5.00</amount></line>
  <total>14.00</total>
</invoice>
```

Use instead:

```xml
<invoice xmlns="urn:invoice" currency="EUR">
  <id>7</id>
  <line tax="standard"><amount>10.00</amount></line>
  <line tax="standard"><amount>5.00</amount></line>
  <total>15.00</total>
</invoice>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.characters import visible
from ctct_lint.rules.wording import MOST_IN_MESSAGE, clause, quoted

if TYPE_CHECKING:
    from ctct_lint.schematron.failure import Failure, Mend

_LONGEST_TEST = 200


@rule(
    code="CTC237",
    on="assertion",
    evidence=Evidence.STANDARD,
    source="ISO/IEC 19757-3, Schematron",
)
def check(failure: Failure) -> Findings:
    """Word what the schema says; a long text is in the notes as a whole."""
    said = visible(failure.message) or _said_of(failure)
    message = _shortened(said)
    tested = f"test of {failure.label}" if failure.label else "test"
    notes = [f"{tested}: {quoted(failure.test, _LONGEST_TEST)}"]
    if message != said:
        notes.insert(0, said)
    for expression, why in failure.lacking:
        notes.append(f"{quoted(expression, _LONGEST_TEST)} has no value: {clause(why)}")
    if failure.see:
        notes.append(f"see {failure.see}")
    yield Finding(
        failure.at,
        message,
        help=tuple(map(visible, failure.hints)),
        notes=tuple(notes),
        fixes=tuple(_proposal(mend, failure) for mend in failure.mends),
        severity=failure.severity,
    )


def _said_of(failure: Failure) -> str:
    """Return the words for a check that has none."""
    test = quoted(" ".join(failure.test.split()))
    return f"{test} holds, but must not" if failure.is_report else f"{test} must hold"


def _shortened(text: str) -> str:
    if len(text) <= MOST_IN_MESSAGE:
        return text
    start = text[:MOST_IN_MESSAGE].rpartition(" ")[0] or text[: MOST_IN_MESSAGE - 1]
    return f"{start.rstrip(' ,;:')}…"


def _proposal(mend: Mend, failure: Failure) -> Proposal:
    """Return a fix; only one that loses nothing, and is the only one, is safe."""
    is_safe = not mend.loses and len(failure.mends) == 1
    level = Applicability.SAFE if is_safe else Applicability.UNSAFE
    return Proposal(mend.title, mend.edits, level)
