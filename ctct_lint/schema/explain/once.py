"""What has one cause is one fault, however often it is wrong; too many are counted.

A declaration of a namespace is wrong for many elements, blanks that are no white space
stand before each line, and a document of a megabyte can have a million faults.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain, repeat
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, Place
from ctct_lint.schema.names import uri_of
from ctct_lint.text.white_space import is_unseen, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault

    Edit = tuple[Place, str]
    UriIn = Callable[[_Element, str | None], str | None]

_NAMES = frozenset({Part.NAME, Part.END_NAME})
_TEXT = "unexpected-text"
# A text so short may be a mark, which stands so often that it is one fault.
_LONGEST_MARK, _OFTEN = 4, 3
_UNDECLARED = "undeclared-prefix"
OF_NAMESPACES = frozenset({"missing-namespace", "wrong-namespace"})
# As many as are looked at where a comment may suppress the first ones.
MOST = 10_000


def each_namespace_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults; of those with the same declaration and right namespace the first.

    It mends them all. A prefix that is not declared is one fault as well, with its
    other uses related.

    Elements without a declaration share a cause if they share a parent, or one stands
    in the other.
    """
    told: list[Fault] = []
    # Siblings ask for the same of their parent.
    uri_in = cache(uri_of)
    # Of each cause the number of its fault among what is told, and all that mends it.
    firsts: dict[tuple[_Element, str, str], int] = {}
    mends: dict[int, list[Edit]] = {}
    for fault in _each_prefix_once(list(faults)):
        element = fault.at.element
        if fault.kind not in OF_NAMESPACES or element is None:
            told.append(fault)
            continue
        right, prefix = fault.expected[0], fault.at.name or element.prefix
        found = uri_in(element, prefix) or ""
        cause = _cause(element, prefix, found, uri_in)
        number = firsts.get((cause, found, right))
        if number is None:
            number = len(told)
            told.append(fault)
            mends[number] = list(fault.edits)
        else:
            mends[number] += (one for one in fault.edits if one[0].part in _NAMES)
        firsts[cause, found, right] = firsts[element, found, right] = number
    for number, edits in mends.items():
        told[number] = told[number]._replace(edits=tuple(edits))
    return iter(told)


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


def _cause(
    element: _Element, prefix: str | None, found: str, uri_in: UriIn
) -> _Element:
    """Return the element whose declaration counts for another; its parent without."""
    parent = element.getparent()
    if not found:
        return element if parent is None else parent
    return declaring(element, prefix, uri_in)


def declaring(
    element: _Element, prefix: str | None, uri_in: UriIn = uri_of
) -> _Element:
    """Return the element whose declaration of a prefix counts for another."""
    found, parent = uri_in(element, prefix), element.getparent()
    while parent is not None and uri_in(parent, prefix) == found:
        element, parent = parent, parent.getparent()
    return element


def first_of_each_kind(
    faults: Iterable[Fault], is_needed: Callable[[Fault], bool]
) -> list[Fault]:
    """Return the first faults of each kind; the last of them counts the others.

    Faults of one kind at one place are one. `is_needed` says which ones are kept
    though there are more than enough.
    """
    kept: list[Fault] = []
    seen: dict[str, int] = {}
    counted: dict[str, int] = {}
    places: dict[str, Place] = {}
    for fault in faults:
        kind = fault.kind
        number = seen.get(kind, 0)
        if number < MOST or is_needed(fault):
            seen[kind] = number + 1
            kept.append(fault)
        elif places.get(kind) != fault.at:
            counted[kind] = counted.get(kind, 0) + 1 + fault.left_out
            places[kind] = fault.at
    for number in range(len(kept) - 1, -1, -1) if counted else ():
        last = kept[number]
        more = counted.pop(last.kind, 0)
        if more:
            kept[number] = last._replace(left_out=last.left_out + more)
    return kept


def first_of_each_name(
    elements: Sequence[_Element],
) -> Iterator[tuple[_Element, int]]:
    """Yield the first elements of each name; the last of them counts the others.

    Of what is no more than counted no faults have to be made.
    """
    if len(elements) <= MOST:
        yield from zip(elements, repeat(0))
        return
    tags = [element.tag for element in elements]
    numbers, seen = Counter(tags), Counter[str]()
    for element, tag in zip(elements, tags, strict=True):
        seen[tag] += 1
        if seen[tag] <= MOST:
            yield element, 0
        elif seen[tag] == MOST + 1:
            yield element, numbers[tag] - MOST - 1


def marks_once(faults: Sequence[Fault]) -> tuple[list[Fault], list[Fault]]:
    """Return faults with one for all texts of blanks, and those that it accounts for.

    It is where the first of them was, and its `related` are the others: who copies a
    document from a page has no-break spaces before each line, and others `^M` behind
    each. So for each such mark that stands often.
    """
    marks = [_mark(fault) for fault in faults]
    counts = Counter(marks)
    told: list[Fault] = []
    others: dict[str, list[Fault]] = {}
    firsts: dict[str, int] = {}
    for fault, mark in zip(faults, marks, strict=True):
        if mark in firsts:
            others.setdefault(mark, []).append(fault)
            continue
        if mark is not None and (not mark or counts[mark] >= _OFTEN):
            firsts[mark] = len(told)
        told.append(fault)
    for mark, again in others.items():
        related = tuple((fault.at, fault.subject) for fault in again)
        told[firsts[mark]] = told[firsts[mark]]._replace(related=related)
    return told, [*chain.from_iterable(others.values())]


def _mark(fault: Fault) -> str | None:
    """Return the text that a fault is of if that is a mark; "" for blanks."""
    if is_blank(fault):
        return ""
    text = trimmed(fault.subject) if fault.kind == _TEXT and not fault.edits else ""
    return text if len(text) <= _LONGEST_MARK and _is_sign(text[:1]) else None


def _is_sign(character: str) -> bool:
    """Is it neither part of a word, nor of what is left out, nor of a tag?"""
    return bool(character.strip(".…<")) and not character.isalnum()


def is_blank(fault: Fault) -> bool:
    """Is it about a text of which nothing is seen, and that is no white space?"""
    return fault.kind == _TEXT and is_unseen(fault.subject)
