"""The mail has `<OpenTracking/>` more than once.

## Why

Each `<OpenTracking/>` is a picture by which the service counts an open. One is
enough, and every sample has one; what a second one adds to the statistics is not
known.

## How to fix it

Leave the first and remove the others.

## Example

```xml
<EmailContent><![CDATA[<html>
<body>Hello<OpenTracking/><OpenTracking/></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Hello<OpenTracking/></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.traits import UNTRACKED
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule


@rule(
    code="CTC515",
    severity=Severity.INFORMATION,
    on="content",
    fields=(EMAIL,),
    tags=("opentracking",),
    traits=UNTRACKED,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="samples of the documentation: each has it once",
)
def check(content: Content) -> Findings:
    at = content.text.find("<OpenTracking") + 1
    if at and content.text.find("<OpenTracking", at) < 0:
        return
    starts = list(content.start_tags("opentracking"))
    ends = end_tags(content.tags)
    for tag in starts[1:]:
        both = [tag, ends[tag]] if tag in ends else [tag]
        removal = tuple((content.whole(t), "") for t in both)
        yield Finding(
            content.name_of(tag),
            "the mail has a second `<OpenTracking/>`",
            help=("one is enough",),
            related=((content.name_of(starts[0]), "the first one stands here"),),
            fixes=(guess("remove it", *removal),),
        )
