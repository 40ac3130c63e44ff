"""A reference in the content was escaped twice: `&amp;nbsp;` for `&nbsp;`.

## Why

What escapes the content escapes also the references that the HTML has, and should do
so once. Of `&amp;nbsp;` the readers see `&nbsp;`, and a link with `&amp;amp;` leads
to another page. Of the text version users reported just that: a wrapper library
replaced each `&` once more.

## How to fix it

Find the place that escapes a second time, and leave the reference as HTML has it.

## Example

```xml
<EmailTextContent>&lt;Text&gt;Salt &amp;amp;amp; pepper&lt;/Text&gt;</EmailTextContent>
```

Use instead:

```xml
<EmailTextContent>&lt;Text&gt;Salt &amp;amp; pepper&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import TWICE
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.escapes import as_plain_text, escaped_tag
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy

_TWICE = lazy(
    r"&amp;(?:amp;)*(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
)


@rule(
    code="CTC507",
    severity=Severity.WARNING,
    on="content",
    traits=TWICE,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: EmailTextContent does not correctly decode",
)
def check(content: Content) -> Findings:
    """Yield a finding for each, unless the whole content was escaped twice."""
    found = [match for match in _TWICE.finditer(content.text) if _is_known(match[1])]
    if not found or escaped_tag(content.text) is not None:
        return
    for match in found:
        at, meant = content.span(*match.span()), _meant(content, match[1])
        title = f"write {quoted(meant or '')}"
        yield Finding(
            at,
            f"{quoted(match[0])} in `{content.name}` was escaped twice",
            help=(f"readers see {quoted(_seen(match[0]))}, not the character",),
            fixes=() if meant is None else (guess(title, (at, meant)),),
        )


def _meant(content: Content, reference: str) -> str | None:
    if content.name == TEXT and not reference.startswith("#"):
        return as_plain_text(reference)
    return f"&{reference}"


def _is_known(reference: str) -> bool:
    if reference.startswith("#"):
        return True
    from html.entities import html5

    return reference in html5


def _seen(reference: str) -> str:
    return reference.replace("&amp;", "&", 1)
