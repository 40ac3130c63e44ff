"""A comment speaks to the linter in a form that it does not understand.

## Why

What such a comment shall suppress is not clear, so it suppresses nothing. Without its
brackets a code would be part of the reason, and the comment about every rule. Without
its colon it is a comment like any other.

## How to fix it

Write `ctct-lint: ignore[CTC203]`, the codes in square brackets with commas between,
the reason behind them. Only `ignore-file` without any codes has a place of its own: it
stands before the root, where it is seen.

## Example

```xml
<!-- ctct-lint: ignore CTC203: the name is filled in later -->
<GreetingName>cmp_grt_name</GreetingName>
```

Use instead:

```xml
<!-- ctct-lint: ignore[CTC203] the name is filled in later -->
<GreetingName>cmp_grt_name</GreetingName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted

_LONGEST = 60
# By what `detail` says: the message, and the help.
_WORDS = {
    "nothing": (
        "{} tells the linter nothing",
        "say what is meant, as in `ctct-lint: ignore[CTC203]`",
    ),
    "colon": (
        "{} does not begin with `ctct-lint:`",
        "put the colon right behind `ctct-lint`; as it is, it suppresses nothing",
    ),
    "unclosed": ("the codes behind {} have no `]`", "put a `]` behind the codes"),
    "empty": ("{} names no rule", "put codes or names of rules between the brackets"),
    "bare": (
        "{} must stand in square brackets",
        "put brackets around codes; other words are the reason",
    ),
    "late": (
        "{} without codes stands behind the start of the root",
        "put it before the root, or say in brackets what to ignore",
    ),
}


@rule(
    code="CTC905",
    severity=Severity.WARNING,
    evidence=Evidence.INFERENCE,
    source="the form of such comments",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` says what of the form is wrong."""
    message, advice = _WORDS[fault.detail]
    title = "put it in square brackets"
    if fault.detail == "colon" and fault.edits:
        title = f"write {quoted(fault.edits[0][1], _LONGEST)}"
    yield Finding(
        fault.at,
        message.format(quoted(fault.subject, _LONGEST)),
        help=(advice,),
        fixes=fixes_of(fault, title),
    )
