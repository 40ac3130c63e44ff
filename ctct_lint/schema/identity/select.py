"""What the paths of identity constraints lead to in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_name, attribute_value, name_of, value_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.typed.instance import is_nil
from ctct_lint.schema.typed.xsi import NIL
from ctct_lint.schema.values.canonical import Canonical, canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element, Path
    from ctct_lint.schema.components.types import AttributeUse
    from ctct_lint.schema.schema import Schema


class KeyField(NamedTuple):
    """What a field of a key leads to.

    nodes  where the elements and attributes are; only one is allowed
    value  of the first one; None if it is nil, or can have no value
    nil    the `xsi:nil` of the first one, if that has no value by it
    """

    nodes: tuple[Place, ...]
    value: KeyValue | None
    nil: Place | None = None


_NOTHING = KeyField((), None)


class KeyValue(NamedTuple):
    """A value that is part of a key: where it is, as written, and to be compared."""

    at: Place
    written: str
    compared: Canonical | None


class TypedTree(NamedTuple):
    """A tree whose elements are known by what they were declared as, or meant for.

    fields  what was found: several keys may be of the same elements
    """

    root: _Element
    types: Mapping[_Element, Element]
    schema: Schema
    fields: dict[tuple[_Element, Sequence[Path]], KeyField]

    def selected(self, scope: _Element, path: Path) -> Iterator[_Element]:
        """Yield the known elements that a path leads to."""
        return (e for e in self._follow(scope, path) if e in self.types)

    def field(self, element: _Element, paths: Sequence[Path]) -> KeyField:
        """Return what the paths of a field lead to: a value, if all is well."""
        known = element, paths
        found = self.fields.get(known)
        if found is None:
            found = self.fields[known] = self._field(element, paths)
        return found

    def _field(self, element: _Element, paths: Sequence[Path]) -> KeyField:
        # Most lead to an attribute of the element itself.
        if len(paths) == len(paths[0]) == 1 and _is_of_one_attribute(paths[0][0]):
            value = self.attribute(element, paths[0][0][1:])
            return _NOTHING if value is None else KeyField((value.at,), value)
        every = (node for path in paths for node in self._nodes(element, path))
        nodes = list(dict.fromkeys(every))
        places = tuple(
            attribute_name(one, name) if name and name in one.attrib else name_of(one)
            for one, name in nodes
        )
        if not nodes:
            return _NOTHING
        one, name = nodes[0]
        if name:
            return KeyField(places, self.attribute(one, name))
        declaration = self.types[one]
        is_simple = self.schema.simple_type(declaration) is not None
        if is_simple and is_nil(one, declaration):
            return KeyField(places, None, attribute_name(one, NIL))
        return KeyField(places, self.text(one))

    def attribute(self, element: _Element, name: str) -> KeyValue | None:
        """Return the value of an attribute, None if it has none.

        It may be one that is not written, but never one that is not declared.
        """
        declared = self._declared(element, name)
        if declared is None:
            return None
        value, at = element.get(name), attribute_value(element, name)
        if value is None:
            value, at = declared.default, name_of(element)
        if value is None:
            return None
        return KeyValue(at, value, self._compared(element, value, declared.type))

    def text(self, element: _Element) -> KeyValue | None:
        """Return the value of an element's text; None if it has not one of a type."""
        declaration = self.types.get(element)
        number = None if declaration is None else self.schema.simple_type(declaration)
        if number is None:
            return None
        default = None if declaration is None else declaration.default
        written = element.text or default or ""
        return KeyValue(
            value_of(element), written, self._compared(element, written, number)
        )

    def _compared(
        self, element: _Element, written: str, number: int
    ) -> Canonical | None:
        return canonical(written, number, self.schema.judge, element)

    def _follow(self, element: _Element, path: Path) -> Iterator[_Element]:
        if path[:1] == ("//",):
            yield from self._anywhere(element, path[1:])
            return
        here: Iterable[_Element] = (element,)
        for step in path:
            here = [child for one in here for child in one if self._is(child, step)]
        yield from here

    def _anywhere(self, element: _Element, path: Path) -> Iterator[_Element]:
        if not path:
            yield from element.iter("*")
            return
        step, *others = path
        for one in element.iterdescendants("*"):
            if self._is(one, step):
                yield from self._follow(one, tuple(others)) if others else (one,)

    def _is(self, element: _Element, step: str) -> bool:
        declaration = self.types.get(element)
        name = element.tag if declaration is None else declaration.name
        return _fits(name, step)

    def _nodes(self, element: _Element, path: Path) -> Iterator[tuple[_Element, str]]:
        """Yield the elements that a path leads to, or with their names attributes.

        What nothing is known of has no value: a wildcard has let it in unseen.
        """
        *steps, last = path or ("",)
        if not last.startswith("@"):
            yield from (
                (one, "") for one in self._follow(element, path) if one in self.types
            )
            return
        for one in self._follow(element, tuple(steps)):
            yield from ((one, name) for name in self._attributes(one, last[1:]))

    def _attributes(self, element: _Element, step: str) -> Iterator[str]:
        """Yield the attributes of a name that an element has, by default or written."""
        if not step.endswith("*"):
            if self._has(element, step):
                yield step
            return
        declaration = self.types.get(element)
        own = {} if declaration is None else self.schema.attributes(declaration).named
        for name in dict.fromkeys((*map(str, element.attrib), *own)):
            if _fits(name, step) and self._has(element, name):
                yield name

    def _has(self, element: _Element, name: str) -> bool:
        """Tell whether an element has an attribute, by default or written."""
        declared = self._declared(element, name)
        if declared is None:
            return False
        return declared.default is not None or element.get(name) is not None

    def _declared(self, element: _Element, name: str) -> AttributeUse | None:
        """Return the declaration of an attribute, its own or a global one."""
        declaration = self.types.get(element)
        return declaration and self.schema.attribute(declaration, name)


def _is_of_one_attribute(step: str) -> bool:
    return step[:1] == "@" and not step.endswith("*")


def _fits(name: str, step: str) -> bool:
    uri, star, _ = step.rpartition("*")
    if not star:
        return name == step
    return not uri or name.startswith(uri)
