"""What is said of elements that lack the one round them; the fixes that write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import after, before
from ctct_lint.model.severity import Applicability
from ctct_lint.rules.base import Finding, Proposal
from ctct_lint.rules.wording import child_tag, either, quoted
from ctct_lint.schema.names import namespace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.context import Context


def lacks_wrapper(fault: Fault, context: Context) -> Finding:
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
