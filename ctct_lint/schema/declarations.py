"""Wrong namespaces: one cause, one fault, however many elements it is wrong for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import namespace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault

_KINDS = frozenset({"missing-namespace", "wrong-namespace"})


def each_namespace_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults; of those with the same declaration and right namespace the first.

    Elements without a declaration share a cause if they share a parent, or one stands
    in the other.
    """
    told: set[tuple[_Element, str, str]] = set()
    for fault in faults:
        element = fault.at.element
        if fault.kind not in _KINDS or element is None:
            yield fault
            continue
        found, (right, *_) = namespace(element), fault.expected
        cause = _cause(element, found)
        if (cause, found, right) not in told:
            yield fault
        told.update({(cause, found, right), (element, found, right)})


def _cause(element: _Element, found: str) -> _Element:
    """Return the element whose declaration counts for another; its parent without."""
    prefix = element.prefix
    parent = element.getparent()
    if not found:
        return element if parent is None else parent
    while parent is not None and parent.nsmap.get(prefix) == found:
        element, parent = parent, parent.getparent()
    return element
