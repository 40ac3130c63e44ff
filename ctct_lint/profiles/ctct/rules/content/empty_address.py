"""The address of a link or an image is empty, or an image has none.

## Why

`href=""` leads to the page that it stands on, and a mail is none; `src=""` shows no
image. Most often a template had no value to put there.

## How to fix it

Write the address, or take the link or the image away.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<a href="">Our shop</a></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/">Our shop</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import ADDRESS, IMAGE
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.content_urls import doubtful
from ctct_lint.profiles.ctct.mail.web_address import EMPTY
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC537",
    severity=Severity.WARNING,
    on="content",
    traits=ADDRESS | IMAGE,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="HTML standard: 4.8.3 of `src`; RFC 3986, 4.4 of an empty reference",
)
def check(content: Content) -> Findings:
    for address in doubtful(content, EMPTY):
        of = f" of {quoted(address.tag)}" if address.tag else ""
        yield Finding(
            address.at,
            f"{quoted(address.owner)}{of} has no address",
            help=("write the address, or take it away",),
        )
    for tag in content.start_tags("img"):
        if tag.attribute("src") is None:
            yield Finding(
                content.name_of(tag),
                f"{quoted(tag.name)} has no `src`: there is no image to show",
                help=("write its address, or take it away",),
            )
