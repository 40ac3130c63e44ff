"""The HTML document of the mail is not closed: `</body>` or `</html>` is missing.

## Why

HTML lets authors leave these end tags out, the service does not: the pattern of the
later interface wants `<html>`, `<body>`, `</body>` and `</html>` in this order. And a
message without them may well be one that was cut off.

## How to fix it

Write `</body></html>` at the end, or whatever is missing of it.

## Example

```xml
<EmailContent>&lt;html&gt;&lt;body&gt;Tulips, 3 for $5.</EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips, 3 for $5.</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.traits import FRAME, ends_as_page
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule


@rule(
    code="CTC503",
    severity=Severity.WARNING,
    on="content",
    fields=(EMAIL,),
    tags=("body",),
    traits=FRAME,
    operations=REQUESTS,
    evidence=Evidence.V2,
    source="v2 schema of a campaign: the pattern of email_content",
)
def check(content: Content) -> Findings:
    """Yield a finding for a document in which nothing else is wrong with the tags.

    Of XHTML, and where more is unclosed, the tags themselves are reported.
    """
    text = content.text
    if content.is_xhtml or ends_as_page(text):
        return
    if content.faults(as_xml=False).kept:
        return
    opened = {tag.lower: tag for tag in content.start_tags("html", "body")}
    closed = {tag.lower: tag for tag in content.end_tags("html", "body")}
    missing = [opened[n] for n in ("body", "html") if n not in closed and n in opened]
    if len(opened) < len(("html", "body")) or not missing:
        return
    written = "".join(f"</{tag.name}>" for tag in missing)
    end = closed["html"].start if "html" in closed else len(text.rstrip())
    yield Finding(
        content.name_of(missing[-1]),
        f"`EmailContent` has no `{written}`",
        help=(f"write `{written}` at the end",),
        fixes=(Proposal(f"add `{written}`", ((content.span(end, end), written),)),),
    )
