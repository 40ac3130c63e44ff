"""What the paths of identity constraints lead to in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_value, value_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.canonical import Canonical, canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components import Element, Path
    from ctct_lint.schema.schema import Schema


class Value(NamedTuple):
    """A value that is part of a key: where it is, as written, and to be compared."""

    at: Place
    written: str
    compared: Canonical | None


class Document(NamedTuple):
    """A tree whose elements are known by what they were declared as, or meant for."""

    root: _Element
    types: Mapping[_Element, Element]
    schema: Schema

    def selected(self, scope: _Element, paths: Iterable[Path]) -> list[_Element]:
        """Return the known elements that paths lead to, each once."""
        found = (e for path in paths for e in self._follow(scope, path))
        return list(dict.fromkeys(e for e in found if e in self.types))

    def field(self, element: _Element, paths: Iterable[Path]) -> Value | None:
        """Return the value that one of the paths leads to, None without one."""
        for path in paths:
            *steps, last = path or ("",)
            if last.startswith("@"):
                for one in self._follow(element, tuple(steps)):
                    for name in self._attributes(one, last[1:]):
                        return self.attribute(one, name)
            else:
                for one in self._follow(element, path):
                    return self.text(one)
        return None

    def attribute(self, element: _Element, name: str) -> Value:
        """Return the value of an attribute."""
        written = str(element.attrib[name])
        declaration = self.types.get(element)
        found = None if declaration is None else self.schema.complex_type(declaration)
        attributes = () if found is None else found.attributes
        number = next((a.type for a in attributes if a.name == name), None)
        at = attribute_value(element, name)
        return Value(at, written, self._compared(element, written, number))

    def text(self, element: _Element) -> Value | None:
        """Return the value of an element's text; None if it has not one of a type."""
        declaration = self.types.get(element)
        number = None if declaration is None else self.schema.simple_type(declaration)
        if number is None:
            return None
        written = element.text or ""
        return Value(
            value_of(element), written, self._compared(element, written, number)
        )

    def _compared(
        self, element: _Element, written: str, number: int | None
    ) -> Canonical | None:
        if number is None:
            return Canonical("string", written)
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
        for one in element.iterdescendants("*"):
            if self._is(one, path[0]):
                yield from self._follow(one, path[1:])

    def _is(self, element: _Element, step: str) -> bool:
        declaration = self.types.get(element)
        name = element.tag if declaration is None else declaration.name
        return _fits(name, step)

    def _attributes(self, element: _Element, step: str) -> Iterator[str]:
        return (str(name) for name in element.attrib if _fits(str(name), step))


def _fits(name: str, step: str) -> bool:
    uri, star, _ = step.rpartition("*")
    if not star:
        return name == step
    return not uri or name.startswith(uri)
