"""A placeholder of a template was never filled in.

## Why

`{{ name }}`, `${name}`, `<%= name %>` and their like are for a template engine. In a
document that is sent they are what recipients will read: the value was missing, or
the document is the template itself. The service has placeholders of its own, such as
`$ACCOUNT.CITY`, which are right.

## How to fix it

Render the template, with all its values, before it is sent.

## Example

```xml
<Subject>News for {{ month }}</Subject>
```

Use instead:

```xml
<Subject>News for May</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.place import text_span
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.placeholders import placeholder_in_uri, placeholders
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import MARKUP, Record
from ctct_lint.profiles.ctct.records.switches import CODED
from ctct_lint.profiles.ctct.records.traits import IDS, PLACEHOLDERS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.placeholders import may_be_unfilled

_JUDGED = MARKUP | CODED


@rule(
    code="CTC431",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=IDS | PLACEHOLDERS,
    evidence=Evidence.INFERENCE,
    source="the template languages that are in use",
)
def check(record: Record) -> Findings:
    for found in record.doubtful_ids:
        text = placeholder_in_uri(found.value)
        # Without a scheme an entry's id is no URI at all, which CTC301 says.
        if text and (found.owner != "entry" or ":" in found.value):
            yield Finding(
                at=found.at,
                message=f"the placeholder {quoted(text)} of this id was not filled in",
                help=("write the URI that a GET of the resource returned",),
            )
    if not may_be_unfilled(record.values):
        return
    for name, text in record.texts.items():
        if name not in _JUDGED and may_be_unfilled(text):
            for start, end in placeholders(text):
                yield Finding(
                    at=text_span(record.fields[name], start, end),
                    message=f"the placeholder {quoted(text[start:end])} in `{name}` "
                    "was not filled in",
                    help=("render the template before it is sent",),
                )
