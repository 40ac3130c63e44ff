"""An element of the head asks for what mail programs do not do.

## Why

`<link rel="stylesheet">` is not loaded: the mail stands there without its styles.
`<base href="...">` is not heeded by most of them, and then no relative address leads
anywhere. `<meta http-equiv="refresh">` is a reason to treat the mail as dangerous.

## How to fix it

Write the styles into the content, and whole addresses into its links and images. A
mail that leads elsewhere by itself, or changes, is not possible.

## Example

```xml
<EmailContent><![CDATA[<html>
<head><link rel="stylesheet" href="http://www.example.com/mail.css"/></head>
<body><h1>Tulips</h1></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html>
<body><h1 style="color: green">Tulips</h1></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule

if TYPE_CHECKING:
    from ctct_lint.html.tag import Tag

_REFRESH = "the mail is to lead elsewhere by itself, which mail programs do not do"
_RELOAD = "the mail is to be loaded again by itself, which mail programs do not do"
_BASE = "most mail programs do not heed `<base>`"
_SHEET = "the style sheet is not loaded by mail programs"
_OTHERS = frozenset({"base", "link"})
_HELP = {
    _REFRESH: "write a link",
    _RELOAD: "take it away: a mail stays as it was sent",
    _BASE: "write whole addresses into links and images",
    _SHEET: "write the styles into the content",
}


@rule(
    code="CTC541",
    severity=Severity.WARNING,
    on="content",
    fields=(EMAIL, TEXT, REMINDER),
    tags=("base", "link", "meta"),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="what mail programs heed of a head",
)
def check(content: Content) -> Findings:
    """Yield a finding for each; only a refresh can go without a loss."""
    if content.tag_names.isdisjoint(_OTHERS) and "refresh" not in content.text.lower():
        return
    for tag in content.start_tags("base", "link", "meta"):
        message = _message(tag)
        if message:
            fix = guess("remove it", (content.whole(tag), ""))
            yield Finding(
                content.name_of(tag),
                message,
                help=(_HELP[message],),
                fixes=(fix,) if message in {_REFRESH, _RELOAD} else (),
            )


def _message(tag: Tag) -> str:
    if tag.lower == "base":
        return _BASE if tag.attribute("href") else ""
    if tag.lower == "link":
        return _SHEET if "stylesheet" in _words(tag, "rel") else ""
    if "refresh" not in _words(tag, "http-equiv"):
        return ""
    return _REFRESH if "url" in "".join(_words(tag, "content")) else _RELOAD


def _words(tag: Tag, name: str) -> list[str]:
    attribute = tag.attribute(name)
    return [] if attribute is None else attribute.value.lower().split()
