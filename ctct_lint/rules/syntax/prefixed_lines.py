r"""Something stands before or behind lines of the document, and is no part of it.

## Why

Mail programs put `> ` before the lines that they quote, logs a time, listings a number,
a program may make the document line by line, and a browser shows `-` or `▼` before what
can be folded; an editor shows line ends as `^M`, a shell goes on behind `\`. A parser
sees text where only tags may stand, and before the root there may be none at all.

## How to fix it

Send the document itself: take away what stands before its lines and behind them. In
string literals the quotes are unescaped, too.

## Example

```xml
> <entry xmlns="http://www.w3.org/2005/Atom">
>   <title type="text">Tulips</title>
> </entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">Tulips</title>
</entry>
```
"""

from ctct_lint.rules.base import Evidence
from ctct_lint.rules.fault_rule import fault_rule

RULE = fault_rule(
    __name__,
    code="CTC142",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.8",
    message="{subject} stands beside lines of the document, and is no part of it",
    help="send the document without what stands round its lines",
    fix="remove it from the lines",
    is_safe=False,
)
