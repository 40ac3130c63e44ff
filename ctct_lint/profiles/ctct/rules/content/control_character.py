"""The content has control characters, left over from windows-1252.

## Why

The bytes 80 to 9F are curly quotes, dashes and the euro sign in windows-1252, and
control characters in ISO-8859-1 and in Unicode. Text that was read in the wrong
encoding has them, and `&#146;` written in XML is one too: it shows as nothing, or as
a box.

## How to fix it

Write the character that was meant: in HTML as a reference to its Unicode number.

## Example

```xml
<EmailTextContent>&lt;Text&gt;Joe&#146;s&lt;/Text&gt;</EmailTextContent>
```

Use instead:

```xml
<EmailTextContent>&lt;Text&gt;Joe's&lt;/Text&gt;</EmailTextContent>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import CONTROL
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.escapes import as_html, as_plain
from ctct_lint.profiles.ctct.mail.mojibake import has_symbols, mojibake_in
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.characters import code
from ctct_lint.rules.wording import did_you_mean, quoted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Spans

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ctct_lint.model.place import Place

_CONTROL = lazy("[\x7f-\x9f]+")


@rule(
    code="CTC511",
    severity=Severity.WARNING,
    on="content",
    traits=CONTROL,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="ISO-8859-1 and Unicode: 80 to 9F are control characters",
)
def check(content: Content) -> Findings:
    """Yield a finding for each run; what was encoded twice is reported as that."""
    text = content.text
    if not has_symbols(text) and "\x7f" not in text:
        return
    found = list(_CONTROL.finditer(text))
    meant = Spans(span for span, _ in mojibake_in(text)) if found else Spans(())
    for run in found:
        if run.start() not in meant:
            yield _finding(content, run)


def _finding(content: Content, run: re.Match[str]) -> Finding:
    at = content.span(*run.span())
    meant = run[0].encode("latin-1").decode("cp1252", "replace")
    is_known = "\N{REPLACEMENT CHARACTER}" not in meant and "\x7f" not in meant
    return Finding(
        at,
        f"`{code(run[0][0])}` in `{content.name}` is a control character",
        help=(did_you_mean(meant) if is_known else "remove it",),
        notes=("it is the character of this number in windows-1252",)
        if is_known
        else (),
        fixes=tuple(_fix(content.name, at, meant if is_known else "")),
    )


def _fix(name: str, at: Place, meant: str) -> Iterator[Proposal]:
    new = as_plain(meant) if name == TEXT else as_html(meant)
    if new is not None:
        title = f"write {quoted(new)}" if new else "remove it"
        yield guess(title, (at, new))
