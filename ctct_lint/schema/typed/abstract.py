"""Abstract elements that stand in a document: which one of the group is meant."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of, renamed
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import children, has_text, local_name, written_name
from ctct_lint.schema.typed.xsi import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

# With so many of a group what an element holds is compared.
_MOST = 100


class Abstract(NamedTuple):
    """The fault of an abstract element, and what it is taken for.

    meant     the declaration by which what it holds is judged
    is_clear  can it be no other one?
    """

    fault: Fault
    meant: Element
    is_clear: bool


def abstract(element: _Element, declaration: Element, schema: Schema) -> Abstract:
    """Find the element of a group that has a place for all that one holds.

    Where nothing tells them apart, it is taken for what its name says.
    """
    group = [one for one in schema.concrete(declaration) if not one.abstract]
    fits = [_misfits(element, one, schema) for one in islice(group, _MOST)]
    best = min(fits, default=0)
    is_clear = fits.count(best) == 1 and len(group) <= _MOST
    meant = declaration
    if is_clear or (fits and best < _misfits(element, declaration, schema)):
        meant = group[fits.index(best)]
    name, names = local_name(element), tuple(one.local_name for one in group)
    fault = Fault("abstract-element", name_of(element), name, expected=names)
    if is_clear:
        new = written_name(element, meant.namespace, meant.local_name)
        fault = fault._replace(edits=renamed(element, new))
    return Abstract(fault, meant, is_clear)


def _misfits(element: _Element, meant: Element, schema: Schema) -> int:
    """Count what an element holds that another one has no place for."""
    declared, _ = schema.attributes(meant)
    found = _unknown({str(child.tag) for child in children(element)}, schema, meant)
    own = (name for name in map(str, element.attrib) if name not in ATTRIBUTES)
    found += sum(name not in declared for name in own)
    return found + (has_text(element.text) and not takes_text(element, meant, schema))


def _unknown(tags: Iterable[str], schema: Schema, meant: Element) -> int:
    held = schema.held_by(meant)
    return sum(tag not in held for tag in tags)


def takes_text(element: _Element, meant: Element, schema: Schema) -> bool:
    """May the text of an element stand in another one?"""
    simple, found = schema.simple_type(meant), schema.complex_type(meant)
    if simple is None:
        return found is not None and found.mixed
    return schema.judge.refusal(simple, element.text or "", element) is None
