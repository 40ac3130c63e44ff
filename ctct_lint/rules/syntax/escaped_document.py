r"""The document is written as a string literal of JSON or a programming language.

## Why

In a string literal a quote is `\"` and the end of a line may be `\n`, or each quote is
doubled: `""`. XML knows no such escapes: what is sent must be the string itself.

## How to fix it

Send the string that the literal stands for. Where it comes out of JSON, read the JSON
with a parser instead of cutting the value out of its text. The fix of a literal with
code round it removes that.

## Example

```xml
<entry xmlns=\"http://www.w3.org/2005/Atom\">
  <title type=\"text\">Tulips</title>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">Tulips</title>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted

_QUOTE = r"\""
_DOUBLED = frozenset({'""', "''"})


@rule(
    code="CTC138",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; it is at the first quote, or at the code before the literal."""
    is_doubled = fault.subject in _DOUBLED
    is_all = fault.subject == _QUOTE or (
        is_doubled and all(new for _, new in fault.edits)
    )
    verb = "undouble its quotes" if is_doubled else "unescape it"
    title = f"remove the code round the document, and {verb}"
    message = "the document is escaped as a string literal"
    if is_doubled:
        message = f"the quotes are doubled, {quoted(fault.subject)}, as in a literal"
    if is_all:
        title = "undouble the quotes" if is_doubled else "unescape the document"
    yield Finding(
        fault.at,
        message,
        help=("send the string that the literal stands for",),
        fixes=fixes_of(fault, title, is_safe=is_all),
    )
