"""Text stands between elements, where only elements have a meaning.

## Why

Where the schema asks for elements alone, only white space may stand between them. The
text has no meaning there, and often is what remains of a lost tag.

Of Constant Contact's documents it is a warning: the service seems to pass over the
text. An official sample posted such text by mistake and nobody objected.

## How to fix it

Put the text into the element that it belongs to, or remove it. The fix wraps it where
its form tells what it is: an address in `ReplyToEmail` is an `EmailAddress`; or its
place, where the schema asks for an element that lacks there. Where that is required, or
where the text is all there is in an element that lacks a few children, what lacks is
not told again, and the text is an error. Else the help names the elements that may
stand there, where it is all there is. In an element that holds nothing it becomes
the attribute that lacks, or the one that its form tells. If it is markup, as when a
whole campaign is escaped inside `content`, write it as elements.

## Example

```xml
<Subject>Tulip bulbs are in</Subject>
customer document
<FromName>Green Leaf Nursery</FromName>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
<FromName>Green Leaf Nursery</FromName>
```
"""

from __future__ import annotations

from ctct_lint.model.fault import EMPTY, NEEDED, PERHAPS, Fault
from ctct_lint.model.place import Part
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.characters import named
from ctct_lint.rules.context import Context
from ctct_lint.rules.lacking_names import perhaps
from ctct_lint.rules.moved_text import id_in_text, moved_text
from ctct_lint.rules.origins import origin_of
from ctct_lint.rules.wording import as_many, child_tag, either, quoted
from ctct_lint.schema.content.match import ANY
from ctct_lint.schema.explain.once import is_blank
from ctct_lint.schema.matching.text_home import takes_text
from ctct_lint.text.elision import is_elision
from ctct_lint.text.white_space import trimmed

_TAGS = "put it between the tags that it has lost"
# Of more children the names are not told, nor more of a tag.
_MOST_NAMED, _LONGEST_TAG = 4, 120


@rule(
    code="CTC211",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact the official PHP sample cc_class.php"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; a URI that lacks as the element's `id` is told as that."""
    element = fault.at.element
    if (
        element is not None
        and fault.at.part is Part.VALUE
        and id_in_text(element, context.facts)
    ):
        return
    text = quoted(" ".join(fault.subject.split()))
    where = "in place of" if _stands_for(fault, context) else "between"
    message = f"text {text} stands {where} the elements of {quoted(fault.owner)}"
    if fault.detail == EMPTY or _is_attribute(fault):
        message = f"text {text} stands in {quoted(fault.owner)}, which holds no text"
    elif is_elision(fault.subject):
        message = f"{text} stands for what was left out of {quoted(fault.owner)}"
    is_ignored = context.vocabulary.passes_over and fault.detail != NEEDED
    severity = None if is_ignored else Severity.ERROR
    if not fault.subject:
        message = f"{quoted(fault.owner)} must hold nothing, not even blanks"
        advice = f"write {quoted(child_tag(element, fault.owner)[:-1] + '/>')}"
        yield Finding(fault.at, message, help=(advice,), severity=severity)
    elif is_blank(fault) or fault.related:
        yield _of_marks(fault, severity)
    else:
        fix, advice = _fix(fault, context)
        fixes = () if fix is None else (fix,)
        is_guess = fix is not None and advice == fix.title
        yield Finding(
            fault.at,
            message,
            help=(advice,),
            fixes=fixes,
            severity=severity,
            otherwise=_removal(fault) if is_guess and not fault.perhaps else None,
        )


def _is_attribute(fault: Fault) -> bool:
    """Say whether the text is the value of an attribute, which the edits write."""
    return any(not new.startswith("<") for _, new in fault.edits[:1])


def _removal(fault: Fault) -> Proposal:
    return guess("remove the text", (fault.at, ""))


def _of_marks(fault: Fault, severity: Severity | None) -> Finding:
    """Word the fault of invisible text, or of a mark; the fix takes all of it away."""
    where = f"stands between the elements of {quoted(fault.owner)}"
    if fault.related:
        plural = "s" if len(fault.related) > 1 else ""
        where += f", and such text in {len(fault.related)} other place{plural}"
    edits = tuple((at, "") for at in (fault.at, *(at for at, _ in fault.related)))
    fix = guess("remove all of it", *edits)
    if is_blank(fault):
        message = f"{named(fault.subject[0])} {where}"
        advice = "it comes from copying: to XML it is text, and no white space"
        return Finding(fault.at, message, (advice,), fixes=(fix,), severity=severity)
    message, advice = f"text {quoted(trimmed(fault.subject))} {where}", "remove it"
    related = tuple((at, "and here") for at, _ in fault.related)
    return Finding(fault.at, message, (advice,), (), related, (fix,), severity)


def _stands_for(fault: Fault, context: Context) -> tuple[str, ...]:
    """Return the children that a text stands for, none of which it can just become."""
    names, facts = fault.expected, context.facts
    if fault.edits:
        return ()
    is_one = len(names) == 1 and takes_text(facts, fault.subject, fault.owner, names[0])
    return () if is_one else names


def _fix(fault: Fault, context: Context) -> tuple[Proposal | None, str]:
    """Return the fix for a text, if there is one, and what is to be done."""
    if fault.subject.startswith("<"):
        return None, "it is escaped markup: write it as elements"
    if is_elision(fault.subject):
        return None, "put back what was left out here: it is not checked"
    fix, advice = _fix_in_place(fault, context)
    # What comes from elsewhere has elements beside it.
    origin = None if fault.detail == EMPTY else origin_of(fault.subject)
    return fix, advice if origin is None else f"it is {origin.what}: {origin.advice}"


def _as_child(fault: Fault, context: Context) -> str:
    """Say which of the children that may stand there a text is to be written as."""
    if fault.detail == PERHAPS:
        return perhaps(fault.perhaps, write=_TAGS)
    what = "one of the elements that"
    if len(fault.perhaps) <= _MOST_NAMED:
        tags = [_child_shown(fault, name, context) for name in fault.perhaps]
        what = f"{either(tags, _LONGEST_TAG)}, which"
    return f"write it as {what} {quoted(fault.owner)} may hold"


def _child_shown(fault: Fault, name: str, context: Context) -> str:
    """Return the start tag of a child, with the `id` by which it is known."""
    tag = child_tag(fault.at.element, name)
    if not context.facts.path_of(name):
        return tag
    return f"{tag[:-1]} {context.vocabulary.attribute(None, name, 'id').shown}/>"


def _fix_in_place(fault: Fault, context: Context) -> tuple[Proposal | None, str]:
    names = _stands_for(fault, context)
    if ANY in names:
        return None, "write the element that this place is for"
    if names:
        tags = [quoted(child_tag(fault.at.element, name)) for name in names]
        return (
            None,
            f"write it as {as_many(tags, 0)}, which {quoted(fault.owner)} lacks",
        )
    if _is_attribute(fault):
        written = fault.edits[0][1].strip()
        title = f"make it the attribute {quoted(fault.expected[0])}"
        moved = guess(title, *fault.edits)
        return moved, f"write it in the start tag: {quoted(written, 80)}"
    if fault.edits:
        tag = fault.edits[0][1]
        title = f"wrap it in {quoted(tag)}"
        return guess(title, *fault.edits), title
    fix = None
    if fault.at.part is not Part.RUN:
        name = next(iter(fault.expected), "")
        fix = moved_text(fault.at, fault.subject, context.facts, name)
    if fix is None and fault.perhaps:
        return None, _as_child(fault, context)
    if fix is None:
        fix = _removal(fault)
    return fix, "remove it" if fix.title.startswith("remove") else fix.title
