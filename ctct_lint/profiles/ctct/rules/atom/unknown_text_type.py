"""The `type` of a title or a summary is none that Atom knows.

## Why

The Atom standard has three: `text`, `html` and `xhtml`, and no media types such as
`text/plain`. The server does not use these texts, but other readers of Atom refuse
the entry.

## How to fix it

Write `type="text"`, or leave the attribute out.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text/plain">News from Joe's Flowers</title>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <title type="text">News from Joe's Flowers</title>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import attribute_value
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import TYPES
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import expected, quoted, replacement
from ctct_lint.text.slips import is_sure
from ctct_lint.text.spelling import closest

_FIELDS = ("title", "summary")
_TYPES = ("text", "html", "xhtml")
_MEANT = {"text/plain": "text", "text/html": "html", "application/xhtml+xml": "xhtml"}


@rule(
    code="CTC312",
    severity=Severity.WARNING,
    on="entry",
    traits=TYPES,
    evidence=Evidence.STANDARD,
    source="RFC 4287 (Atom), section 3.1.1",
)
def check(entry: Record) -> Findings:
    for name in _FIELDS:
        text = entry.fields.get(name)
        if text is not None:
            found = text.get("type", "text")
            if found not in _TYPES:
                at = attribute_value(text, "type")
                meant = _meant(found)
                known = found.strip().lower() in _MEANT
                sure = known or is_sure(found, meant, _TYPES)
                yield Finding(
                    at=at,
                    message=f"{quoted(found)} is not a type of `{name}`"
                    if found
                    else f"the `type` of `{name}` is empty",
                    help=(expected(_TYPES),),
                    fixes=replacement(at, meant, is_safe=sure),
                )


def _meant(found: str) -> str:
    return _MEANT.get(found.strip().lower()) or closest(found, _TYPES) or "text"
