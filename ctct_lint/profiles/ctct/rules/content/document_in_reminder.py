"""The permission reminder holds a whole HTML document.

## Why

`PermissionReminderText` is a sentence that the service puts into the mail, above its
content. Tags such as `<a>` may stand in it; with `<html>` and `<body>` the mail has a
document inside its document.

## How to fix it

Write the sentence alone.

## Example

```xml
<PermissionReminderText><![CDATA[<html>
<body>You asked for it.</body></html>]]></PermissionReminderText>
```

Use instead:

```xml
<PermissionReminderText>You asked for it.</PermissionReminderText>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import REMINDER, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


_OUTER = ("html", "head", "body")


@rule(
    code="CTC516",
    severity=Severity.WARNING,
    on="content",
    fields=(REMINDER,),
    tags=_OUTER,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="samples of the documentation: the text is a part of the mail",
)
def check(content: Content) -> Findings:
    first = next(content.start_tags(*_OUTER), None)
    if first is None:
        return
    yield Finding(
        content.whole(first),
        f"`<{first.name}>` in `PermissionReminderText` begins a document in the mail",
        help=("write the sentence alone",),
        fixes=(
            guess(
                "remove the tags of the document",
                *((content.span(*span), "") for span in _removed(content)),
            ),
        ),
    )


def _removed(content: Content) -> Iterator[tuple[int, int]]:
    """Yield the spans of the outer tags, and of the head as a whole."""
    ends = end_tags(content.tags)
    head_end = 0
    for tag in content.tags:
        if tag.lower in _OUTER and tag.start >= head_end:
            last = ends.get(tag, tag) if tag.lower == "head" else tag
            head_end = last.end
            yield tag.start, last.end
