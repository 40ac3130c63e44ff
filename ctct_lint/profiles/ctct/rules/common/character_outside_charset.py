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

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining

from ctct_lint.model.place import content_span, text_span
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.field_facts import needing_text
from ctct_lint.profiles.ctct.records.record import MARKUP, Record
from ctct_lint.profiles.ctct.records.switches import CODED
from ctct_lint.profiles.ctct.records.traits import SYMBOLS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.characters import code, in_latin_1
from ctct_lint.rules.wording import escaped
from ctct_lint.schema.names import local_name
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import is_invisible, is_unseen
from ctct_lint.xml.accepted import double_encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place

_JUDGED = MARKUP | CODED
# Of those from 80 to 9F, ISO-8859-1 has none.
_OUTSIDE = lazy("[^\x00-\x7f\xa0-\xff]+")
# Of a text in another script nobody looks at each letter.
_MOST_TOLD = 100


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
    if _OUTSIDE.search(record.values) is None:
        return
    unseen = {
        n for n in needing_text(local_name(record.element)) if is_unseen(record.text(n))
    }
    for name, text in record.texts.items():
        if name not in _JUDGED | unseen and _OUTSIDE.search(text):
            for spelt in _by_twin(_without_twice_encoded(text)):
                yield _finding(record, name, spelt)


def _without_twice_encoded(text: str) -> str:
    """Return the text, as long as it is, without what another rule speaks of."""
    parts: list[str] = []
    at = 0
    for fault in double_encoded(text):
        start, end = fault.at.start, fault.at.end
        parts += (text[at:start], " " * (end - start))
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _outside(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the characters, each with the accents upon it."""
    for run in _OUTSIDE.finditer(text):
        start, end = run.span()
        at = start = start - 1 if start and combining(text[start]) else start
        for index in range(start + 1, end + 1):
            if index == end or not combining(text[index]):
                yield at, index
                at = index


class _Spelt(NamedTuple):
    """Characters of a text: the spans that are told, and how many there are.

    Those that have a twin, in `twins`, are all told, as all are mended.
    """

    spans: list[tuple[int, int]]
    number: int
    twins: list[str] | tuple[()] = ()


def _by_twin(text: str) -> Iterator[_Spelt]:
    """Yield those that have a twin, and those that have none.

    Beside these, as in an emoji, what nobody sees may have a meaning.
    """
    # Of a million characters most are alike.
    in_latin = lru_cache(maxsize=1_024)(in_latin_1)
    has_lost = any(in_latin(text[s:e]) is None for s, e in _outside(text))
    lost = {None, ""} if has_lost else {None}
    spans, twins, others, number = [], [], [], 0
    for start, end in _outside(text):
        twin = in_latin(text[start:end])
        if twin is not None and twin not in lost:
            spans.append((start, end))
            twins.append(twin)
            continue
        number += 1
        if number <= _MOST_TOLD:
            others.append((start, end))
    if spans:
        yield _Spelt(spans, len(spans), twins)
    if others:
        yield _Spelt(others, number)


def _finding(record: Record, name: str, spelt: _Spelt) -> Finding:
    field, text = record.fields[name], record.texts[name]
    told = spelt.spans[:_MOST_TOLD]
    more = spelt.number - 1
    also = f", nor {'is' if more == 1 else 'are'} {more} more" if more else ""
    first = text[slice(*spelt.spans[0])]
    fix = guess("write plain characters", *_edits(field, text, spelt))
    return Finding(
        at=text_span(field, *told[0]),
        message=f"{_named(first)} in `{name}` is not in ISO-8859-1{also}",
        help=("the service stores ISO-8859-1; write another character",),
        notes=("entities are not decoded in a subject",) if name == "Subject" else (),
        related=tuple((text_span(field, *run), why) for run, why in _runs(told[1:])),
        fixes=(fix,) if spelt.twins else (),
    )


def _runs(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield spans with what is said of them; those side by side are one."""
    runs: list[list[int]] = []
    for start, end in spans:
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    for start, *ends in runs:
        yield (start, ends[-1]), "nor are these" if ends[1:] else "nor is this"


def _edits(field: _Element, text: str, spelt: _Spelt) -> Iterator[tuple[Place, str]]:
    """Yield the edits that put the twins in; one of all between where they are many."""
    pairs = zip(spelt.spans, spelt.twins, strict=False)
    if len(spelt.twins) <= _MOST_TOLD:
        for span, twin in pairs:
            yield text_span(field, *span), escaped(twin).replace("&quot;", '"')
        return
    first = at = spelt.spans[0][0]
    parts: list[str] = []
    for (start, end), twin in pairs:
        parts += (text[at:start], twin)
        at = end
    yield content_span(field, first, at), "".join(parts)


def _named(character: str) -> str:
    """Return a character, if it can be seen, and the number of it or of its accent."""
    shown = "" if is_invisible(character[0]) else f"`{character}` "
    number = code(max(character))
    return f"{shown}({number})" if shown else number
