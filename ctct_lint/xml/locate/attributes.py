"""The attributes of elements, by the names that they have in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, Place
from ctct_lint.text.escapes import with_references
from ctct_lint.text.span import Span
from ctct_lint.xml.locate.elements import lineage
from ctct_lint.xml.locate.tags import AttributeSpans, attributes
from ctct_lint.xml.locate.textmap import TextMap

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.xml.locate.elements import TagFinder

_XML = "http://www.w3.org/XML/1998/namespace"


class Attributes:
    """Finds attributes in start tags; each tag is read once."""

    def __init__(self, text: str, tags: TagFinder) -> None:
        self._text = text
        self._tags = tags
        self._named: dict[_Element, dict[str, AttributeSpans]] = {}

    def of(self, element: _Element) -> dict[str, AttributeSpans]:
        """Return the attributes of an element by the names that lxml gives them."""
        named = self._named.get(element)
        if named is None:
            spaces = element.nsmap
            named = self._named[element] = {
                _clark(found.name, spaces): found
                for found in attributes(self._text, self._tags[element])
            }
        return named

    def name(self, place: Place, element: _Element) -> Span | None:
        """Return where the name of a place's attribute is, None if it has none."""
        found = self._find(place, element)
        return found and Span(found.name_start, found.name_end)

    def value(self, place: Place, element: _Element) -> Span | None:
        """Return where the value is, or the part of it that is meant."""
        found = self._find(place, element)
        if found is None:
            return None
        start, end = found.value_start, found.value_end
        if not place.end:
            return Span(start, end)
        return Span(*TextMap(self._text, start, end).span(place.start, place.end))

    def in_quotes(self, place: Place, element: _Element, new: str) -> str:
        """Return a new value with references in place of the quotes round it."""
        found = filter(None, (self._find(place, element),))
        quotes = "".join(self._text[one.value_start - 1] for one in found)
        return with_references(new, quotes)

    def _find(self, place: Place, element: _Element) -> AttributeSpans | None:
        if place.part is Part.NAMESPACE:
            return self._namespace(element, place.name)
        return self.of(element).get(place.name) or self._renamed(element, place.name)

    def _renamed(self, element: _Element, name: str) -> AttributeSpans | None:
        """Return the attribute that has got its name in the tree alone.

        There such a one comes behind the others, each after the one before it here.
        """
        known, in_tree = self.of(element), [str(n) for n in element.attrib]
        new = [one for one in in_tree if one not in known]
        old = [n for n in known if n not in in_tree and not n.startswith("xmlns")]
        return known.get(dict(zip(new, old, strict=False)).get(name, ""))

    def _namespace(self, element: _Element, prefix: str) -> AttributeSpans | None:
        # The prefix as written: the tree's may have been changed meanwhile.
        prefix = prefix or self._tags[element].name.rpartition(":")[0]
        wanted = f"xmlns:{prefix}" if prefix else "xmlns"
        declared = (self.of(above).get(wanted) for above in lineage(element))
        return next(filter(None, declared), None)


def _clark(written: str, spaces: dict[str | None, str]) -> str:
    """Return `{uri}local` for `prefix:local`; declarations keep their names."""
    prefix, _, local = written.rpartition(":")
    uri = _XML if prefix == "xml" else spaces.get(prefix)
    return f"{{{uri}}}{local}" if uri else written
