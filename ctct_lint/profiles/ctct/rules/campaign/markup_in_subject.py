"""A subject or a name has tags in it.

## Why

The subject and the names of a campaign and its sender are plain text: recipients read
`<b>` as it stands there. Only the content of the mail is HTML.

## How to fix it

Take the tags away.

## Example

```xml
<Subject>&lt;b&gt;Tulips&lt;/b&gt; are in</Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.place import text_span
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

_FIELDS = ("Subject", "Name", "FromName")
_TAG = lazy(r"</?[A-Za-z][A-Za-z0-9:]*(?:\s[^<>]*)?/?>")


@rule(
    code="CTC427",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=of_fields(_FIELDS, "*=<"),
    evidence=Evidence.INFERENCE,
    source="developer forum: HTML Entities in API vs Advanced Editor",
)
def check(campaign: Record) -> Findings:
    """Yield one finding for each of these texts, at its first tag."""
    for name in _FIELDS:
        text = campaign.texts.get(name, "")
        if "<" in text:
            tags = list(_TAG.finditer(text))
            if tags:
                field = campaign.fields[name]
                places = [text_span(field, *tag.span()) for tag in tags]
                removal = tuple((place, "") for place in places)
                yield Finding(
                    at=places[0],
                    message=f"the tag {quoted(tags[0][0])} in `{name}` is read as text",
                    help=("take the tags away: this is no HTML",),
                    fixes=(guess("remove the tags", *removal),),
                )
