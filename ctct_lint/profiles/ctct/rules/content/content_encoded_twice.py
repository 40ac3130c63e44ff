"""The content looks like UTF-8 that was read as windows-1252, spelled by references.

## Why

`&Atilde;&copy;` is `Ã©`, and that is what UTF-8 has for `é`, read in the wrong
encoding. A program that makes entities of the text has not been told which encoding
the text is in. The mail is accepted, and its readers see `Ã©`.

## How to fix it

Write what was meant, and tell that program the encoding: `htmlentities` of old
versions of PHP takes ISO-8859-1 for granted.

## Example

```xml
<PermissionReminderText>News from the Caf&amp;Atilde;&amp;copy;</PermissionReminderText>
```

Use instead:

```xml
<PermissionReminderText>News from the Caf&amp;eacute;</PermissionReminderText>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import MOJIBAKE, SYMBOLS
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.escapes import as_html, as_plain
from ctct_lint.profiles.ctct.mail.mojibake import mojibake_in
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place


@rule(
    code="CTC509",
    severity=Severity.WARNING,
    on="content",
    traits=MOJIBAKE | SYMBOLS,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="no language has such sequences",
)
def check(content: Content) -> Findings:
    text = content.text
    for (start, end), meant in mojibake_in(text):
        at = content.span(start, end)
        yield Finding(
            at,
            f"{quoted(_printable(text[start:end]))} is UTF-8 in the wrong encoding",
            help=(did_you_mean(meant),),
            fixes=tuple(_fix(content.name, at, meant)),
        )


def _printable(text: str) -> str:
    """Return the text with references for its control characters."""
    return "".join(c if c.isprintable() else f"&#{ord(c)};" for c in text)


def _fix(name: str, at: Place, meant: str) -> Iterator[Proposal]:
    new = as_plain(meant) if name == TEXT else as_html(meant)
    if new is not None:
        title = f"replace with {quoted(new)}"
        yield guess(title, (at, new))
