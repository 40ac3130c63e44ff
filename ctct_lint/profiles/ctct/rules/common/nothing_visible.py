"""A value that is needed has nothing that can be seen.

## Why

The no-break space and its like are characters to XML, unlike the blank and the line
break: an element with one of them alone is not empty, and the server takes it. People
then read a mail without a subject, or from nobody.

## How to fix it

Write a text. Such characters come from web pages and word processors by copying.

## Example

```xml
<Subject>&#160;</Subject>
```

Use instead:

```xml
<Subject>News from Joe's Flowers</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.field_facts import needing_text
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import SYMBOLS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.characters import code
from ctct_lint.schema.names import local_name
from ctct_lint.text.white_space import is_unseen

_ADDRESS = "EmailAddress"


@rule(
    code="CTC433",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=SYMBOLS,
    evidence=Evidence.STAFF,
    source="developer forum: Valid email addresses getting rejected (a type's pattern)",
)
def check(record: Record) -> Findings:
    """Yield a finding for each needed text of blanks that are no white space."""
    for name in record.texts:
        text = record.text(name)
        # What is no address is told as that.
        is_needed = (
            name in needing_text(local_name(record.element)) and name != _ADDRESS
        )
        if is_needed and is_unseen(text):
            yield Finding(
                at=value_of(record.fields[name]),
                message=f"`{name}` has no visible character, only {code(text[0])}",
                help=("write a text that people can read",),
            )
