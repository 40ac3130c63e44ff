"""A value has a character that ISO-8859-1 does not have.

## Why

The service stores everything in ISO-8859-1. The document may be in UTF-8, but what is
not in that character set, such as curly quotes, long dashes and most of the world's
letters, is replaced on the server or refused. In the HTML of the mail an entity
helps, in a subject it does not: there entities are not decoded.

## How to fix it

Write another character. The fix puts straight quotes, hyphens and the like in the
place of typographic ones.

## Example

```xml
<Subject>Joe&#8217;s flowers</Subject>
```

Use instead:

```xml
<Subject>Joe's flowers</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.patterns import lazy
from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.characters import PLAIN, code, is_invisible, is_latin
from ctct_lint.rules.record import MARKUP
from ctct_lint.rules.switches import CODED
from ctct_lint.rules.wording import escaped
from ctct_lint.schema.operation import REQUESTS
from ctct_lint.severity import Applicability, Severity
from ctct_lint.syntax.mojibake import double_encoded
from ctct_lint.syntax.place import text_span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ctct_lint.rules.record import Record

_JUDGED = MARKUP | CODED
_OUTSIDE = lazy("[^\x00-\xff]+")


@rule(
    code="CTC425",
    severity=Severity.WARNING,
    on=On.LISTED,
    operations=REQUESTS,
    evidence=Evidence.STAFF,
    source="developer forum: API connection does not support UTF-8 charset",
)
def check(record: Record) -> Iterator[Finding]:
    """Yield one finding for each value, at its first such characters.

    Fields of markup are not looked at: there an entity can stand for a character.
    """
    if is_latin(record.values):
        return
    for name, text in record.texts.items():
        if name not in _JUDGED and not is_latin(text):
            runs = list(_OUTSIDE.finditer(_without_twice_encoded(text)))
            if runs:
                yield _finding(record, name, runs)


def _without_twice_encoded(text: str) -> str:
    """Return the text, as long as it is, without what another rule speaks of."""
    for fault in double_encoded(text):
        start, end = fault.at.start, fault.at.end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _finding(record: Record, name: str, runs: list[re.Match[str]]) -> Finding:
    field = record.fields[name]
    more = sum(len(run[0]) for run in runs) - 1
    also = f", nor {'is' if more == 1 else 'are'} {more} more" if more else ""
    return Finding(
        at=text_span(field, *runs[0].span()),
        message=f"{_named(runs[0][0][0])} in `{name}` is not in ISO-8859-1{also}",
        help=("the service stores ISO-8859-1; write another character",),
        notes=("entities are not decoded in a subject",) if name == "Subject" else (),
        fixes=tuple(_fix(record, name, runs)),
    )


def _named(character: str) -> str:
    shown = "" if is_invisible(character) else f"`{character}` "
    number = code(character)
    return f"{shown}({number})" if shown else number


def _fix(record: Record, name: str, runs: list[re.Match[str]]) -> Iterator[Proposal]:
    """Yield the fix that replaces all of them, if each has a plain stand-in."""
    field = record.fields[name]
    if all(c in PLAIN for run in runs for c in run[0]):
        edits = tuple(
            (text_span(field, *run.span()), escaped("".join(PLAIN[c] for c in run[0])))
            for run in runs
        )
        yield Proposal("write plain characters", edits, Applicability.UNSAFE)
