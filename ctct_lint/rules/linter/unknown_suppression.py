"""A comment names a rule, or asks for something, that there is not.

## Why

A comment that speaks to the linter says `ignore`, `disable`, `enable` or `ignore-file`,
and in brackets codes, starts of codes or names of rules. What it names beyond that is
mostly misspelt, and suppresses nothing.

## How to fix it

Write the code as the diagnostic shows it; `ctct-lint rules` lists all of them.

## Example

```xml
<!-- ctct-lint: ignore[invalid-enum-valeu] the name is filled in later -->
<GreetingName>FirstName</GreetingName>
```

Use instead:

```xml
<!-- ctct-lint: ignore[invalid-enum-value] the name is filled in later -->
<GreetingName>cmp_grt_name</GreetingName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import did_you_mean, expected, fixes_of, quoted


@rule(
    code="CTC904",
    severity=Severity.WARNING,
    evidence=Evidence.INFERENCE,
    source="the rules of this version",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` has what is meant, `detail` is "verb" for a verb."""
    written = quoted(fault.subject)
    what = "no rule has the code or name"
    advice = "`ctct-lint rules` lists them"
    if fault.detail == "verb":
        what, advice = "the linter cannot be told to", expected(fault.expected)
    title = f"remove {written}"
    if len(fault.expected) == 1:
        title = f"write {quoted(fault.expected[0])}"
        advice = did_you_mean(fault.expected[0])
    yield Finding(
        fault.at, f"{what} {written}", help=(advice,), fixes=fixes_of(fault, title)
    )
