"""A comment suppresses what is not found.

## Why

A comment such as `ctct-lint: ignore[CTC203]` that suppresses nothing is left over from
a fault that was corrected, or stands in the wrong place. The next fault of that kind
would go unseen. What `--select`, `--ignore` or the configuration leave out counts as
found. Where the vocabulary is not known, or a schema or a rule could not be used,
nothing is said of comments that may be about what was not checked.

Faults of the encoding and of the XML syntax (CTC00x, CTC1xx), and what the linter says
of itself (CTC9xx), cannot be suppressed by a comment: while they are there, nothing
else is sure. The same holds for whatever else keeps the document from being XML, such
as HTML with unclosed tags that is not escaped (CTC501).

## How to fix it

Remove the comment, or the code that it does not need. `ignore` is about the next
element, start tag to end tag; `disable` about all that follows, up to `enable`.

## Example

```xml
<!-- ctct-lint: ignore[CTC203] the name is filled in later -->
<GreetingName>FirstName</GreetingName>
```

Use instead:

```xml
<GreetingName>FirstName</GreetingName>
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
    "": ("{} suppresses nothing", "remove it"),
    "enable": ("{} ends nothing: that is not disabled here", "remove it"),
    "never": (
        "{} cannot be suppressed by a comment",
        "correct the fault, or leave its code out with `--ignore`",
    ),
    "no-element": (
        "no element follows {}",
        "put it before the element that it is about",
    ),
}


@rule(
    code="CTC903",
    severity=Severity.WARNING,
    evidence=Evidence.INFERENCE,
    source="what this run has found",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` says why nothing is suppressed."""
    message, advice = _WORDS[fault.detail]
    yield Finding(
        fault.at,
        message.format(quoted(fault.subject, _LONGEST)),
        help=(advice,),
        fixes=fixes_of(fault, f"remove {quoted(fault.subject, _LONGEST)}"),
    )
