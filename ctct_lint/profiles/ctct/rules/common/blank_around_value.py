"""White space stands around a value that has to be one of a few.

## Why

The server compares such a value with those that it knows. Whether it takes away the
white space around it first is not documented: a schema may say so or not, and a plain
enumeration of strings takes `HTML` for right and `HTML ` for wrong.

## How to fix it

Write the value right behind the start tag, and the end tag right behind the value.
A formatter of XML must leave the text of elements as it is.

## Example

```xml
<EmailContentFormat>HTML </EmailContentFormat>
```

Use instead:

```xml
<EmailContentFormat>HTML</EmailContentFormat>
```
"""

from __future__ import annotations

from ctct_lint.model.place import text_span, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.facts import enumerated
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import BLANKS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import local_name
from ctct_lint.text.white_space import trimmed


@rule(
    code="CTC432",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=BLANKS,
    evidence=Evidence.INFERENCE,
    source="XML Schema Part 2, section 4.3.6: only some types collapse white space",
)
def check(record: Record) -> Findings:
    for name, text in record.texts.items():
        value = trimmed(text)
        field = record.fields[name]
        if not value or value == text or len(field):
            continue
        if value in enumerated(local_name(record.element)).get(name, frozenset()):
            edits = ((text_span(field, 0, len(text)), value),)
            yield Finding(
                at=value_of(field),
                message=f"white space stands around {quoted(value)} in {quoted(name)}",
                help=("write the value without it",),
                fixes=(Proposal("remove the white space", edits),),
            )
