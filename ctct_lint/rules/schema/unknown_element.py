"""An element stands where the format knows none of that name.

## Why

The schema lists every element that may stand in another one. What it does not list has
no meaning to a reader, so what the element was meant to say is lost.

Of Constant Contact's documents it is a warning: the service seems to pass over such an
element. Published libraries send some, and their campaigns are created; that nothing
worse happens is known from libraries only.

## How to fix it

Remove the element, or give it the name that was meant. Names are case-sensitive. A fix
knows the name by what the element holds, if that is an address or the URI of a list,
by an attribute such as `name="FirstName"`, or what is missing right there would hold.
Where that element is required, its lack is not told again, and this one is an error;
so it is in the place of a number or a date.

## Example

```xml
<Subject>Tulip bulbs are in</Subject>
<Priority>high</Priority>
```

Use instead:

```xml
<Subject>Tulip bulbs are in</Subject>
```
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.copied import Copied
from ctct_lint.model.fault import (
    ALIKE,
    FULL,
    NAMED,
    NEEDED,
    OF_GROUP,
    PERHAPS,
    TWIN,
    Fault,
)
from ctct_lint.model.place import whole
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.lacking_names import WRITE, perhaps
from ctct_lint.rules.moved_text import meant_element
from ctct_lint.rules.namespaces import of_namespaces
from ctct_lint.rules.wording import expected, fixes_of, quoted
from ctct_lint.schema.names import child_called, local_name, with_prefix
from ctct_lint.text.spelling import bare, closest, digits_in

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.facts.facts import Facts

_REMOVE = f"remove it, or {WRITE}"
# Of so many siblings the names are compared.
_MOST_COMPARED = 200
_IGNORED = "the server ignores elements that it does not know"


@rule(
    code="CTC201",
    severity=Severity.WARNING,
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact libraries that send elements of no documented name"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `expected` has what it stands in the place of.

    `detail` is `group` where that is any of several, whatever it holds itself; `alike`
    where it may stand there besides, `named` where an attribute says so, `perhaps`
    where nothing tells that it is; `twin` where it has what an empty one should, which
    is related; `type` and a start tag where its name is that of a type; `in` or `not`
    and namespaces where its own is not among those that a wildcard lets in, with `only`
    before that where all names are let in; `full` where others have taken its place.
    """
    is_told = fault.expected and fault.detail not in {ALIKE, NAMED, PERHAPS, TWIN}
    is_needed = is_told or fault.detail == NEEDED
    is_ignored = context.vocabulary.passes_over and not is_needed
    advice, fixes = _advice(fault, context)
    name, owner = quoted(fault.subject), quoted(fault.owner)
    yield Finding(
        fault.at,
        f"{owner} has no place left for {name}"
        if fault.detail == FULL
        else f"{name} is not a known element of {owner}",
        help=(advice,),
        notes=(_IGNORED,) if is_ignored else (),
        related=tuple((place, "the empty one") for place, _ in fault.related),
        fixes=fixes,
        severity=None if is_ignored else Severity.ERROR,
    )


def _advice(fault: Fault, context: Context) -> tuple[str, tuple[Proposal, ...]]:
    """Return what is to be done, and the fix that does it."""
    if fault.detail == OF_GROUP:
        return expected(fault.expected), ()
    if fault.expected and fault.edits:
        return _renaming(fault)
    if fault.detail.startswith(TWIN):
        return _filling(fault)
    what, _, tag = fault.detail.partition(" ")
    if what == "type":
        advice = f"write `{tag}`: {quoted(fault.subject)} is a type, not an element"
        title = f"write it as {quoted(tag, 80)}"
        return advice, fixes_of(fault, title, is_safe=False)
    element = fault.at.element
    fix = None if element is None else meant_element(element, context.facts)
    if fix is not None:
        return fix.title, (fix,)
    return _of_stray(fault, context), fixes_of(fault, "remove it", is_safe=False)


def _renaming(fault: Fault) -> tuple[str, tuple[Proposal, ...]]:
    """Ask for the element that it is by its place, or by what it holds."""
    meant = quoted(fault.expected[0])
    holds = fault.at.element is not None and len(fault.at.element)
    alike = "holds such elements" if holds else "may stand here"
    whys = {ALIKE: f", which {alike}", NAMED: ", as its attribute says"}
    why = whys.get(fault.detail, ", which is missing here")
    fixes = fixes_of(fault, f"rename it to {meant}", is_safe=False)
    return f"did you mean {meant}{why}?", fixes


def _filling(fault: Fault) -> tuple[str, tuple[Proposal, ...]]:
    """Write what it holds into the empty one, in the place of that."""
    child, ((place, name),) = fault.at.element, fault.related
    blank, title = place.element, f"move what it holds into {quoted(name)}"
    assert child is not None  # noqa: S101 - both are there
    assert blank is not None  # noqa: S101
    copied = Copied(child, with_prefix(blank, name))
    fix = guess(title, (whole(blank), (copied,)), (whole(child), ""))
    return f"{title}, which is empty", (fix,)


def _of_stray(fault: Fault, context: Context) -> str:
    """Say what is to be done with what nothing tells the meaning of."""
    twin = _twin(fault, context)
    if twin:
        into = f"into {quoted(twin)}, which stands here already"
        return f"write what it holds {into}"
    is_unsure = fault.detail == PERHAPS
    return perhaps(fault.expected) if is_unsure else _remove(fault, context)


def _remove(fault: Fault, context: Context) -> str:
    """Say that it has to go, and what may stand there instead."""
    if fault.detail == FULL:
        return "remove it, or what stands in its place"
    side, _, namespaces = fault.detail.partition(" ")
    # What others may stand there, a server may pass over as well.
    if not context.vocabulary.passes_over:
        if side == "only":
            others = of_namespaces("elements", namespaces)
            return f"remove it: only {others} may stand here"
        if side in {"in", "not"}:
            others = of_namespaces("elements", fault.detail)
            return f"{_REMOVE}; of others, {others} may stand here"
    return _REMOVE


def _twin(fault: Fault, context: Context) -> str:
    """Return the child of the format that the name means and that is there, or ""."""
    name, parent = bare(fault.subject), fault.at.parent
    if parent is None:
        return ""
    twins = context.facts.once(_by_names, fault.owner).get(name, ())
    there = next((one for one in twins if child_called(parent, one) is not None), "")
    return there or _nearly_called(fault.subject, fault.owner, parent, context)


def _nearly_called(name: str, owner: str, parent: _Element, context: Context) -> str:
    """Return the child that a name is a slip of and that is there, or ""."""
    known = context.facts.children_of(owner).keys()
    there = {local_name(child): None for child in islice(parent, _MOST_COMPARED)}
    close = closest(name, [one for one in there if one in known and one != name])
    is_it = close is not None and digits_in(close) == digits_in(name)
    return close if close is not None and is_it else ""


def _by_names(facts: Facts, owner: str) -> dict[str, list[str]]:
    """Return the children of a parent by what they are called, as bare words."""
    found: dict[str, list[str]] = {}
    for fact in facts.children_of(owner).values():
        for name in {bare(fact.name), *fact.also}:
            found.setdefault(name, []).append(fact.name)
    return found
