"""The text version of the mail does not stand inside `<Text>` and `</Text>`.

## Why

`EmailTextContent` holds an element `<Text>`, escaped. The documentation asks for it
where the format is XHTML, and there a campaign without it is refused. Constant
Contact's staff asked for it in an HTML campaign too, though an official sample has
bare words: of HTML this is a warning.

## How to fix it

Write `<Text>` before the text and `</Text>` behind it, both escaped.

## Example

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailTextContent>Tulips, 3 for $5.</EmailTextContent>
```

Use instead:

```xml
<EmailContentFormat>XHTML</EmailContentFormat>
<EmailTextContent>&lt;Text&gt;Tulips, 3 for $5.&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import TEXT, Content
from ctct_lint.html.traits import WRAPPER
from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.profiles.ctct.mail.placeholders import is_placeholder
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from ctct_lint.html.tags import Tag
    from ctct_lint.model.place import Place

_TITLE = "wrap it in `<Text>` and `</Text>`"


@rule(
    code="CTC504",
    on="content",
    fields=(TEXT,),
    traits=WRAPPER,
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Manage Campaigns; staff answer about an HTML campaign",
)
def check(content: Content) -> Findings:
    """Yield a finding at the first tag, or at the text where it has no tags.

    What was escaped twice, section and all, or never rendered, is reported as that.
    """
    text = content.text
    if text.startswith("<Text>") or is_placeholder(text):
        return
    from ctct_lint.profiles.ctct.mail.escapes import escaped_tag, is_section

    if escaped_tag(text) or is_section(text):
        return
    first = content.tags[0] if content.tags else None
    if first and _is_wrapper(first):
        return
    yield Finding(
        *_place_and_message(content, first),
        help=("put all of it between `<Text>` and `</Text>`, escaped",),
        notes=_notes(content),
        fixes=_fixes(content),
        severity=None if content.is_xhtml else Severity.WARNING,
    )


def _is_wrapper(tag: Tag) -> bool:
    """Is it `<Text>`, in whatever spelling? What is outside of it is a fault of XML."""
    return closest(tag.lower, ("text",)) is not None


def _place_and_message(content: Content, first: Tag | None) -> tuple[Place, str]:
    if "text" in content.tag_names and first:
        return content.whole(first), "`<Text>` is not the outermost element of the text"
    bare = not first or content.text[: first.start].strip()
    at = value_of(content.element) if bare or not first else content.whole(first)
    return at, "`EmailTextContent` is not wrapped in `<Text>`"


def _notes(content: Content) -> tuple[str, ...]:
    if content.is_xhtml:
        return ("`EmailContentFormat` is `XHTML`: there the server insists on it",)
    return ("staff ask for it, though an official sample has bare words",)


def _fixes(content: Content) -> tuple[Proposal, ...]:
    text = content.text
    if "text" in content.tag_names:
        return ()
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    edits = (
        (content.span(start, start), "<Text>"),
        (content.span(end, end), "</Text>"),
    )
    # Inside of it the text is XML, which may mind what it holds; as HTML it is taken
    # without.
    sure = content.is_xhtml and "<" not in text and "&" not in text
    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
    return (Proposal(_TITLE, edits, applicability),)
