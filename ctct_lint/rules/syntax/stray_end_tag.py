"""An end tag closes nothing: no open element has its name.

## Why

An end tag belongs to a start tag. A second end tag, or one whose start tag is lost, has
nothing to close; a start tag with a slash is an end tag, too. If the schema shows where
the lost start tag was, there is this one fault: what the element holds is not told as
misplaced as well.

## How to fix it

Remove the end tag or the slash, or add the start tag that was meant.

## Example

```xml
<Subject>Tulips are in</Subject></Subject>
```

Use instead:

```xml
<Subject>Tulips are in</Subject>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, listed, quoted
from ctct_lint.text.words import count


@rule(
    code="CTC103",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 3.1",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `expected` is the start tag that is missing, if it is known."""
    if fault.detail == "early":
        yield _early(fault)
        return
    if fault.detail == "inside":
        yield _inside(fault)
        return
    if fault.detail == "beginning":
        yield _without_beginning(fault)
        return
    title, advice = (
        "remove the end tag",
        "remove it, or add the start tag that belongs to it",
    )
    if fault.detail == "/":
        title, advice = "remove the slash", "remove the slash: it begins the element"
        if len(fault.edits) > 1:
            title, advice = "move the slash to the end", "end it with `/>` instead"
    elif fault.expected:
        (tag,) = fault.expected
        # What the attributes were nobody knows.
        written = fault.edits[0][1] if fault.edits and "…" in tag else tag
        title = f"insert {quoted(written, 80)}"
        advice = f"begin it with {quoted(tag, 80)}"
    elif fault.related:
        title = advice = "remove the end tag before it"
    # What has no name, such as `</>`, is the subject as it is written.
    tag = fault.subject if fault.subject[0] == "<" else f"</{fault.subject}>"
    yield Finding(
        fault.at,
        f"{quoted(tag)} closes no open element",
        help=(advice,),
        related=tuple((at, "the element has an end here") for at, _ in fault.related),
        fixes=fixes_of(fault, title, is_safe=title == "remove the slash"),
    )


def _early(fault: Fault) -> Finding:
    """Word an end tag of the root behind which the document goes on."""
    is_moved = any(new.strip() for _, new in fault.edits)
    ((at, following),) = fault.related
    title = "move the end tag to the end" if is_moved else "remove the end tag"
    return Finding(
        fault.at,
        f"`</{fault.subject}>` ends the document too early",
        help=(f"{title}: what follows belongs to {quoted(fault.subject)}",),
        related=((at, f"{quoted(following)} follows"),),
        fixes=fixes_of(fault, title, is_safe=False),
    )


def _without_beginning(fault: Fault) -> Finding:
    """Word the end tags of a document that begins in the middle."""
    number = len(fault.expected)
    are = "is" if number == 1 else "are"
    lost = f"{count(number, 'start tag')} {are} missing"
    return Finding(
        fault.at,
        f"the document begins in the middle: {lost}",
        help=(f"the beginning is missing; it has at least {listed(fault.expected)}",),
        related=tuple((at, f"{quoted(name)} ends") for at, name in fault.related),
        fixes=fixes_of(fault, "add the start tags", is_safe=False),
    )


def _inside(fault: Fault) -> Finding:
    """Word an end tag in the midst of another tag."""
    return Finding(
        fault.at,
        f"`</{fault.subject}>` stands inside the tag of {quoted(fault.owner)}",
        help=("remove it: the tag around it is whole then",),
        fixes=fixes_of(fault, "remove the end tag", is_safe=False),
    )
