"""What is said of an element that keeps others from their parent, and the fix."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.model.place import end_tag_of, name_of, start_tag_of
from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Finding, Proposal, guess
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import has_text, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.context import Context


def stands_round(element: _Element, fault: Fault, context: Context) -> Finding:
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
    is_ignored = all(context.does_without(fault.owner, name) for name in fault.expected)
    return Finding(
        fault.at,
        f"{quoted(fault.expected[0])} must stand directly in {quoted(fault.owner)}, "
        f"with no {quoted(fault.subject)} round it",
        help=(f"take away the tags of {quoted(fault.subject)}, not what it holds",),
        fixes=tuple(unwrapping(element)),
        severity=Severity.WARNING if is_ignored else None,
    )


def round_text(holder: _Element) -> _Element | None:
    """Return the one element that stands round all of a text, if it says no more."""
    inner = holder[0] if len(holder) == 1 else None
    if inner is None or len(inner) or inner.attrib or not has_text(inner.text):
        return None
    return None if has_text(holder.text) or has_text(inner.tail) else inner


def _in_its_like(
    inner: _Element, outer: _Element, needless: tuple[_Element, ...]
) -> Finding:
    """Word the fault of an element in one of its name; one of them is needless."""
    name = quoted(local_name(inner))
    fixes = chain.from_iterable(map(unwrapping, needless))
    return Finding(
        name_of(inner),
        f"{name} stands in another {name}",
        help=("take away the tags of one of them, not what it holds",),
        related=((name_of(outer), "the other one"),),
        fixes=tuple(islice(fixes, 1)),
    )


def unwrapping(element: _Element) -> Iterator[Proposal]:
    """Yield the fix, unless the start tag says something that would be lost."""
    parent = element.getparent()
    if parent is not None and _says_nothing(element, parent):
        edits = ((start_tag_of(element), ""), (end_tag_of(element), ""))
        yield guess("remove its tags", *edits)


def _says_nothing(element: _Element, parent: _Element) -> bool:
    """Is there nothing in a start tag that is not in that of its parent?"""
    if element.nsmap != parent.nsmap:
        return False
    said = parent.attrib.items() if element.tag == parent.tag else ()
    return set(element.attrib.items()) <= set(said)
