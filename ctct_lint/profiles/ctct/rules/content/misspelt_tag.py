"""A tag of HTML is misspelt: `<tabel>`.

## Why

Browsers and mail programs take any name for an element, and one that they do not know
does nothing: the words of `<stong>` are not bold, the cells of `<tabel>` stand in no
table.

## How to fix it

Write the tag as HTML does, in its start and in its end tag.

## Example

```xml
<EmailContent><![CDATA[<html><body>
<p><stong>Tulips</stong></p></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>
<p><strong>Tulips</strong></p></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, Content
from ctct_lint.html.names import CONSTANT_CONTACT, KNOWN, STANDARD
from ctct_lint.html.traits import NAME
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags, service_tag_meant
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.wording import did_you_mean, quoted
from ctct_lint.text.slips import is_slip

if TYPE_CHECKING:
    from ctct_lint.html.tags import Tag

# Two letters are close to too many, and some elements no mail has.
_SHORTEST, _LONG = 3, 5
_RARE = frozenset({"cite", "code", "dfn", "ins", "kbd", "map", "samp", "tt", "var"})
_CANDIDATES = tuple(
    name for name in sorted(KNOWN - CONSTANT_CONTACT - _RARE) if len(name) >= _SHORTEST
)


@rule(
    code="CTC548",
    severity=Severity.WARNING,
    on="content",
    traits=NAME,
    fields=(EMAIL, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.STANDARD,
    source="the HTML standard: the elements that it knows",
)
def check(content: Content) -> Findings:
    """Yield a finding for each start tag, unless its end tag is wrong already."""
    meant = {name: _meant(name) for name in content.tag_names - STANDARD}
    names = [name for name, right in meant.items() if right]
    if not names:
        return
    faults = content.faults(as_xml=content.is_xhtml and content.name == EMAIL).kept
    said = {at for f in faults for at in (f.at.start, *(p.start for p, _ in f.related))}
    ends = end_tags(content.tags)
    for tag in content.start_tags(*names):
        if tag.name_start not in said:
            yield _finding(content, tag, ends.get(tag), meant[tag.lower])


@lru_cache(maxsize=256)
def _meant(name: str) -> str:
    """Return the element that is meant beyond doubt, or ""."""
    if not name.isalpha() or service_tag_meant(name, is_text=False):
        return ""
    found = [right for right in _CANDIDATES if _is_surely(name, right)]
    return found[0] if len(found) == 1 else ""


def _is_surely(name: str, right: str) -> bool:
    """Is there one slip, and is the rest enough to know the name by?"""
    if name[0] != right[0] or not is_slip(name, right):
        return False
    if sorted(name) == sorted(right) or set(name) == set(right):
        return True
    return len(right) >= _LONG or len(name) < len(right) == _LONG - 1


def _finding(content: Content, tag: Tag, end: Tag | None, meant: str) -> Finding:
    both = [tag] if end is None else [tag, end]
    edits = tuple((content.name_of(t), meant) for t in both)
    fix = guess(f"write {quoted(meant)}", *edits)
    return Finding(
        content.name_of(tag),
        f"{quoted(tag.name)} is no tag of HTML",
        help=(did_you_mean(meant),),
        fixes=(fix,),
    )
