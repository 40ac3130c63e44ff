"""A value is longer or shorter than its schema allows.

## Why

A schema can limit the length of a value: the characters of a text, the items of a list,
the bytes of what is written in hexadecimal digits or in Base64.

## How to fix it

Shorten or lengthen the value as the help says. Of a text characters count, not bytes;
white space at both ends does not count where the type says so.

## Example

```xml
<title>The Art of Computer Programming</title>
```

Use instead:

```xml
<title>The Art</title>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.facet_words import facet_help
from ctct_lint.rules.wording import quoted

_WORDS = {
    "length": "not as long as it must be",
    "minLength": "too short",
    "maxLength": "too long",
}


@rule(
    code="CTC217",
    evidence=Evidence.STANDARD,
    source="XML Schema 1.0, part 2, section 4.3.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `detail` is the facet, such as `maxLength 80` or `3 items`."""
    how = _WORDS[fault.detail.partition(" ")[0]]
    message = f"{quoted(fault.subject)} is {how} for {quoted(fault.owner)}"
    yield Finding(fault.at, message, help=(facet_help(fault),))
