"""IDs, which must be unique in a document, and references to them.

libxml2 does not look whether the ID of an IDREF is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import part_of_value
from ctct_lint.schema.judge import IDS
from ctct_lint.schema.names import local_name
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import by_closeness
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.select import Document, Value

_REFERENCES = IDS - {"ID"}
_WORD = lazy(r"[^ \t\r\n]+")
_SHOWN = 100


class _Reference(NamedTuple):
    at: Place
    written: str
    holder: str


def reference_faults(document: Document) -> Iterator[Fault]:
    """Yield a fault for each ID that is there twice, and each reference to none."""
    ids: dict[str, Place] = {}
    references: list[_Reference] = []
    for element, kinds, value in _typed_values(document):
        name, holder = trimmed(value.written), local_name(element)
        if "ID" in kinds and value.compared is not None:
            if name in ids:
                at, related = value.at, ((ids[name], ""),)
                yield Fault("duplicate-id", at, name, holder, related=related)
            ids.setdefault(name, value.at)
        elif not kinds.isdisjoint(_REFERENCES) and value.compared is not None:
            references += _references(value, holder)
    if any(one.written not in ids for one in references):
        yield from _strangers(document, ids, references)


def _strangers(
    document: Document, ids: dict[str, Place], references: list[_Reference]
) -> Iterator[Fault]:
    # Of an element that is not known nobody knows which of its values is an ID.
    unread = (e for e in document.root.iter("*") if e not in document.types)
    values = {str(value) for element in unread for value in element.attrib.values()}
    shown = list(ids)[:_SHOWN]
    for at, written, holder in references:
        if written not in ids and written not in values:
            expected = by_closeness(written, shown)
            yield Fault("unknown-idref", at, written, holder, expected)


def _references(value: Value, holder: str) -> Iterator[_Reference]:
    for found in _WORD.finditer(value.written):
        yield _Reference(part_of_value(value.at, *found.span()), found[0], holder)


def _typed_values(
    document: Document,
) -> Iterator[tuple[_Element, frozenset[str], Value]]:
    """Yield the values that are IDs or references, with the built-in types of each."""
    schema = document.schema
    for element in document.root.iter("*"):
        declaration = document.types.get(element)
        if declaration is None:
            continue
        found = schema.complex_type(declaration)
        for attribute in () if found is None else found.attributes:
            kinds = schema.judge.builtins(attribute.type)
            if attribute.name in element.attrib and not kinds.isdisjoint(IDS):
                yield element, kinds, document.attribute(element, attribute.name)
        number = schema.simple_type(declaration)
        if number is not None and not schema.judge.builtins(number).isdisjoint(IDS):
            value = document.text(element)
            if value is not None and len(element) == 0:
                yield element, schema.judge.builtins(number), value
