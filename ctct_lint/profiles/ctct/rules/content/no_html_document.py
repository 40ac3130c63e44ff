"""The content of the mail is no HTML document: `<html>` or `<body>` is missing.

## Why

`EmailContent` has to be a whole document, with `<html>` and in it `<body>`. Words
alone, or a part of a page, are refused with the status 400: Constant Contact's staff
said so of a campaign whose content was `Test Email`, and the later interface has a
pattern for it.

## How to fix it

Write `<html><body>` before the content and `</body></html>` behind it.

## Example

```xml
<EmailContent>Tulips, 3 for $5.</EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Tulips, 3 for $5.</body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, Content
from ctct_lint.html.traits import FRAME, begins_as_page
from ctct_lint.model.place import name_of, value_of
from ctct_lint.profiles.ctct.mail.placeholders import is_placeholder
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.html.tags import Tag

_SEEN = lazy(r"\S")
_HELP = "it has to be `<html><body>…</body></html>`, escaped"


@rule(
    code="CTC502",
    on="content",
    fields=(EMAIL,),
    traits=FRAME,
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="staff answer: EmailContent must be a well-formed, valid HTML document",
)
def check(content: Content) -> Findings:
    """Yield a finding, at the whole content where it has no tag at all.

    What was escaped twice, section and all, or never rendered, is reported as that.
    """
    text = content.text
    if begins_as_page(text):
        return
    html, body_tag = _first(content, "html"), _first(content, "body")
    if html and body_tag and html.start < body_tag.start:
        return
    from ctct_lint.profiles.ctct.mail.escapes import escaped_tag, is_section

    if not (escaped_tag(text) or is_placeholder(text) or is_section(text)):
        yield _finding(content, html, body_tag)


def _first(content: Content, name: str) -> Tag | None:
    return next(content.start_tags(name), None)


def _finding(content: Content, html: Tag | None, body: Tag | None) -> Finding:
    if not content.tags:
        what, at = "no HTML document but words alone", value_of(content.element)
    else:
        what, at = f"no HTML document: {_lack(html, body)}", name_of(content.element)
    outer = html or body
    label = "it stands inside of this" if html else "it stands around this"
    return Finding(
        at,
        f"`EmailContent` is {what}",
        help=(_HELP,),
        related=((content.whole(outer), label),) if outer else (),
        fixes=tuple(_fix(content, html, body)),
    )


def _lack(html: Tag | None, body: Tag | None) -> str:
    if html and body:
        return "`<body>` stands before `<html>`"
    if html:
        return "it has no `<body>`"
    return "it has no `<html>`" if body else "it has neither `<html>` nor `<body>`"


def _fix(content: Content, html: Tag | None, body: Tag | None) -> Iterator[Proposal]:
    """Yield the fix that puts the tags around what there is."""
    if (html and body) or _first(content, "frameset"):
        return
    start, end = _inside(content, html)
    opening = ("" if html else "<html>") + ("" if body else "<body>")
    closing = ("" if body else "</body>") + ("" if html else "</html>")
    edits = ((content.span(start, start), opening), (content.span(end, end), closing))
    title = f"write `{opening}` before it and `{closing}` behind it"
    yield guess(title, *edits)


def _inside(content: Content, html: Tag | None) -> tuple[int, int]:
    """Return where the content begins and ends that lacks a tag around it."""
    end = len(content.text.rstrip())
    if html is None:
        return min(_prolog_end(content.text), end), end
    heads = [*content.end_tags("head")]
    ends = [*content.end_tags("html")]
    return (heads[0].end if heads else html.end), (ends[-1].start if ends else end)


def _seen(text: str, at: int) -> int:
    """Return where the first character is that is no blank."""
    found = _SEEN.search(text, at)
    return found.start() if found else len(text)


def _prolog_end(text: str) -> int:
    """Return where the content begins behind comments, declarations and blanks."""
    at = 0
    while True:
        at = _seen(text, at)
        if not text.startswith(("<!", "<?"), at):
            return at
        closing = "-->" if text.startswith("<!--", at) else ">"
        end = text.find(closing, at)
        if end < 0:
            return at
        at = end + len(closing)
