"""A rule of the Schematron schema has no answer for what the document holds.

## Why

An expression such as `xs:date(date) > xs:date('2020-01-01')` has no value where the
date is none. Other programs end with that, or pass over it; whether the rule is broken
nobody can say, so it counts as an error.

## How to fix it

Write a value of the kind that the expression in the notes needs. If the document is
right as it is, the schema has to ask first, for instance by `castable as xs:date`.

An expression that looks at all nodes from each node is given up where that takes too
long. Let it look nodes up by a value, as `//line[id = current()/id]` does, or by a key,
or keep in a variable of the schema what is the same at all nodes.

## Example

```xml
<invoice xmlns="urn:invoice" currency="EUR">
  <id>7</id>
  <due>tomorrow</due>
  <total>0</total>
</invoice>
```

Use instead:

```xml
<invoice xmlns="urn:invoice" currency="EUR">
  <id>7</id>
  <due>2026-05-01</due>
  <total>0</total>
</invoice>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import clause, quoted

if TYPE_CHECKING:
    from ctct_lint.schematron.failure import Failure

_LONGEST = 200
_NO_ANSWER = "cannot be tested here"
_QUICKER = "look nodes up by a value, as in `//line[id = current()/id]`, or by `key()`"


@rule(
    code="CTC238",
    on="assertion",
    evidence=Evidence.STANDARD,
    source="XML Path Language 2.0, section 2.3: dynamic errors",
)
def check(failure: Failure) -> Findings:
    """Word the failure; `why` is what elementpath says."""
    test = quoted(" ".join(failure.test.split()))
    label = f"it is of {failure.label}" if failure.label else ""
    whole = "" if len(failure.test) < len(test) else quoted(failure.test, _LONGEST)
    what = "takes too long: it was given up" if failure.is_given_up else _NO_ANSWER
    yield Finding(
        failure.at,
        f"{test} {what}",
        notes=tuple(filter(None, (clause(failure.why), label, whole))),
        help=(_QUICKER,) if failure.is_given_up else (),
    )
