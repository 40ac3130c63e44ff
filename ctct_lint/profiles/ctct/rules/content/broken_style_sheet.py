"""A style sheet is not sound: a brace, a quote or a comment is not closed.

## Why

A reader of CSS goes on from a fault until it finds the end of what it was reading.
Without a `}` that is the end of the style sheet: all styles that follow are lost.

## How to fix it

Close the brace, the quote or the comment where it has to end.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet>h1 { color: green   p { margin: 0 }</StyleSheet>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet>h1 { color: green }  p { margin: 0 }</StyleSheet>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import STYLE, Content
from ctct_lint.html.traits import STYLES
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.style_sheets import style_sheets
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.mail.style_faults import StyleFault


@rule(
    code="CTC545",
    severity=Severity.WARNING,
    on="content",
    traits=STYLES,
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="CSS Syntax Module Level 3, 5; CSS 2.1, 4.2",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, in `StyleSheet` and in `<style>`."""
    if content.name != STYLE and "style" not in content.tag_names:
        return
    for sheet in style_sheets(content):
        for slip in sheet.slips():
            yield _finding(content, slip)


def _finding(content: Content, slip: StyleFault) -> Finding:
    edit = None if slip.edit is None else (content.span(*slip.edit[:2]), slip.edit[2])
    fixes = (guess(slip.title, edit),) if edit else ()
    return Finding(
        content.span(*slip.span),
        f"{slip.what} in the style sheet",
        help=(slip.help,),
        fixes=fixes,
    )
