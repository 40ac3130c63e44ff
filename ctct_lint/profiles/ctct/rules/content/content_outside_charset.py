"""The content has characters that ISO-8859-1 does not have.

## Why

The service stores ISO-8859-1. The document may be in UTF-8, but curly quotes, long
dashes and most of the world's letters are replaced on the server, as Constant
Contact's product manager explained. A character reference inside of the HTML comes
through; plain text has no such thing.

## How to fix it

In HTML write a reference, `&#8220;` or `&ldquo;`, with its `&` escaped for the XML as
all of the content is. In the text version write something similar.

## Example

```xml
<EmailContent><![CDATA[<html><body>Café “Sol”</body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent>
<![CDATA[<html><body>Café &#8220;Sol&#8221;</body></html>]]>
</EmailContent>
```
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.traits import SYMBOLS
from ctct_lint.model.place import name_of
from ctct_lint.model.quota import MOST_OF_KIND
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.profiles.ctct.mail.content_urls import quote_marks
from ctct_lint.profiles.ctct.mail.escapes import as_html, as_plain
from ctct_lint.profiles.ctct.mail.mojibake import mojibake_in
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.characters import code, is_latin
from ctct_lint.rules.wording import quoted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Spans
from ctct_lint.text.white_space import is_invisible
from ctct_lint.xml.signs import CURLY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place

_OUTSIDE = lazy("[^\x00-\xff]+")
_CODE = lazy(r"<(style|script)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
# A typographic quote around a value or an address, or instead of such a quote.
_QUOTED = lazy(rf"[=\"'(]\s*[{CURLY}]|[{CURLY}][\s/>\"')]")
_LONGEST_NAME = 28


@rule(
    code="CTC510",
    severity=Severity.WARNING,
    on="content",
    traits=SYMBOLS,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: API connection does not support UTF-8 charset",
)
def check(content: Content) -> Findings:
    """Yield a finding for each run of such characters, however they are spelled.

    What was encoded twice is reported as that.
    """
    text = content.text
    if is_latin(text):
        return
    meant = Spans(span for span, _ in mojibake_in(text))
    code_spans = Spans(match.span() for match in _CODE.finditer(text))
    said = _said_elsewhere(content)
    found = (match.span() for match in _OUTSIDE.finditer(text))
    spans = (_without(said, *span) if said else span for span in found)
    told = ((s, e) for s, e in spans if s < e and s not in meant)
    for start, end in islice(told, MOST_OF_KIND):
        yield _finding(content, start, end, is_code=start in code_spans)
    # The others are counted, and nobody is shown what they say.
    counted = Finding(name_of(content.element), "")
    yield from (counted for _ in told)


def _said_elsewhere(content: Content) -> frozenset[int]:
    """Return where typographic quotes stand that are to be straight ones."""
    if _QUOTED.search(content.text) is None:
        return frozenset()
    of_values = (
        offset
        for slip in content.slips
        if slip.kind == "curly-quotes"
        for start, end, _ in slip.edits
        for offset in range(start, end)
    )
    return frozenset([*of_values, *quote_marks(content)])


def _without(said: frozenset[int], start: int, end: int) -> tuple[int, int]:
    while start < end and start in said:
        start += 1
    while start < end and end - 1 in said:
        end -= 1
    return start, end


def _finding(content: Content, start: int, end: int, *, is_code: bool) -> Finding:
    at, run = content.span(start, end), content.text[start:end]
    more = len(run) - 1
    also = f", nor {'is' if more == 1 else 'are'} {more} more" if more else ""
    fixes = () if is_code else tuple(_fix(content.name, at, run))
    return Finding(
        at,
        f"{_described(run)} in `{content.name}` is not in ISO-8859-1{also}",
        help=(_help(content.name, run),),
        notes=("the service stores ISO-8859-1 and replaces other characters",),
        fixes=fixes,
    )


def _described(run: str) -> str:
    """Return the first character with its number, and its name if it stands alone."""
    character = run[0]
    name = unicodedata.name(character, "").lower() if len(run) == 1 else ""
    if len(name) > _LONGEST_NAME:
        name = ""
    number = code(character)
    if is_invisible(character):
        return f"`{number}` ({name})" if name else f"`{number}`"
    return f"`{character}` ({number}, {name})" if name else f"`{character}` ({number})"


def _help(name: str, run: str) -> str:
    if all(map(is_invisible, run)):
        return "remove it: it cannot be seen"
    if name == TEXT:
        return "write something similar in plain characters"
    return f"write {quoted(as_html(run[0]))} in the HTML instead"


def _fix(name: str, at: Place, run: str) -> Iterator[Proposal]:
    if all(unicodedata.category(c) == "Cf" for c in run):
        yield guess("remove it", (at, ""))
    elif name == TEXT:
        plain = as_plain(run)
        if plain is not None:
            title = f"write {quoted(plain)}"
            yield guess(title, (at, plain))
    else:
        new = as_html(run)
        sure = Applicability.SAFE if name == EMAIL else Applicability.UNSAFE
        yield Proposal(f"write {quoted(new)}", ((at, new),), sure)
