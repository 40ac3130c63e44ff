"""An HTML entity stands in a text that is no HTML.

## Why

Once the XML is read, `&amp;eacute;` is the text `&eacute;`. In HTML that would be an é;
subjects are not HTML, and their entities are not decoded: recipients read `&eacute;`.
So it is for the names of the campaign and the sender. The text was escaped twice, or
made for a web page.

## How to fix it

Write the character itself. ISO-8859-1 has those of western Europe; for others there is
no way.

## Example

```xml
<Subject>Caf&amp;eacute; news</Subject>
```

Use instead:

```xml
<Subject>Café news</Subject>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import text_span
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.characters import is_latin
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.wording import escaped, quoted
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re

    from lxml.etree import _Element

_FIELDS = ("Subject", "Name", "FromName")
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@rule(
    code="CTC426",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=of_fields(_FIELDS, "*=&"),
    evidence=Evidence.STAFF,
    source="developer forum: HTML Entities in API vs Advanced Editor",
)
def check(campaign: Record) -> Findings:
    for name in _FIELDS:
        text = campaign.texts.get(name, "")
        if "&" in text:
            for found in _ENTITY.finditer(text):
                yield from _finding(campaign.fields[name], name, found)


def _finding(field: _Element, name: str, found: re.Match[str]) -> Findings:
    from html import unescape

    character = unescape(found[0])
    if character in {found[0], ""}:
        return  # no entity of HTML: `&co;` may be meant as it is
    at = text_span(field, *found.span())
    fixes: tuple[Proposal, ...] = ()
    advice = f"ISO-8859-1 has no {quoted(character)}: put it in other words"
    if is_latin(character):
        advice = "write the character itself"
        title = f"write {quoted(character)}"
        # Not safe: it is what people read, and `&amp;` may be meant as it is.
        fixes = (guess(title, (at, escaped(character))),)
    yield Finding(
        at=at,
        message=f"{quoted(found[0])} in `{name}` is not decoded: it is no HTML",
        help=(advice,),
        notes=("the text may have been escaped twice",),
        fixes=fixes,
    )
