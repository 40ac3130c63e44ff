"""What may stand where, as any schema has it, for the repair of broken documents."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ctct_lint.schema.components.held import most_of, wildcards_in
from ctct_lint.schema.repairing.order import Order
from ctct_lint.text.escapes import in_quotes
from ctct_lint.text.spelling import closest
from ctct_lint.xml.model import ContentModel, Meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from ctct_lint.schema.components.content import Wildcard
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.survey import Numbers


class SchemaModel(ContentModel):
    """The elements of a schema by their local names.

    Of elements that share a name each may hold what one of them may.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._order = cache(self._is_in_order)
        self._most = cache(self._counted)

    @cached_property
    def elements(self) -> Mapping[str, Meaning]:
        """The declared elements by their local names."""
        bare = {n for n, held in self._children.items() if not held} - self._open
        return {n: Meaning(n, known=True, is_leaf=n in bare) for n in self._children}

    def root_tag(self, name: str) -> str:
        """Return the start tag of a global element, else "".

        What a prefix stands for has to be declared besides.
        """
        prefix, _, local = name.rpartition(":")
        uri = self._roots.get(local)
        if uri is None:
            return ""
        if not uri or prefix:
            return f"<{name}>"
        return f'<{name} xmlns="{in_quotes(uri)}">'

    def stands_inside(self, name: str) -> bool:
        """Is it named in the content of an element of another name?"""
        return name in self._inner

    def start_tag(self, name: str, parent: str) -> str:
        """Return the start tag, with `…` for the values that it needs.

        It declares the namespace of what has another one than its parent.
        """
        prefix, _, local = name.rpartition(":")
        needed = "".join(f' {one}="…"' for one in self._needed_by(local))
        own, above = self._namespaces_of(local), self._namespaces_of(parent)
        if not prefix and len(own) == 1 and above and own.isdisjoint(above):
            needed = f' xmlns="{in_quotes(next(iter(own)))}"{needed}'
        return f"<{name}{needed}>"

    def may_have(self, name: str, attribute: str) -> bool:
        """May the element have an attribute in one of its types? Unknown ones may."""
        called = self._called(name)
        types = (n for one in called for n in self._types_of(one))
        found = map(self.schema.attributes_in, types)
        return not called or any(
            attribute in named or (wildcard is not None and wildcard.matches(attribute))
            for named, wildcard in found
        )

    def holds_no_text(self, name: str) -> bool:
        """Is it an element with child elements, of no type that is mixed?"""
        holds = name in self._open or bool(self._children.get(name))
        return holds and name not in self._mixed

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return child in self._children.get(parent, ())

    def lets_in(self, parent: str, child: str) -> bool:
        """May the child, which the schema may not know, stand there by a wildcard?"""
        if parent not in self._open or child in self._named.get(parent, ()):
            return False
        return self.may_contain(parent, child) or not self.knows(child)

    def may_follow(self, parent: str, before: str, child: str) -> bool:
        """May the child stand behind the other, as one type of the parent has it?"""
        return self._order(parent, before, child)

    def most_children(self, name: str) -> int | None:
        """Return how many children one type of the element may have; None for any."""
        return self._most(name)

    def namespace_of(self, prefix: str, names: Collection[str]) -> str:  # noqa: ARG002
        """Return the namespace that declares most of the names, "" if none does."""
        counted = Counter(uri for name in names for uri in self._spaces.get(name, ()))
        return max(counted, key=counted.__getitem__, default="")

    def has_bare(self, names: Collection[str]) -> bool:
        """Tell whether all of some names are those of things in no namespace."""
        return self._bare.issuperset(names)

    def spelling_of(self, name: str) -> str | None:
        """Return the declared name that is meant, None if none is close."""
        return closest(name, sorted(self._children))

    @cached_property
    def _roots(self) -> Mapping[str, str]:
        """The namespaces of the global elements, by their names."""
        components = self.schema.components
        found = (components.elements[number] for number in components.roots.values())
        return {element.local_name: element.namespace for element in found}

    @cached_property
    def _spaces(self) -> Mapping[str, dict[str, None]]:
        """The namespaces in which the schema has elements and attributes of a name."""
        spaces: dict[str, dict[str, None]] = {}
        for name in filter(_is_qualified, self._names()):
            uri, _, local = name[1:].rpartition("}")
            spaces.setdefault(local, {})[uri] = None
        return spaces

    @cached_property
    def _bare(self) -> frozenset[str]:
        """The names of elements and attributes that are in no namespace."""
        return frozenset(name for name in self._names() if not _is_qualified(name))

    def _names(self) -> Iterator[str]:
        components = self.schema.components
        yield from (element.name for element in components.elements)
        for found in components.complex_types:
            yield from (attribute.name for attribute in found.attributes)

    @cached_property
    def _children(self) -> Mapping[str, set[str]]:
        """The names that may stand in each element, whichever type it has there."""
        return self._by_name(self._held)

    @cached_property
    def _named(self) -> Mapping[str, set[str]]:
        """The names that each element has a place for, but for wildcards."""
        return self._by_name(self._names_in)

    def _by_name(self, names_in: Callable[[int], set[str]]) -> Mapping[str, set[str]]:
        """Return for each element's name the names in all of its types."""
        found: dict[str, set[str]] = {}
        for element in self.schema.components.elements:
            names = found.setdefault(element.local_name, set())
            names.update(*map(names_in, self._types_of(element)))
        return found

    @cached_property
    def _inner(self) -> frozenset[str]:
        """The names of what elements of other names have a place for."""
        return frozenset(
            name
            for parent, names in self._named.items()
            for name in names
            if name != parent
        )

    @cached_property
    def _open(self) -> frozenset[str]:
        """The names of elements that may hold what the schema does not know."""
        return self._names_of(self._wildcards)

    @cached_property
    def _mixed(self) -> frozenset[str]:
        """The names of elements that may hold text beside elements."""
        types = self.schema.components.complex_types
        return self._names_of(lambda number: types[number].mixed)

    def _names_of(self, test: Callable[[int], object]) -> frozenset[str]:
        """Return the names of elements of a type for which a test is true."""
        elements = self.schema.components.elements
        fitting = (one for one in elements if any(map(test, self._types_of(one))))
        return frozenset(element.local_name for element in fitting)

    def _called(self, name: str) -> list[Element]:
        """Return the elements of a local name."""
        elements = self.schema.components.elements
        return [elements[number] for number in self._numbers.get(name, ())]

    @cached_property
    def _numbers(self) -> Numbers:
        return self.schema.survey.numbers()

    def _is_in_order(self, parent: str, before: str, child: str) -> bool:
        if not {before, child} <= self._children.get(parent, set()):
            return True
        components = self.schema.components
        types = {n for element in self._called(parent) for n in self._types_of(element)}
        contents = (components.complex_types[number].content for number in types)
        order = Order(before, child, components)
        return any(c is not None and order.is_allowed(c) for c in contents)

    def _counted(self, name: str) -> int | None:
        types = (n for one in self._called(name) for n in self._types_of(one))
        counts = list(map(self._most_in, types))
        known = [count for count in counts if count is not None]
        return max(known) if known and len(known) == len(counts) else None

    def _most_in(self, number: int) -> int | None:
        """Return how many children a type may have, None for any number."""
        components = self.schema.components
        content = components.complex_types[number].content
        if content is None:
            return 0
        if self._wildcards(number):
            return None
        return most_of(None, content, components)

    def _namespaces_of(self, name: str) -> set[str]:
        """Return the namespaces of the elements of a name, but for none."""
        return {element.namespace for element in self._called(name)} - {""}

    def _needed_by(self, name: str) -> list[str]:
        """Return the attributes of no namespace that every element of a name needs."""
        named = [self.schema.attributes(one).named for one in self._called(name)]
        first = named[0].values() if named else ()
        return [
            one.name
            for one in first
            if not _is_qualified(one.name)
            and all(one.name in each and each[one.name].required for each in named)
        ]

    def _types_of(self, element: Element) -> Iterator[int]:
        """Yield the complex types of an element: its own, and others by `xsi:type`."""
        if element.complex_type is not None:
            yield element.complex_type
            yield from self._derived.get(element.complex_type, ())

    @cached_property
    def _derived(self) -> Mapping[int, list[int]]:
        """The types that are derived from each type, in any number of steps."""
        types = self.schema.components.complex_types
        found: dict[int, list[int]] = {}
        for number, one in enumerate(types):
            base, seen = one.base, {number}
            while base is not None and base not in seen:
                found.setdefault(base, []).append(number)
                seen.add(base)
                base = types[base].base
        return found

    def _held(self, number: int) -> set[str]:
        """Return the names that may stand in an element of a type."""
        names = self._names_in(number)
        for wildcard in self._wildcards(number):
            roots = self.schema.components.roots
            names.update(n.rpartition("}")[2] for n in roots if wildcard.matches(n))
        return names

    def _names_in(self, number: int) -> set[str]:
        return {child.local_name for child in self.schema.held_in(number).values()}

    def _wildcards(self, number: int) -> list[Wildcard]:
        content = self.schema.components.complex_types[number].content
        return [] if content is None else list(wildcards_in(content))


def _is_qualified(name: str) -> bool:
    return name.startswith("{")
