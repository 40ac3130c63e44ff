"""The content has tags, but nothing to read or to see.

## Why

A document with an empty body, or `<Text>` without text, is a mail that says nothing:
a template without its data, most often. The service wants a text version that is not
empty, and where the format is XHTML the documentation says so.

## How to fix it

Write what the readers shall find.

## Example

```xml
<EmailContent><![CDATA[<html><body><p>&nbsp;</p></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html>
<body><p>Tulips, 3 for $5.</p></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, TEXT, Content
from ctct_lint.html.traits import WORDLESS, has_words
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from ctct_lint.html.tags import Tag

_COMMENT = lazy(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TO_SEE = frozenset({"copyright", "embed", "greeting", "hr", "iframe", "img", "input"})
_TO_SEE |= {"object", "simpleurlproperty", "svg", "textarea", "video"}


@rule(
    code="CTC517",
    severity=Severity.WARNING,
    on="content",
    fields=(EMAIL, TEXT),
    tags=("body", "text"),
    traits=WORDLESS,
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Manage Campaigns, about the text of an XHTML campaign",
    superseded_by=("truncated-document",),
)
def check(content: Content) -> Findings:
    if has_words(content.text):
        return
    outer = "text" if content.name == TEXT else "body"
    tag = next(content.start_tags(outer), None)
    if tag is None or _has_something(content, tag):
        return
    is_refused = content.name == TEXT and content.is_xhtml
    yield Finding(
        content.name_of(tag),
        f"there is nothing to read in `{content.name}`",
        help=(f"write something into `<{tag.name}>`",),
        severity=Severity.ERROR if is_refused else None,
    )


def _has_something(content: Content, outer: Tag) -> bool:
    from html import unescape

    if not _TO_SEE.isdisjoint(content.tag_names) or "background" in content.text:
        return True
    at, parts = outer.end, []
    for tag in content.tags:
        if tag.start >= at:
            parts.append(content.text[at : tag.start])
            at = tag.end
    parts.append(content.text[at:])
    return bool(unescape(_COMMENT.sub("", "".join(parts))).strip())
