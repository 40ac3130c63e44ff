"""One of Constant Contact's own tags is misspelt: `<Opentracking/>`.

## Why

Beside HTML the content can hold tags of the service, such as `<OpenTracking/>`,
`<Greeting/>` and, around the text version, `<Text>`. One that it does not know is to
it an unknown element of HTML, in which nothing happens: no open is counted, nobody
is greeted. All samples have them in the same case.

## How to fix it

Write the tag as the documentation does, in its start and in its end tag.

## Example

```xml
<EmailContent><![CDATA[<html><body>Hello<Opentracking/></body></html>]]></EmailContent>
```

Use instead:

```xml
<EmailContent><![CDATA[<html><body>Hello<OpenTracking/></body></html>]]></EmailContent>
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.content.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.content.names import CONSTANT_CONTACT, KNOWN
from ctct_lint.content.traits import NAME
from ctct_lint.patterns import lazy
from ctct_lint.rules.base import Evidence, Finding, On, Proposal, rule
from ctct_lint.rules.service_tags import SPELLINGS, end_tags
from ctct_lint.rules.wording import did_you_mean, quoted
from ctct_lint.schema.operation import REQUESTS, Operation
from ctct_lint.schema.spelling import closest
from ctct_lint.severity import Applicability, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.content.tags import Tag

# Not elements that later versions of HTML or SVG have.
_OTHERS = frozenset({"textarea", "textpath", "tspan", "context"})
_OF_HTML = KNOWN - CONSTANT_CONTACT
_FIRST = "".join({c for name in SPELLINGS.values() for c in (name[0], name[0].lower())})
_wrong_case = lazy(
    rf"<(?=[{_FIRST}])(?!(?:{'|'.join(SPELLINGS.values())})\b)(?i:{'|'.join(SPELLINGS)})\b"
)


@rule(
    code="CTC512",
    severity=Severity.WARNING,
    on=On.CONTENT,
    traits=NAME,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="samples of the documentation: the tags as they are written there",
)
def check(content: Content, operation: Operation) -> Iterator[Finding]:
    """Yield a finding for each start tag, with the end tag that it has."""
    del operation
    meant = {
        name: _meant(name, content.name == TEXT)
        for name in content.tag_names
        if name not in _OF_HTML
    }
    if not meant or _are_right(content.text, meant):
        return
    ends = end_tags(content.tags)
    for tag in content.start_tags(*meant):
        right = meant[tag.lower]
        if right is not None and tag.name != right:
            yield _finding(content, tag, ends.get(tag), right)


def _are_right(text: str, meant: dict[str, str | None]) -> bool:
    """Say at a glance whether each tag is known and written as it should be."""
    known = all(right is None or name in SPELLINGS for name, right in meant.items())
    return known and _wrong_case.search(text) is None


@lru_cache(maxsize=256)
def _meant(name: str, is_text: bool) -> str | None:  # noqa: FBT001 - a cache's key
    if name in _OTHERS or ":" in name or (name == "text" and not is_text):
        return None
    names = [n for n in SPELLINGS if is_text or n != "text"]
    close = closest(name, names)
    return None if close is None else SPELLINGS[close]


def _finding(content: Content, tag: Tag, end: Tag | None, meant: str) -> Finding:
    both = [tag] if end is None or end.name == meant else [tag, end]
    edits = tuple((content.name_of(t), meant) for t in both)
    is_case = tag.lower == meant.lower()
    what = "in the wrong case" if is_case else "no tag of HTML or of Constant Contact"
    return Finding(
        content.name_of(tag),
        f"{quoted(tag.name)} is {what}",
        help=(did_you_mean(meant),),
        fixes=(
            Proposal(
                f"write {quoted(meant)}",
                edits,
                Applicability.SAFE if is_case else Applicability.UNSAFE,
            ),
        ),
    )
