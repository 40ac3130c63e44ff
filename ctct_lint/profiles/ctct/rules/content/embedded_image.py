"""An image stands in the mail itself: `src="data:image/png;base64,..."`.

## Why

Several mail programs, Outlook and Gmail among them, do not show images that are
written into the HTML. They also make the mail large.

## How to fix it

Put the image on a server, and write its address.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""/>
</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<img src="http://www.example.com/dot.gif" alt=""/></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import EMBEDDED
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC538",
    severity=Severity.INFORMATION,
    on="content",
    traits=ADDRESS,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="RFC 2397; what mail programs show",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, also for a link."""
    for address in doubtful(content, EMBEDDED):
        what, which = ("link", "open") if address.owner == "href" else ("image", "show")
        yield Finding(
            address.at,
            f"the {what} holds its own data: several mail programs do not {which} it",
            help=("put the data on a server, and write its address",),
        )
