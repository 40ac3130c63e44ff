"""The content has an element that mail programs do not show, such as `<iframe>`.

## Why

Frames, plug-ins and players are dropped on the way, or take up an empty place: they
would load something from elsewhere into the mail. Of `<video>` and `<audio>` some
mail programs show what stands inside, and a few play them.

## How to fix it

Show an image that leads to the page with the film, the map or the form.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<iframe src="http://www.example.com/map"></iframe></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<a href="http://www.example.com/map">How to find us</a></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.names import VOID
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from ctct_lint.html.tag import Tag

_PLAYERS = ("audio", "video")
_NEVER_SHOWN = ("applet", "embed", "frame", "frameset", "iframe", "object")


@rule(
    code="CTC539",
    severity=Severity.WARNING,
    on="content",
    fields=(EMAIL, TEXT, REMINDER),
    tags=_NEVER_SHOWN + _PLAYERS,
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="what mail programs show",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, but for those inside another one.

    An `embed` is most often the second half of an `object`.
    """
    outer = 0
    names = frozenset(_NEVER_SHOWN + _PLAYERS)
    for tag in content.tags:
        if tag.lower not in names or (tag.is_end and tag.lower in VOID):
            continue
        if tag.is_end:
            outer = max(outer - 1, 0)
            continue
        if not outer:
            yield _finding(content, tag)
        if not tag.self_closing and tag.lower not in VOID:
            outer += 1


def _finding(content: Content, tag: Tag) -> Finding:
    is_player = tag.lower in _PLAYERS
    shown = "not played by most mail programs" if is_player else "dropped from mails"
    return Finding(
        content.name_of(tag),
        f"{quoted(tag.name)} is {shown}",
        help=("write a link to what it would show, around an image",),
        severity=Severity.INFORMATION if is_player else None,
    )
