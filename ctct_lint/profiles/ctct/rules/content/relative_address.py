"""The address of a link or an image is relative: `img/logo.gif`.

## Why

A relative address is resolved against the address of the page that it stands on. A
mail is no page: the image is not shown, and the link leads nowhere.

## How to fix it

Write the whole address, with `http://` or `https://` and the name of the host.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<img src="img/logo.gif" alt="Joe's"/></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<img src="http://www.example.com/logo.gif" alt="Joe's"/></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import RELATIVE
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC532",
    severity=Severity.WARNING,
    on="content",
    traits=ADDRESS,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="RFC 3986, 5.1: a mail has no base; the samples have whole addresses",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, unless a `<base>` makes it a whole address."""
    for address in doubtful(content, RELATIVE):
        if "base" not in content.tag_names:
            yield Finding(
                address.at,
                f"{address.shown} is relative, and a mail has no base",
                help=("write the whole address, with `http://` and the host",),
            )
