"""What all components of a schema have together: namespaces, references, parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.held import elements_in
from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ctct_lint.schema.components.components import Components

    Homes = Mapping[str, tuple[str, ...]]
    Numbers = Mapping[str, Sequence[int]]
    Derived = Mapping[int, Sequence[int]]


class Survey(NamedTuple):
    """What is known of all components at once.

    namespaces  of the elements, "" for none among them
    refers      are there keys, IDs, or references to them?
    homes       returns for each element's name the local names of the parents that it
                may have
    numbers     returns the numbers of the elements of each local name
    derived     returns for complex types those derived from them that only `xsi:type`
                can name: no element is declared with one
    """

    namespaces: frozenset[str]
    refers: bool
    homes: Callable[[], Homes]
    numbers: Callable[[], Numbers]
    derived: Callable[[], Derived]


def survey_of(components: Components) -> Survey:
    """Look at all components."""
    namespaces = frozenset(element.namespace for element in components.elements)
    return Survey(
        namespaces,
        _refers(components),
        lambda: _homes(components),
        lambda: _numbers(components),
        lambda: _derived(components),
    )


def mixed_names(components: Components) -> frozenset[str]:
    """Return the local names of the elements that may hold text beside elements."""
    types = components.complex_types
    return frozenset(
        element.local_name
        for element in components.elements
        if element.complex_type is not None and types[element.complex_type].mixed
    )


def _refers(components: Components) -> bool:
    from ctct_lint.schema.values.judge import IDS, Judge

    judge = Judge(components.simple_types)
    return any(element.constraints for element in components.elements) or any(
        not judge.builtins(number).isdisjoint(IDS) for number in _used_types(components)
    )


def _used_types(components: Components) -> Iterator[int]:
    for one in components.complex_types:
        yield from (attribute.type for attribute in one.attributes)
        if one.simple is not None:
            yield one.simple
    for element in components.elements:
        if element.simple_type is not None:
            yield element.simple_type


def _homes(components: Components) -> Homes:
    types = range(len(components.complex_types))
    names = [tuple(_names_in(components, n)) for n in types]
    found: dict[str, dict[str, None]] = {}
    for parent in components.elements:
        for name in () if parent.complex_type is None else names[parent.complex_type]:
            found.setdefault(name, {})[parent.local_name] = None
    return {name: tuple(parents) for name, parents in found.items()}


def _numbers(components: Components) -> Numbers:
    found: dict[str, list[int]] = {}
    for element in components.elements:
        found.setdefault(element.local_name, []).append(element.number)
    return found


def _derived(components: Components) -> Derived:
    types = components.complex_types
    declared = {element.complex_type for element in components.elements}
    found: dict[int, list[int]] = {}
    for number, one in enumerate(types):
        if number in declared or one.abstract or not (one.name and one.content):
            continue
        base = one.base
        while base is not None and not types[base].name.startswith(XS):
            found.setdefault(base, []).append(number)
            base = types[base].base
    return found


def _names_in(components: Components, number: int) -> dict[str, None]:
    """Return the names of what may stand in an element of a type, each once."""
    content = components.complex_types[number].content
    elements = () if content is None else elements_in(content, components)
    return dict.fromkeys(element.name for element in elements)
