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
from unicodedata import combining

from ctct_lint.model.place import text_span
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import MARKUP, Record
from ctct_lint.profiles.ctct.records.switches import CODED
from ctct_lint.profiles.ctct.records.traits import SYMBOLS
from ctct_lint.profiles.ctct.records.unseen import is_unseen, needed
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.characters import code, is_latin, plain
from ctct_lint.rules.wording import escaped
from ctct_lint.schema.names import local_name
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import is_invisible
from ctct_lint.xml.mojibake import double_encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_JUDGED = MARKUP | CODED
_OUTSIDE = lazy("[^\x00-\xff]+")


@rule(
    code="CTC425",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=SYMBOLS,
    evidence=Evidence.STAFF,
    source="developer forum: API connection does not support UTF-8 charset",
)
def check(record: Record) -> Findings:
    """Yield one finding for each value, at its first such characters.

    And one more at the first that has no twin, if others have: these can be mended.
    Fields of markup are not looked at: there an entity can stand for a character. Of
    a text in which nothing can be seen CTC433 speaks.
    """
    if is_latin(record.values):
        return
    unseen = {
        n for n in needed(local_name(record.element)) if is_unseen(record.text(n))
    }
    for name, text in record.texts.items():
        if name not in _JUDGED | unseen and not is_latin(text):
            spans = list(_outside(_without_twice_encoded(text)))
            for spelt in _by_twin(text, spans):
                yield _finding(record, name, spelt)


def _without_twice_encoded(text: str) -> str:
    """Return the text, as long as it is, without what another rule speaks of."""
    for fault in double_encoded(text):
        start, end = fault.at.start, fault.at.end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _outside(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the characters, each with the accents upon it."""
    for run in _OUTSIDE.finditer(text):
        start, end = run.span()
        at = start = start - 1 if start and combining(text[start]) else start
        for index in range(start + 1, end + 1):
            if index == end or not combining(text[index]):
                yield at, index
                at = index


def _by_twin(
    text: str, spans: list[tuple[int, int]]
) -> Iterator[list[tuple[tuple[int, int], str | None]]]:
    """Yield those that have a twin, and those that have none.

    Beside these, as in an emoji, what nobody sees may have a meaning.
    """
    spelt = [(span, plain(text[slice(*span)])) for span in spans]
    lost = {None, ""} if any(twin is None for _, twin in spelt) else {None}
    yield from filter(
        None,
        (
            [(span, twin) for span, twin in spelt if twin not in lost],
            [(span, None) for span, twin in spelt if twin in lost],
        ),
    )


def _finding(
    record: Record, name: str, spelt: list[tuple[tuple[int, int], str | None]]
) -> Finding:
    field, text = record.fields[name], record.texts[name]
    places = [text_span(field, *span) for span, _ in spelt]
    more = len(spelt) - 1
    also = f", nor {'is' if more == 1 else 'are'} {more} more" if more else ""
    first = text[slice(*spelt[0][0])]
    edits = tuple(
        (place, escaped(twin).replace("&quot;", '"'))
        for place, (_, twin) in zip(places, spelt, strict=True)
        if twin is not None
    )
    fix = Proposal("write plain characters", edits, Applicability.UNSAFE)
    return Finding(
        at=places[0],
        message=f"{_named(first)} in `{name}` is not in ISO-8859-1{also}",
        help=("the service stores ISO-8859-1; write another character",),
        notes=("entities are not decoded in a subject",) if name == "Subject" else (),
        related=tuple((place, "nor is this") for place in places[1:]),
        fixes=(fix,) if edits else (),
    )


def _named(character: str) -> str:
    """Return a character, if it can be seen, and the number of it or of its accent."""
    shown = "" if is_invisible(character[0]) else f"`{character}` "
    number = code(max(character))
    return f"{shown}({number})" if shown else number
