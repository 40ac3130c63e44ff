"""The content has a `<style>` element.

## Why

A table of the later interface says of a customer's own HTML that styles in `style`
attributes are supported and those in `<style>` are not. Some mail programs drop the
element as well, and with it all styles.

## How to fix it

Write the styles into `style` attributes. With the format XHTML they can stand in the
campaign's `StyleSheet`. What only some programs read, as `@media` is, can stay.

## Example

```xml
<EmailContent><![CDATA[<html>
<head><style>h1 { color: green }</style></head>
<body><h1>Tulips</h1></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html>
<body><h1 style="color: green">Tulips</h1></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC542",
    severity=Severity.INFORMATION,
    on="content",
    fields=(EMAIL, TEXT, REMINDER),
    tags=("style",),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="the later interface's table of what a customer's own HTML may have",
)
def check(content: Content) -> Findings:
    """Yield one finding, at the first that holds something beside `@media`."""
    tags = content.tags
    for number, tag in enumerate(tags):
        if tag.lower != "style" or tag.is_end:
            continue
        following = tags[number + 1 : number + 2]
        css = content.text[tag.end : following[0].start if following else None]
        if css.strip() and not css.lstrip().startswith("@media"):
            elsewhere = " or `StyleSheet`" if content.is_xhtml else ""
            yield Finding(
                content.name_of(tag),
                "styles in `<style>` may be dropped",
                help=(f"write them into `style` attributes{elsewhere}",),
            )
            return
