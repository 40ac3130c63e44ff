r"""The document is written as a string literal of JSON or a programming language.

## Why

In a string literal a quote is `\"` and the end of a line may be `\n`. XML knows no such
escapes: what is sent must be the string itself.

## How to fix it

Send the string that the literal stands for. Where it comes out of JSON, read the JSON
with a parser instead of cutting the value out of its text.

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

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC138",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
    message="the document is escaped as a string literal",
    help="send the string that the literal stands for",
    fix="unescape the document",
)
