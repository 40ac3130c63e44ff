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

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT, Content
from ctct_lint.html.names import CONSTANT_CONTACT, KNOWN
from ctct_lint.html.traits import MISCASED, NAME
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.profiles.ctct.mail.service_tags import end_tags, service_tag_meant
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.wording import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.html.tags import Tag

_OF_HTML = KNOWN - CONSTANT_CONTACT
# No mail has more names of its own than that.
_MOST_NAMES = 1_000


@rule(
    code="CTC512",
    severity=Severity.WARNING,
    on="content",
    traits=NAME | MISCASED,
    fields=(EMAIL, TEXT, REMINDER),
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="samples of the documentation: the tags as they are written there",
)
def check(content: Content) -> Findings:
    """Yield a finding for each start tag, with the end tag that it has.

    Of one whose end tag is right that says all.
    """
    meant = dict(_meant(content))
    if not meant:
        return
    ends = end_tags(content.tags)
    faults = content.faults(as_xml=content.is_xhtml and content.name == EMAIL).kept
    said = {place.start for fault in faults for place, _ in fault.edits}
    for tag in content.start_tags(*meant):
        right = meant[tag.lower]
        if tag.name != right and tag.name_start not in said:
            yield _finding(content, tag, ends.get(tag), right)


def _meant(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the lower-case names that may be wrong, each with the right one."""
    known = _OF_HTML if content.traits & MISCASED else KNOWN
    strange = content.tag_names - known
    for name in strange if len(strange) <= _MOST_NAMES else ():
        right = service_tag_meant(name, is_text=content.name == TEXT)
        if right is not None:
            yield name, right


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
