"""Wrong namespaces: one cause, one fault, however many elements it is wrong for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault

_UNDECLARED = "undeclared-prefix"
OF_NAMESPACES = frozenset({"missing-namespace", "wrong-namespace"})


def each_namespace_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults; of those with the same declaration and right namespace the first.

    A prefix that is not declared is one fault as well, with its other uses related.

    Elements without a declaration share a cause if they share a parent, or one stands
    in the other.
    """
    told: set[tuple[_Element, str, str]] = set()
    for fault in _each_prefix_once(list(faults)):
        element = fault.at.element
        if fault.kind not in OF_NAMESPACES or element is None:
            yield fault
        else:
            right, prefix = fault.expected[0], fault.at.name or element.prefix
            found = element.nsmap.get(prefix, "")
            cause = _cause(element, prefix, found)
            if (cause, found, right) not in told:
                yield fault
            told.update({(cause, found, right), (element, found, right)})


def _each_prefix_once(faults: Sequence[Fault]) -> Iterator[Fault]:
    uses: dict[str, list[Fault]] = {}
    for fault in faults:
        if fault.kind == _UNDECLARED:
            uses.setdefault(fault.detail, []).append(fault)
    for fault in faults:
        if fault.kind != _UNDECLARED:
            yield fault
        elif uses[fault.detail][0] is fault:
            others = uses[fault.detail][1:]
            related = tuple((one.at, one.subject) for one in others)
            yield fault._replace(related=related)


def _cause(element: _Element, prefix: str | None, found: str) -> _Element:
    """Return the element whose declaration counts for another; its parent without."""
    parent = element.getparent()
    if not found:
        return element if parent is None else parent
    while parent is not None and parent.nsmap.get(prefix) == found:
        element, parent = parent, parent.getparent()
    return element
