"""A tag or an attribute of an XHTML mail is in capital letters.

## Why

XHTML tells capital letters from small ones, and all its elements and attributes are
in small ones. With the format XHTML the content is validated strictly: to a
validator `<P>` is no paragraph but an unknown element.

## How to fix it

Write the name in small letters, in the start and in the end tag.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html xmlns="http://www.w3.org/1999/xhtml">
<body><P>Hello</P></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailContent><![CDATA[<html xmlns="http://www.w3.org/1999/xhtml">
<body><p>Hello</p></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.names import CONSTANT_CONTACT, KNOWN
from ctct_lint.html.traits import XHTML
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from ctct_lint.html.attributes import Attribute
    from ctct_lint.html.tags import Tag

# Both are quick to search for, as they begin with what they must have.
_upper_tag = lazy(r"<(?!CopyRight|CustomBlock|Greeting|OpenTracking|Simple)[a-z]*[A-Z]")
_upper_attribute = lazy(r"=(?<=[A-Z]=)[\"']")
_event = lazy(" on[A-Z]")
_HTML = KNOWN - CONSTANT_CONTACT


@rule(
    code="CTC519",
    severity=Severity.WARNING,
    on="content",
    traits=XHTML,
    fields=(EMAIL,),
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="XHTML 1.0, 4.2; the documentation: XHTML is validated strictly",
)
def check(content: Content) -> Findings:
    """Yield a finding for each element and each attribute of HTML.

    Where tags do not match, which may be for their case, that is reported first.
    """
    text = content.text
    if not content.is_xhtml:
        return
    if not (
        _upper_tag.search(text) or _upper_attribute.search(text) or _event.search(text)
    ):
        return
    if content.root is None:
        return
    ends = end_tags(content.tags)
    for tag in content.start_tags():
        if tag.lower in _HTML:
            if tag.name != tag.lower:
                yield _of_tag(content, tag, ends.get(tag))
            for attribute in tag.attributes:
                if attribute.name != attribute.lower and ":" not in attribute.name:
                    yield _of_attribute(content, attribute)


def _of_tag(content: Content, tag: Tag, end: Tag | None) -> Finding:
    both = [tag] if end is None else [tag, end]
    edits = tuple((content.name_of(t), tag.lower) for t in both)
    return Finding(
        content.name_of(tag),
        f"{quoted(tag.name)} is no element of XHTML, {quoted(tag.lower)} is",
        help=("write elements in small letters",),
        fixes=(Proposal(f"write {quoted(tag.lower)}", edits),),
    )


def _of_attribute(content: Content, attribute: Attribute) -> Finding:
    at, lower = content.attribute_name(attribute), attribute.lower
    return Finding(
        at,
        f"{quoted(attribute.name)} is no attribute of XHTML, {quoted(lower)} is",
        help=("write attributes in small letters",),
        fixes=(Proposal(f"write {quoted(lower)}", ((at, lower),)),),
    )
