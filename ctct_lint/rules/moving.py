"""The fix for an element that belongs before or after another one of its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.indent import indent_of
from ctct_lint.model.place import after, before, whole
from ctct_lint.model.severity import Applicability
from ctct_lint.rules.base import Proposal
from ctct_lint.rules.wording import escaped, quoted
from ctct_lint.schema.names import with_prefix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault


def moving(fault: Fault, title: str, name: str) -> Iterator[Proposal]:
    """Yield the fix that writes an element of this name where the fault's one belongs.

    The fault's `detail` is `before x` or `after x`. There is none for an element that
    holds more than a text, nor where more than one `x` stands there.
    """
    element = fault.at.element
    where, _, neighbour = fault.detail.partition(" ")
    beside = None if element is None else _only(element, neighbour)
    if element is None or beside is None or not _is_plain(element):
        return
    tag = with_prefix(element, name)
    written = f"<{tag}>{escaped(element.text or '')}</{tag}>"
    there = (after(beside), indent_of(beside) + written)
    if where == "before":
        there = (before(beside), written + indent_of(beside))
    title = f"{title} {where} {quoted(neighbour)}"
    yield Proposal(title, ((whole(element), ""), there), Applicability.UNSAFE)


def _is_plain(element: _Element) -> bool:
    """Say whether it is nothing but its name and a text."""
    parent = element.getparent()
    declares = parent is None or element.nsmap != parent.nsmap
    return not (len(element) or element.attrib or declares)


def _only(element: _Element, name: str) -> _Element | None:
    """Return the one sibling of a name, if there is just one and no other is meant."""
    parent = element.getparent()
    named = () if parent is None else tuple(parent.iterchildren(f"{{*}}{name}"))
    return named[0] if len(named) == 1 and named[0] is not element else None
