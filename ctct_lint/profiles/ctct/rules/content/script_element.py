"""The content has a script.

## Why

No mail program runs scripts. A `<script>` is dropped on the way, or is a reason to
treat the mail as dangerous; what it should write or do is missing.

## How to fix it

Take the script away, and write what it would have written.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<script>document.write("Hello")</script></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
Hello</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule


@rule(
    code="CTC530",
    severity=Severity.WARNING,
    on="content",
    fields=(EMAIL, TEXT, REMINDER),
    tags=("script",),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="mail programs run no scripts",
)
def check(content: Content) -> Findings:
    """Yield a finding for each script; one without an end has no fix."""
    ends = end_tags(content.tags)
    for tag in content.start_tags("script"):
        end = tag if tag.self_closing else ends.get(tag)
        edits = [] if end is None else [(content.span(tag.start, end.end), "")]
        fix = guess("remove it", *edits)
        yield Finding(
            content.name_of(tag),
            "the content has a script, and mail programs run none",
            help=("take it away, and write what it would have written",),
            fixes=(fix,) if edits else (),
        )
