"""`StyleSheet` holds tags, where only CSS belongs.

## Why

The value of `StyleSheet` is the text of a style sheet. To a reader of CSS,
`<style>` is the beginning of a selector, and the first style, up to its `}`, is lost.

## How to fix it

Write the styles without any tag around them.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet><![CDATA[<style type="text/css">h1 { color: green }</style>]]></StyleSheet>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<StyleSheet>h1 { color: green }</StyleSheet>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import STYLE, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.style_sheets import style_sheets
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# CSS itself allows for `<!--` and `-->` between its rules.
_tag = lazy(r"<(/?)([A-Za-z!?][A-Za-z0-9-]*)[^<>]*>")


@rule(
    code="CTC544",
    severity=Severity.WARNING,
    on="content",
    fields=(STYLE,),
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Campaign XML Definition, `StyleSheet`",
)
def check(content: Content) -> Findings:
    """Yield a finding at the first tag; `<style>` alone is taken away."""
    if "<" not in content.text:
        return
    tags = list(_tags(content))
    if not tags:
        return
    first = tags[0]
    names = {tag[2].lower() for tag in tags}
    is_alone = names == {"style"}
    edits = tuple((content.span(*tag.span()), "") for tag in tags)
    yield Finding(
        content.span(*first.span()),
        f"{quoted(first[0])} is a tag, and `StyleSheet` holds CSS only",
        help=("write the styles without tags",),
        fixes=(guess("remove it", *edits),) if is_alone else (),
    )


def _tags(content: Content) -> Iterator[re.Match[str]]:
    """Yield the tags, but for those in comments and strings of CSS."""
    (sheet,) = style_sheets(content)
    hidden = sheet.hidden()
    for found in _tag.finditer(content.text):
        if not (found[2].startswith("!--") or found.start() in hidden):
            yield found
