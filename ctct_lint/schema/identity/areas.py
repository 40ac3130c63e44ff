"""The elements in which a constraint holds, and how they stand in each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Constraint, Path
    from ctct_lint.schema.identity.select import TypedTree

    Spans = dict[_Element, tuple[int, int]]


class Scope(NamedTuple):
    """An element in which a constraint holds: what starts between two positions.

    is_outer  is it in no other element in which the same constraint holds?
    """

    element: _Element
    start: float
    end: float
    is_outer: bool


class Area(NamedTuple):
    """A constraint and all scopes of it, in the order of the document.

    spans  the number of each element, and that of the first one behind its last
    """

    constraint: Constraint
    scopes: tuple[Scope, ...]
    spans: Spans

    @property
    def is_mixed(self) -> bool:
        """Are there elements in all scopes around them, and others in few, or one?"""
        return len({is_deep(path) for path in self.constraint.selector}) > 1

    def reached(
        self, document: TypedTree, scope: Scope
    ) -> Iterator[tuple[Path, _Element]]:
        """Yield what is selected in a scope, by each path, but not what is told above.

        What a deep path selects is selected in the scopes around as well, so that is
        worked out for the outermost one alone.
        """
        for path in self.constraint.selector:
            if scope.is_outer or not is_deep(path):
                for element in document.selected(scope.element, path):
                    yield path, element

    def start_of(self, path: Path, element: _Element) -> float:
        """Return where a deep path has begun that leads to an element.

        The path has led there from each scope in which this lies.
        """
        if len(path) == 1:
            return self.spans[element][0] + 0.5
        for _ in path[2:]:
            element = cast("_Element", element.getparent())
        return self.spans[element][0]


def is_deep(path: Path) -> bool:
    """Say whether a path leads to elements at any depth."""
    return path[:1] == ("//",)


def areas(document: TypedTree) -> list[Area]:
    """Return the areas of all constraints: first of keys, then of what refers to them.

    Each in the order of the first scopes. Of constraints that differ in nothing but
    their names the first one counts.
    """
    found: dict[str, tuple[Constraint, list[_Element]]] = {}
    for element, declaration in document.types.items():
        for constraint in declaration.constraints:
            found.setdefault(constraint.name, (constraint, []))[1].append(element)
    spans = _spans(document.root) if found else {}
    distinct: dict[Hashable, Area] = {}
    names: dict[str, str] = {}
    for constraint, elements in sorted(found.values(), key=_refers):
        refer = names.get(constraint.refer, constraint.refer)
        said = constraint._replace(name="", refer=refer), tuple(elements)
        if said not in distinct:
            of = said[0]._replace(name=constraint.name)
            distinct[said] = Area(of, tuple(_scopes(elements, spans)), spans)
        names[constraint.name] = distinct[said].constraint.name
    return list(distinct.values())


def _refers(found: tuple[Constraint, list[_Element]]) -> bool:
    return found[0].kind == "keyref"


def _scopes(elements: Iterable[_Element], spans: Spans) -> Iterator[Scope]:
    end = 0.0
    for element in sorted(elements, key=spans.__getitem__):
        first, last = spans[element]
        yield Scope(element, first + 0.25, last - 0.25, first >= end)
        end = max(end, last)


def _spans(root: _Element) -> Spans:
    """Return the number of each element, and of the first one behind its last."""
    starts: dict[_Element, int] = {}
    ends: dict[_Element, int] = {}
    around: list[_Element] = []
    for number, element in enumerate(root.iter("*")):
        above = element.getparent()
        while around and around[-1] is not above:
            ends[around.pop()] = number
        around.append(element)
        starts[element] = number
    ends.update(dict.fromkeys(around, len(starts)))
    return {element: (number, ends[element]) for element, number in starts.items()}


class Around:
    """The scopes around positions that are asked for in their order."""

    def __init__(self, scopes: Sequence[Scope]) -> None:
        self._scopes = scopes
        self._next = 0
        self.stack: list[Scope] = []

    def go_to(self, at: float) -> list[Scope]:
        """Return the scopes around a position, the outermost first."""
        scopes, stack = self._scopes, self.stack
        while self._next < len(scopes) and scopes[self._next].start < at:
            scope = scopes[self._next]
            self._leave(scope.start)
            stack.append(scope)
            self._next += 1
        self._leave(at)
        return stack

    def _leave(self, at: float) -> None:
        while self.stack and self.stack[-1].end < at:
            self.stack.pop()
