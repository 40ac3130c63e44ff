r"""The document is escaped as a whole: a string literal, or as pages and mails have it.

## Why

In a string literal a quote is `\"` and the end of a line may be `\n`, or each quote is
doubled: `""`. On a page each `<` is `&lt;`, and in the source of a mail each `=` is
`=3D`. XML knows no such escapes: what is sent must be the document itself.

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
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted
from ctct_lint.text.patterns import lazy

_ESCAPES = frozenset({r"\"", r"\/"})
_DOUBLED = frozenset({'""', "''"})
_LITERAL = "send the string that the literal stands for"
# The sign of a reference, or of a byte in the source of a mail.
_SIGN = lazy(r"&(?:amp;)*(?:lt|#\w+);|=(?:[\dA-Fa-f]{2}|\s)")
# By it: message, title of the fix, and what to do.
_ENCODED = {
    "&": (
        "the document is escaped: each `<` is written as {}",
        "unescape the document",
        "send the document itself, as it is before it is shown on a page",
    ),
    "=": (
        "the document is in quoted-printable, as mails are sent: `=` is `=3D`",
        "decode the document",
        "send the document itself, as the mail program shows it",
    ),
}


@rule(
    code="CTC138",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; it is at the first quote, or at the code before the literal."""
    sign = _SIGN.match(fault.subject)
    if sign:
        message, title, advice = _ENCODED[sign[0][0]]
        message = message.format(quoted(fault.subject))
        yield Finding(fault.at, message, help=(advice,), fixes=fixes_of(fault, title))
        return
    is_doubled = fault.subject in _DOUBLED
    is_all = fault.subject in _ESCAPES or (
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
        help=(_LITERAL,),
        fixes=fixes_of(fault, title, is_safe=is_all),
    )
