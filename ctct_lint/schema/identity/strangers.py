"""References to keys that are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.identity.areas import Around, is_deep
from ctct_lint.schema.identity.key_faults import as_one_text, entry_of, stranger_fault
from ctct_lint.schema.identity.lacking import LOST_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.components.element import Path
    from ctct_lint.schema.identity.areas import Area, Scope
    from ctct_lint.schema.identity.key_faults import Entry
    from ctct_lint.schema.identity.known import Known
    from ctct_lint.schema.identity.select import TypedTree

# So many scopes in others are looked into for keys that may be those which lack.
_LOOKED_INTO = 100_000


def stranger_faults(
    document: TypedTree, area: Area, known: Known, lost: int
) -> Iterator[Fault]:
    """Yield what refers to no key that is known, or is no reference.

    lost  how many keys are not there: as many strange values in a scope are no news
    """
    left = _LOOKED_INTO
    doubtful: list[tuple[Entry, list[Scope]]] = []
    for entry, around in _references(document, area):
        if not entry.is_whole:
            yield from entry.wrong
            continue
        first = known.first_without(around, entry.key)
        if first is None:
            continue
        left -= len(around) - 1 if lost else 0
        if lost and left >= 0:
            strange = [scope for scope in around if not known.has(scope, entry.key)]
            doubtful.append((entry, strange))
        else:
            yield _fault(area, known, first, entry)
    yield from _if_too_many(area, known, lost, doubtful)


def _references(
    document: TypedTree, area: Area
) -> Iterator[tuple[Entry, Sequence[Scope]]]:
    """Yield each reference with the scopes that it is in, the outermost first."""
    ways: dict[Path, Around] = {}
    for scope in area.scopes:
        entries: dict[_Element, Entry] = {}
        for path, element in area.reached(document, scope):
            if element not in entries:
                entries[element] = entry_of(document, element, area.constraint)
            if is_deep(path):
                at = area.start_of(path, element)
                way = ways.setdefault(path, Around(area.scopes))
                yield entries[element], way.go_to(at)
            else:
                yield entries[element], (scope,)


def _if_too_many(
    area: Area, known: Known, lost: int, doubtful: list[tuple[Entry, list[Scope]]]
) -> Iterator[Fault]:
    """Yield references that are strange in scopes; as lost where there are few."""
    texts: dict[Scope, set[str]] = {}
    for entry, scopes in doubtful:
        for scope in scopes:
            texts.setdefault(scope, set()).add(as_one_text(entry.values))
    for entry, scopes in doubtful:
        told = next((scope for scope in scopes if len(texts[scope]) > lost), None)
        fault = _fault(area, known, told or scopes[0], entry)
        yield fault if told else fault._replace(kind=LOST_KEY)


def _fault(area: Area, known: Known, scope: Scope, entry: Entry) -> Fault:
    texts = known.texts(scope)
    return stranger_fault(entry.element, area.constraint, entry.values, texts)
