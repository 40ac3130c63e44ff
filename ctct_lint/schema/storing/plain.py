"""Components as lines of JSON, each of which is read when it is asked for.

A document uses little of a large vocabulary.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.components import Components
from ctct_lint.schema.components.content import Group, OpenContent, Particle, Wildcard
from ctct_lint.schema.components.element import Alternative, Constraint, Element
from ctct_lint.schema.components.types import (
    AttributeUse,
    ComplexType,
    Facet,
    SimpleType,
)
from ctct_lint.schema.survey import Survey, survey_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ctct_lint.schema.survey import Homes, Numbers

Plain = list[Any]
# Counts, roots and attributes, the named types, and the three lines of the survey.
_HEAD = 6
_Component = TypeVar("_Component")


class StoredSchema(NamedTuple):
    """A compiled schema, and what is known of all that is in it."""

    components: Components
    survey: Survey


class _Lines(Generic[_Component]):
    """Components in lines; see `components.Table`."""

    __slots__ = ("_lines", "_made", "_make")

    def __init__(
        self, lines: Sequence[str], make: Callable[[Plain], _Component]
    ) -> None:
        self._lines = lines
        self._make = make
        self._made: list[_Component | None] = [None] * len(lines)

    def __getitem__(self, number: int) -> _Component:
        made = self._made[number]
        if made is None:
            made = self._made[number] = self._make(json.loads(self._lines[number]))
        return made

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[_Component]:
        return map(self.__getitem__, range(len(self)))


class _Named(Mapping[str, tuple[bool, int]]):
    """The types that have names, of which few documents ask for one."""

    def __init__(self, line: str) -> None:
        self._line = line

    @cached_property
    def _read(self) -> dict[str, tuple[bool, int]]:
        found = json.loads(self._line)
        return {name: (is_complex, n) for name, (is_complex, n) in found.items()}

    def __getitem__(self, name: str) -> tuple[bool, int]:
        return self._read[name]

    def __len__(self) -> int:
        return len(self._read)

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)


def to_lines(components: Components) -> list[str]:
    """Return components as lines of JSON; named tuples are lists there."""
    elements, complex_types, simple_types, roots, named, attributes = components
    counts = [len(elements), len(complex_types), len(simple_types)]
    namespaces, refers, homes, numbers = survey_of(components)
    known = [sorted(namespaces), refers], homes(), numbers()
    head = counts, [roots, attributes], dict(named), *known
    values = chain(head, elements, complex_types, simple_types)
    return [json.dumps(value, separators=(",", ":")) for value in values]


def from_lines(lines: Sequence[str]) -> StoredSchema:
    """Return the components that `to_lines` gave."""
    head, rest = lines[:_HEAD], iter(lines[_HEAD:])
    counts, (roots, attributes) = map(json.loads, head[:2])
    namespaces, refers = json.loads(head[3])
    elements, complex_types, simple_types = (list(islice(rest, n)) for n in counts)
    components = Components(
        _Lines(elements, _element),
        _Lines(complex_types, _complex_type),
        _Lines(simple_types, _simple_type),
        roots,
        _Named(head[2]),
        {name: AttributeUse(*attribute) for name, attribute in attributes.items()},
    )
    survey = Survey(
        frozenset(namespaces),
        refers,
        lambda: _homes(head[4]),
        lambda: _read_numbers(head[5]),
    )
    return StoredSchema(components, survey)


def _homes(line: str) -> Homes:
    return {name: tuple(parents) for name, parents in json.loads(line).items()}


def _read_numbers(line: str) -> Numbers:
    numbers: Numbers = json.loads(line)
    return numbers


def _element(plain: Plain) -> Element:
    found = Element(*plain)
    return found._replace(
        substitutes=tuple(found.substitutes),
        facts=tuple((key, value) for key, value in found.facts),
        block=tuple(found.block),
        constraints=tuple(map(_constraint, found.constraints)),
        alternatives=tuple(map(_alternative, found.alternatives)),
    )


def _alternative(plain: Sequence[Any]) -> Alternative:
    test, namespaces, kind = plain
    spaces = tuple((prefix, uri) for prefix, uri in namespaces)
    if kind is None:
        return Alternative(test, spaces, None)
    is_complex, number = kind
    return Alternative(test, spaces, (is_complex, number))


def _constraint(plain: Sequence[Any]) -> Constraint:
    kind, name, selector, fields, refer = plain
    values = tuple(tuple(map(tuple, paths)) for paths in fields)
    return Constraint(kind, name, tuple(map(tuple, selector)), values, refer)


def _complex_type(plain: Plain) -> ComplexType:
    found = ComplexType(*plain)
    wildcard: Any = found.wildcard
    content: Any = found.content
    open_content: Any = found.open
    return found._replace(
        attributes=tuple(AttributeUse(*attribute) for attribute in found.attributes),
        wildcard=None if wildcard is None else _wildcard(wildcard),
        content=None if content is None else _particle(content),
        block=tuple(found.block),
        open=None if open_content is None else _open(open_content),
    )


def _open(plain: Plain) -> OpenContent:
    wildcard, at_end = plain
    return OpenContent(_wildcard(wildcard), at_end)


def _simple_type(plain: Plain) -> SimpleType:
    name, base, members, item, facets = plain
    own = tuple(Facet(*facet) for facet in facets)
    return SimpleType(name, base, tuple(members), item, own)


def _particle(plain: Plain) -> Particle:
    term, least, most = plain
    return Particle(_term(term), least, most)


def _term(plain: int | Plain) -> int | Wildcard | Group:
    """Return an element's number as it is; a group begins with its kind."""
    if isinstance(plain, int):
        return plain
    if isinstance(plain[0], str):
        kind, particles = plain
        return Group(kind, tuple(map(_particle, particles)))
    return _wildcard(plain)


def _wildcard(plain: Plain) -> Wildcard:
    allowed, refused, process, names = plain
    uris = None if allowed is None else tuple(allowed)
    return Wildcard(uris, tuple(refused), process, tuple(names))
