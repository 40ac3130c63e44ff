"""A mail with Constant Contact's own tags lacks `<OpenTracking/>`.

## Why

The service counts an open where the content has `<OpenTracking/>`; a remark in the
official sample says that without it the statistics have no opens. Who writes other
tags of the service knows of them, and may have lost this one.

## How to fix it

Write `<OpenTracking/>` into the body, unless opens are not to be counted.

## Example

```xml
<EmailContent><![CDATA[<html><body><Greeting/> Hello</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html>
<body><Greeting/> Hello<OpenTracking/></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.traits import UNTRACKED
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.text.spelling import closest

_TAG = "opentracking"


@rule(
    code="CTC514",
    severity=Severity.INFORMATION,
    on="content",
    fields=(EMAIL,),
    tags=("copyright", "customblock", "greeting", "simpleurlproperty"),
    traits=UNTRACKED,
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="the remark in the official sample API Test Email",
    superseded_by=("truncated-document",),
)
def check(content: Content) -> Findings:
    """Yield a finding at `<body>`, unless the tag is there, be it misspelt."""
    if _TAG in content.tag_names:
        return
    body = next(content.start_tags("body"), None)
    if body is None or any(closest(name, (_TAG,)) for name in content.tag_names):
        return
    edit = (content.span(body.end, body.end), "<OpenTracking/>")
    yield Finding(
        content.name_of(body),
        "the mail has no `<OpenTracking/>`: its opens are not counted",
        help=("write `<OpenTracking/>` into the body if opens are to be counted",),
        fixes=(guess("insert `<OpenTracking/>`", edit),),
    )
