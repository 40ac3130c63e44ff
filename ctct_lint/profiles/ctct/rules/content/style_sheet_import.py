"""A style sheet imports another one: `@import`.

## Why

Mail programs do not load style sheets, neither by `<link>` nor by `@import`: the
styles are missing.

## How to fix it

Write the styles themselves.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet>@import url(http://www.example.com/mail.css);</StyleSheet>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet>h1 { color: green }</StyleSheet>
```
"""

from __future__ import annotations

from ctct_lint.html.content import Content
from ctct_lint.html.traits import STYLES
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.style_sheets import style_sheets
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule

_IMPORT = "@import"


@rule(
    code="CTC546",
    severity=Severity.INFORMATION,
    on="content",
    traits=STYLES,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="what mail programs load",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, in `StyleSheet` and in `<style>`."""
    if "@" not in content.text or _IMPORT not in content.text.lower():
        return
    for sheet in style_sheets(content):
        for start in sheet.words(_IMPORT):
            yield Finding(
                content.span(start, start + len(_IMPORT)),
                "an imported style sheet is not loaded by mail programs",
                help=("write the styles themselves",),
            )
