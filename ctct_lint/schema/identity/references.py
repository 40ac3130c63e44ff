"""IDs, which must be unique in a document, and references to them.

libxml2 does not look whether the ID of an IDREF is there.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import part_of_value
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.identity.lacking import LOST_KEY
from ctct_lint.schema.names import local_name
from ctct_lint.schema.values.judge import IDS
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.identity.select import KeyValue, TypedTree
    from ctct_lint.schema.schema import Schema

_WORD = lazy(r"[^ \t\r\n]+")
_SHOWN = 100


class _Reference(NamedTuple):
    at: Place
    written: str
    holder: str


def has_id(declaration: Element, schema: Schema) -> bool:
    """May an element have an ID as an attribute?"""
    attributes = schema.attributes(declaration).named.values()
    return any("ID" in schema.judge.builtins(one.type) for one in attributes)


def reference_faults(document: TypedTree, lost: int) -> Iterator[Fault]:
    """Yield a fault for each ID that is there twice, and each reference to none.

    lost  how many elements with an ID are not there, as another fault tells: as many
          IDs may have been theirs, and references to these are of the kind `LOST_KEY`
    """
    ids: dict[str, Place] = {}
    references: list[_Reference] = []
    for element, kinds, value in _typed_values(document):
        holder = local_name(element)
        if value is None or value.compared is None:
            lost += "ID" in kinds
        elif "ID" in kinds:
            name = trimmed(value.written)
            if name in ids:
                at, related = value.at, ((ids[name], ""),)
                yield Fault("duplicate-id", at, name, holder, related=related)
            ids.setdefault(name, value.at)
        else:
            references += _references(value, holder)
    strangers = [one for one in references if one.written not in ids]
    if len({one.written for one in strangers}) > lost:
        yield from _strangers(document, ids, strangers)
    else:
        yield from (Fault(LOST_KEY, one.at) for one in strangers)


def _strangers(
    document: TypedTree, ids: dict[str, Place], references: list[_Reference]
) -> Iterator[Fault]:
    values = frozenset(_values_of_unknown_use(document))
    shown = tuple(islice(ids, _SHOWN))
    for at, written, holder in references:
        if written not in values:
            yield Fault("unknown-idref", at, written, holder, shown)


def _values_of_unknown_use(document: TypedTree) -> Iterator[str]:
    """Yield the values of which it is unknown whether they are IDs.

    They stand in elements, or attributes, that are not known there.
    """
    for element in document.root.iter("*"):
        declaration = document.types.get(element)
        known: Container[str] = ()
        if declaration is not None:
            known = document.schema.attributes(declaration).named
        yield from (str(v) for name, v in element.attrib.items() if name not in known)


def _references(value: KeyValue, holder: str) -> Iterator[_Reference]:
    for found in _WORD.finditer(value.written):
        yield _Reference(part_of_value(value.at, *found.span()), found[0], holder)


def _typed_values(
    document: TypedTree,
) -> Iterator[tuple[_Element, frozenset[str], KeyValue | None]]:
    """Yield the values that are IDs or references, with the built-in types of each.

    None stands for one that is required, and not there.
    """
    schema = document.schema
    for element in document.root.iter("*"):
        declaration = document.types.get(element)
        if declaration is None:
            continue
        for attribute in schema.attributes(declaration).named.values():
            kinds = schema.judge.builtins(attribute.type)
            if kinds.isdisjoint(IDS):
                continue
            if attribute.name in element.attrib:
                yield element, kinds, document.attribute(element, attribute.name)
            elif attribute.required:
                yield element, kinds, None
        number = schema.simple_type(declaration)
        if number is not None and not schema.judge.builtins(number).isdisjoint(IDS):
            value = document.text(element)
            if value is not None and len(element) == 0:
                yield element, schema.judge.builtins(number), value
