"""Something in a tag is no attribute: `name="value"` is what may stand there.

## Why

Between the name of a start tag and its `>` only attributes may stand, and in an end tag
nothing. An `=` too few or too many, a lone value or a slash make the tag unreadable.

## How to fix it

Write `name="value"`, or remove it.

## Example

```xml
<ContactLists>
  <ContactList id "http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/tulips/lists/1" />
</ContactLists>
```
"""

from __future__ import annotations

import re

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, mending, quoted
from ctct_lint.text.patterns import lazy

_BLANKS = " \t\r\n\f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200C))
)
_ESCAPED = lazy(r"=\s*\\([\"']).*\\\1\Z", re.DOTALL)
_DOUBLED = lazy(r"=\s*([\"'])\1.*\1\Z", re.DOTALL)


@rule(
    code="CTC113",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    message, advice, fix = _worded(fault)
    yield Finding(
        fault.at, message, help=(advice,), fixes=fixes_of(fault, fix, is_safe=False)
    )


def _worded(fault: Fault) -> tuple[str, str, str]:
    """Return the message, the help and the title of the fix."""
    written = fault.subject
    bare = written.strip(_BLANKS)
    if not bare:
        return (
            f"{quoted(written)} is no white space that may stand in a tag",
            "separate attributes by a plain space",
            "write a plain space",
        )
    if not written.strip(",;"):
        message = f"{quoted(written)} stands between attributes"
        return message, "separate attributes by a space", "remove it"
    if _DOUBLED.search(written):
        message = f"{quoted(written)} has too many quotes"
        return message, "write one at each end of the value", "remove the others"
    if _ESCAPED.search(written):
        message = f"{quoted(written)} has backslashes before its quotes"
        return message, "write plain quotes", "remove the backslashes"
    found = _of_moved(fault) or _of_text(fault)
    found = found or (_of_end(fault, bare) if bare in {"/", "\\", ">"} else None)
    if found is not None:
        return found
    advice = 'write it as `name="value"`, or remove it'
    return f"{quoted(written)} is no attribute", advice, mending(fault, "mend the tag")


def _of_moved(fault: Fault) -> tuple[str, str, str] | None:
    """Return the words for what only belongs elsewhere; None for what does not."""
    written, news = fault.subject, [new for _, new in fault.edits]
    if fault.detail == "quote":
        message = f"a quote of {quoted(written)} is not where it belongs"
        return message, "write the value between its quotes", "move the quote"
    if fault.detail == "behind":
        message = "`/` stands behind the end of the tag"
        return message, "end the tag with `/>`", "move the slash before the end"
    if written == "?":
        return "the tag ends with `?>`", "end it with `/>`", "write `/>`"
    if written.startswith("/") and news[1:][-1:] == ["/"]:
        message = "`/` stands before the end of the tag"
        return message, "end the tag with `/>`", "move the slash to the end"
    return None


def _of_text(fault: Fault) -> tuple[str, str, str] | None:
    """Return the words for a text behind the name of its element; None for others."""
    sign, text = fault.subject[:1], quoted(fault.subject[1:].strip())
    if not fault.edits or fault.edits[0][1] != ">":
        return None
    message = f"the text {quoted(fault.subject)} stands in the tag"
    if sign == "=":
        message = f"the name of the element has a value, {text}"
    elif sign == ":":
        message = f"the text {text} stands in the tag, behind a colon"
    return message, "write it between the tags", "make it the text of the element"


def _of_end(fault: Fault, slash: str) -> tuple[str, str, str] | None:
    """Return the words for a sign that ends a tag; None for another one."""
    if slash == ">":
        return "`>` ends the tag before its attributes", "remove it", "remove it"
    if fault.owner:
        message = f"{quoted(slash)} ends {quoted(fault.owner)} before its content"
        return message, "end the start tag with `>` alone", "remove the slash"
    if slash == "/" != fault.subject:
        return "`/` and `>` are apart", "end the tag with `/>`", "remove the space"
    if slash == "\\" and [new for _, new in fault.edits] == ["/"]:
        return "the tag ends with the wrong slash", "end it with `/>`", "write `/>`"
    return None
