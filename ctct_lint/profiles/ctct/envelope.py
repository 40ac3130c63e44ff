"""Faults of a payload that is not where it belongs: in `content`, in an `entry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import name_of
from ctct_lint.profiles.ctct.names import ATOM, atom
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.schema.explain.child_faults import without_missing
from ctct_lint.schema.explain.misplaced import misplaced_elsewhere
from ctct_lint.schema.names import local_name, namespace
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault

_OF_STRANGERS = frozenset({"unknown-element", "misplaced-element"})


def in_envelope(fault: Fault) -> Iterable[Fault]:
    """Return what is wrong if a payload stands in `entry`, not in its `content`."""
    holder = fault.at.element
    if fault.kind in _OF_STRANGERS and fault.owner == "content":
        return (_second(fault, holder),)
    if fault.kind == "misplaced-element" and _is_link_inside(holder):
        # Responses have links there, and what they have may be sent back.
        return (fault._replace(detail="ignored"),)
    if fault.kind != "missing-element" or holder is None:
        return (fault,)
    if fault.owner == "content":
        payload = _payload_in(holder.getparent())
        return (fault,) if payload is None else (_outside(payload, ""),)
    payload = _payload_in(holder) if "content" in fault.expected else None
    if payload is None:
        return (fault,)
    rest = without_missing(fault, {"content"})
    return (*filter(None, (rest,)), _outside(payload, "wrap"))


def alone_in_entries(root: _Element) -> Iterator[Fault]:
    """Yield the faults of payloads that stand in entries without any `content`.

    What the server answers needs none, as its summaries of events have none.
    """
    for entry in root.iter(atom("entry")):
        payload = _payload_in(entry)
        if payload is not None and entry.find(atom("content")) is None:
            yield _outside(payload, "wrap")


def _payload_in(entry: _Element | None) -> _Element | None:
    """Return the first payload that stands in an entry itself."""
    children = () if entry is None else entry
    return next((one for one in children if local_name(one) in CHECKED), None)


def _outside(payload: _Element, detail: str) -> Fault:
    """Return the fault of a payload that stands beside its `content`, or has none."""
    entry = payload.getparent()
    owner = "entry" if entry is None else local_name(entry)
    return misplaced_elsewhere(payload, owner, ("content",), detail)


def _is_link_inside(element: _Element | None) -> bool:
    """Is it a link of Atom in an element that is not of Atom?"""
    if element is None or element.tag != atom("link"):
        return False
    parent = element.getparent()
    return parent is not None and namespace(parent) != ATOM


def _second(fault: Fault, payload: _Element | None) -> Fault:
    """Return what is wrong if it is of a payload that stands behind another one."""
    if payload is None or not _is_resource(fault):
        return fault
    first = next(payload.itersiblings("{*}*", preceding=True), None)
    if first is None:
        return fault
    related = ((name_of(first), local_name(first)),)
    return fault._replace(kind="second-payload", related=related)


def _is_resource(fault: Fault) -> bool:
    """Is a stranger meant for a resource? What is misplaced is known by its name."""
    if fault.kind == "misplaced-element":
        return fault.subject in CHECKED
    return closest(fault.subject, CHECKED) is not None
