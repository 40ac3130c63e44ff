"""An element of the format stands in the wrong parent, or in the wrong order.

## Why

Each element is looked for in its own parent and, where the schema says so, in its own
order. In another place it is not found, as if it were missing.

In Constant Contact's documents `EmailAddress` belongs in `FromEmail`, `Name` in
`Campaign`, `id` in `entry`; the order of elements matters nowhere in a campaign.

## How to fix it

Move the element with all that it holds to where the help says. Where it only lacks
the element round it, the fix puts that round it, and round those of its kind that
follow; where it only has one round it that does not belong there, as a `content` in
another `content`, the fix takes the tags of that away.

## Example

```xml
<Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
```

Use instead:

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
</FromEmail>
```
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import (
    after,
    before,
    end_tag_of,
    name_of,
    start_tag_of,
    whole,
)
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import FAULT, Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import in_place
from ctct_lint.rules.moving import moving
from ctct_lint.rules.wording import child_tag, either, escaped, quoted
from ctct_lint.schema.names import local_name, namespace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# The element lacks one round it: the fix writes it, it is not all, or it is there.
_WRAPPING = frozenset({"wrap", "inside", "into"})


@rule(
    code="CTC206",
    severity=Severity.ERROR,
    on=FAULT,
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        'for Constant Contact its page "Creating a Campaign", and each sample'
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault: `expected` holds parents, or `detail` a neighbour or `round`."""
    name, owner, element = quoted(fault.subject), quoted(fault.owner), fault.at.element
    where, _, neighbour = fault.detail.partition(" ")
    if where in _WRAPPING:
        yield _lacks_wrapper(fault, context)
    elif where == "instead":
        message = f"{owner} holds {quoted(neighbour)} or {name}, not both"
        yield Finding(fault.at, message, help=("keep one of the two",))
    elif neighbour:
        message = f"{name} must stand {where} {quoted(neighbour)} in {owner}"
        help_ = (f"move it {where} {quoted(neighbour)}",)
        fixes = tuple(moving(fault, "move it", fault.subject))
        yield Finding(fault.at, message, help=help_, fixes=fixes)
    elif where == "near":
        yield _beside(fault, context)
    elif where == "round" and element is not None:
        yield _stands_round(element, fault, context)
    elif fault.expected:
        message = f"{name} does not belong in {owner}"
        severity = Severity.WARNING if where == "ignored" else None
        help_ = (_advice(fault, context),)
        yield Finding(fault.at, message, help=help_, severity=severity)
    else:
        yield Finding(fault.at, f"{name} is out of order in {owner}")


def _lacks_wrapper(fault: Fault, context: Context) -> Finding:
    """Word the fault of an element that stands in its grandparent."""
    them = f"these {len(fault.related) + 1}" if fault.related else "it"
    what, *written = fault.detail.split()
    tags = [context.vocabulary.start_tag(f"<{name}>") for name in written]
    tags = tags or [_start_tag(fault, name, context) for name in fault.expected]
    help_ = f"wrap {them} in {' or '.join(f'`{tag}`' for tag in tags)}"
    if what == "into":
        help_ = f"move {them} into {either(fault.expected)}"
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} must stand in {either(fault.expected)}, "
        f"not directly in {quoted(fault.owner)}",
        help=(help_,),
        related=tuple((place, "this one as well") for place, _ in fault.related),
        fixes=tuple(_wraps(fault, them, tags)),
    )


def _beside(fault: Fault, context: Context) -> Finding:
    """Word the fault of an element that an element near by lacks."""
    parent = quoted(fault.expected[0])
    is_ignored = _is_optional(fault.expected[0], fault.subject, context)
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} must stand in {parent}, not in {quoted(fault.owner)}",
        help=(f"move it into {parent}",),
        related=tuple((place, "it belongs in here") for place, _ in fault.related),
        fixes=tuple(_move(fault, context)),
        severity=Severity.WARNING if is_ignored else None,
    )


def _is_optional(parent: str, name: str, context: Context) -> bool:
    """Say whether the server is known to do without a child of an element."""
    if not context.vocabulary.passes_over:
        return False
    fact = context.facts.children_of(parent).get(name)
    return fact is not None and context.operation not in fact.required


def _move(fault: Fault, context: Context) -> Iterator[Proposal]:
    """Yield the fix for an element that holds nothing but a text."""
    element, home = fault.at.element, fault.related[0][0].element
    if element is None or home is None or len(element) or element.attrib:
        return
    tag = child_tag(home, fault.subject)
    written = f"{tag}{escaped(element.text or '')}{tag.replace('<', '</')}"
    there = in_place(context.facts, home, fault.subject, written)
    title = f"move it into {quoted(fault.expected[0])}"
    yield Proposal(title, ((whole(element), ""), there), Applicability.UNSAFE)


def _stands_round(element: _Element, fault: Fault, context: Context) -> Finding:
    """Word the fault of an element that keeps others from their parent.

    `expected` holds them. The server passes over an element that it does not know,
    which is no error where it can do without what that holds.
    """
    parent, inner = element.getparent(), element[0]
    if parent is not None and fault.subject == fault.owner:
        return _in_its_like(element, parent, (element,))
    if fault.subject in fault.expected:
        alone = () if inner.getnext() is not None else (inner,)
        return _in_its_like(inner, element, (element, *alone))
    is_ignored = all(
        _is_optional(fault.owner, name, context) for name in fault.expected
    )
    return Finding(
        fault.at,
        f"{quoted(fault.expected[0])} must stand directly in {quoted(fault.owner)}, "
        f"with no {quoted(fault.subject)} round it",
        help=(f"take away the tags of {quoted(fault.subject)}, not what it holds",),
        fixes=tuple(_unwrapping(element)),
        severity=Severity.WARNING if is_ignored else None,
    )


def _in_its_like(
    inner: _Element, outer: _Element, needless: tuple[_Element, ...]
) -> Finding:
    """Word the fault of an element in one of its name; one of them is needless."""
    name = quoted(local_name(inner))
    fixes = chain.from_iterable(map(_unwrapping, needless))
    return Finding(
        name_of(inner),
        f"{name} stands in another {name}",
        help=("take away the tags of one of them, not what it holds",),
        related=((name_of(outer), "the other one"),),
        fixes=tuple(islice(fixes, 1)),
    )


def _unwrapping(element: _Element) -> Iterator[Proposal]:
    """Yield the fix, unless the start tag says something that would be lost."""
    parent = element.getparent()
    if parent is not None and _says_nothing(element, parent):
        edits = ((start_tag_of(element), ""), (end_tag_of(element), ""))
        yield Proposal("remove its tags", edits, Applicability.UNSAFE)


def _says_nothing(element: _Element, parent: _Element) -> bool:
    """Is there nothing in a start tag that is not in that of its parent?"""
    if element.nsmap != parent.nsmap:
        return False
    said = parent.attrib.items() if element.tag == parent.tag else ()
    return set(element.attrib.items()) <= set(said)


def _wraps(fault: Fault, them: str, tags: Iterable[str]) -> Iterator[Proposal]:
    """Yield a fix for each element that may be put round those at fault."""
    first = fault.at.element
    last = fault.related[-1][0].element if fault.related else first
    if first is None or last is None or not fault.detail.startswith("wrap"):
        return
    if not _are_neighbours(first, last, len(fault.related)):
        return
    for tag in tags:
        end = f"</{tag[1:-1].partition(' ')[0]}>"
        edits = ((before(first), tag), (after(last), end))
        yield Proposal(f"wrap {them} in `{tag}`", edits, Applicability.UNSAFE)


def _are_neighbours(first: _Element, last: _Element, steps: int) -> bool:
    """Say whether the last follows so many steps after the first."""
    here: _Element | None = first
    for _ in range(steps):
        here = None if here is None else here.getnext()
    return here is last


def _start_tag(fault: Fault, name: str, context: Context) -> str:
    """Return the start tag of a wrapper, as it is to be written.

    An envelope is of the vocabulary of its parent, another one of what it is to hold.
    """
    element = fault.at.element
    parent = None if element is None else element.getparent()
    if element is None or parent is None or name in context.vocabulary.envelopes:
        return context.vocabulary.start_tag(child_tag(parent, name))
    uri = namespace(element)
    if uri in (parent.nsmap.values() if uri else {parent.nsmap.get(None, "")}):
        return child_tag(element, name)
    return f'<{name} xmlns="{uri}">'


def _advice(fault: Fault, context: Context) -> str:
    plain = f"<{fault.expected[0]}>"
    tag = context.vocabulary.start_tag(plain)
    if len(fault.expected) == 1 and tag != plain:
        return f"move it into `{tag}`"
    if fault.subject == "link":
        return "take it away: what is sent needs no links"
    return f"move it into {either(fault.expected)}"
