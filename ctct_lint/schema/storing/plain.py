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
    namespaces, refers, homes, numbers, derived = survey_of(components)
    pairs = list(derived().items())
    of_all = [sorted(namespaces), refers, *filter(None, [pairs])]
    known = of_all, homes(), numbers()
    head = counts, [roots, attributes], dict(named), *known
    values = chain(head, elements, complex_types, simple_types)
    return [json.dumps(value, separators=(",", ":")) for value in values]


def from_lines(lines: Sequence[str]) -> StoredSchema:
    """Return the components that `to_lines` gave."""
    head, rest = lines[:_HEAD], iter(lines[_HEAD:])
    counts, (roots, attributes) = map(json.loads, head[:2])
    # Few schemas have derived types that no element is declared with.
    namespaces, refers, *derived = json.loads(head[3])
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
        lambda: dict(*derived),
    )
    return StoredSchema(components, survey)


def _homes(line: str) -> Homes:
    return {name: tuple(parents) for name, parents in json.loads(line).items()}


def _read_numbers(line: str) -> Numbers:
    numbers: Numbers = json.loads(line)
    return numbers


def _frozen(plain: Plain) -> tuple[Any, ...]:
    """Return plain values with tuples for lists."""
    return tuple([_frozen(one) if isinstance(one, list) else one for one in plain])


def _element(plain: Plain) -> Element:
    found = Element(*_frozen(plain))
    if not (found.constraints or found.alternatives):
        return found
    return found._replace(
        constraints=tuple(Constraint(*one) for one in found.constraints),
        alternatives=tuple(Alternative(*one) for one in found.alternatives),
    )


def _simple_type(plain: Plain) -> SimpleType:
    found = SimpleType(*_frozen(plain))
    return found._replace(facets=tuple(Facet(*facet) for facet in found.facets))


def _complex_type(plain: Plain) -> ComplexType:
    found = ComplexType(*_frozen(plain))
    wildcard, content, beside = found.wildcard, found.content, found.open
    if beside is not None:
        beside = OpenContent(Wildcard(*beside[0]), beside[1])
    return found._replace(
        attributes=tuple(AttributeUse(*attribute) for attribute in found.attributes),
        wildcard=None if wildcard is None else Wildcard(*wildcard),
        content=None if content is None else _particle(*content),
        open=beside,
    )


def _particle(term: Any, least: int, most: int | None) -> Particle:
    """Return a particle; an element's number stays, a group begins with its kind."""
    if isinstance(term, tuple):
        kind, particles = term[:2]
        is_group = isinstance(kind, str)
        inner = tuple(_particle(*one) for one in particles) if is_group else ()
        term = Group(kind, inner) if is_group else Wildcard(*term)
    return Particle(term, least, most)
