"""An element of the format stands in the wrong parent, or in the wrong order.

## Why

Each element is looked for in its own parent and, where the schema says so, in its own
order. In another place it is not found, as if it were missing.

In Constant Contact's documents `EmailAddress` belongs in `FromEmail`, `Name` in
`Campaign`, `id` in `entry`; the order of elements matters nowhere in a campaign.

## How to fix it

Move the element with all that it holds to where the help says. Where it only lacks
the element round it, the fix puts that round it, and round those of its kind that
follow, and the text beside them if that may hold text; where that ends right before
them and has room for them, it ends behind them. Where it only has one round it that
does not belong there, as a `content` in another `content`, the fix takes the tags of
that away. Of several that stand out of order the help has the right order.

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

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.moving import moving, moving_in, moving_out, ordering, sibling_of
from ctct_lint.rules.too_many import one_too_many
from ctct_lint.rules.unwrapping import stands_round
from ctct_lint.rules.wording import as_many, either, fixes_of, listed, quoted
from ctct_lint.rules.wrapping import lacks_wrapper
from ctct_lint.schema.explain.too_many import MOST
from ctct_lint.schema.names import has_texts, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place

# The element lacks one round it: the fix writes it, it is not all, or it is there.
_WRAPPING = frozenset({"wrap", "inside", "into", "back"})
# In so many elements around one it is looked for where it belongs.
_MOST_AROUND = 8


@rule(
    code="CTC206",
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
        yield lacks_wrapper(fault, context)
    elif where == MOST:
        yield one_too_many(fault)
    elif where == "instead":
        message = f"{owner} holds {quoted(neighbour)} or {name}, not both"
        related = tuple((place, "this one as well") for place, _ in fault.related)
        yield Finding(fault.at, message, help=("keep one of the two",), related=related)
    elif where == "order":
        yield _disorder(fault, neighbour.split())
    elif neighbour:
        message = f"{name} must stand {where} {quoted(neighbour)} in {owner}"
        others = [place for place, other in fault.related if other]
        them = f"these {len(others) + 1}" if others else "it"
        help_ = (f"move {them} {where} {quoted(neighbour)}",)
        fixes = () if others else tuple(moving(fault, "move it", fault.subject))
        related = _related(fault, where)
        yield Finding(fault.at, message, help=help_, related=related, fixes=fixes)
    elif where == "near":
        yield _beside(fault, context)
    elif where == "behind":
        yield _behind(fault, context)
    elif where == "round" and element is not None:
        yield stands_round(element, fault, context)
    elif fault.expected:
        message = f"{name} does not belong in {owner}"
        severity = Severity.WARNING if where == "ignored" else None
        help_ = (_advice(fault, context),)
        fixes = tuple(_into_home(fault, context))
        yield Finding(fault.at, message, help=help_, severity=severity, fixes=fixes)
    else:
        yield Finding(fault.at, f"{name} is out of order in {owner}")


def _related(fault: Fault, where: str) -> tuple[tuple[Place, str], ...]:
    """Return the others that are misplaced, and what they belong before or after."""
    return tuple(
        (place, "this one as well" if name else f"{where} this one")
        for place, name in fault.related
    )


def _disorder(fault: Fault, order: Sequence[str]) -> Finding:
    """Word the fault of several elements that have to move, with the right order."""
    names = dict.fromkeys((fault.subject, *(name for _, name in fault.related)))
    rest = f" are out of order in {quoted(fault.owner)}"
    return Finding(
        fault.at,
        f"{as_many(list(map(quoted, names)), len(rest))}{rest}",
        help=(f"the right order is {listed(order)}",),
        related=tuple((place, "this one as well") for place, _ in fault.related),
        fixes=tuple(ordering(fault, order)),
    )


def _beside(fault: Fault, context: Context) -> Finding:
    """Word the fault of an element that an element near by lacks."""
    parent = quoted(fault.expected[0])
    is_ignored = context.does_without(fault.expected[0], fault.subject)
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} must stand in {parent}, not in {quoted(fault.owner)}",
        help=(f"move it into {parent}",),
        related=tuple((place, "it belongs in here") for place, _ in fault.related),
        fixes=tuple(_move(fault, context)),
        severity=Severity.WARNING if is_ignored else None,
    )


def _behind(fault: Fault, context: Context) -> Finding:
    """Word the fault of elements behind one that has ended too early."""
    home, parent = fault.expected[0], quoted(fault.expected[0])
    names = (fault.subject, *(name for _, name in fault.related))
    title = f"move these {len(names)} into {parent}"
    is_ignored = all(context.does_without(home, name) for name in names)
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} must stand in {parent}, not in {quoted(fault.owner)}",
        help=(title,),
        related=tuple((place, "this one as well") for place, _ in fault.related),
        fixes=fixes_of(fault, title, is_safe=False),
        severity=Severity.WARNING if is_ignored else None,
    )


def _move(fault: Fault, context: Context) -> Iterator[Proposal]:
    """Yield the fix that writes the element into the one that lacks it."""
    element, home = fault.at.element, fault.related[0][0].element
    assert element is not None  # noqa: S101 - both are elements of the document
    assert home is not None  # noqa: S101
    title = f"move it into {quoted(fault.expected[0])}"
    yield moving_in([element], home, context.facts, title)


def _into_home(fault: Fault, context: Context) -> Iterator[Proposal]:
    """Yield the fix that moves the element into the only one near by that may hold it.

    That is one beside it, one around it, or one beside its parent.
    """
    element = fault.at.element
    home = None if element is None else _home(element, fault.expected)
    if element is None or home is None:
        return
    title = f"move it into {quoted(local_name(home))}"
    likes = (one for one in element.iterancestors() if one.tag == element.tag)
    like = next(likes, home)
    if like.getparent() is home:
        yield moving_out(element, like, title)
    else:
        yield moving_in([element], home, context.facts, title)


def _home(element: _Element, names: Sequence[str]) -> _Element | None:
    around = list(islice(element.iterancestors(), _MOST_AROUND))
    beside, *of_parents = (sibling_of([one], names) for one in (element, *around[:1]))
    # What is alone may be there in place of what its parent is for.
    is_alone = all(len(one) == 1 and not has_texts(one) for one in around[:1])
    is_in_like = any(one.tag == element.tag for one in around)
    farther = around[1:] if is_in_like or not is_alone else ()
    outer = (one for one in farther if local_name(one) in names)
    return next((one for one in (beside, *outer, *of_parents) if one is not None), None)


def _advice(fault: Fault, context: Context) -> str:
    plain = f"<{fault.expected[0]}>"
    tag = context.vocabulary.start_tag(plain)
    if len(fault.expected) == 1 and tag != plain:
        return f"move it into `{tag}`"
    advice = context.vocabulary.needless.get(fault.subject)
    return advice or f"move it into {either(fault.expected)}"
