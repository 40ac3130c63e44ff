"""Schema files with long enumerations written as patterns, for libxml2.

To the documents both say the same: see `values.tries`. What is not surely a text, as
it is compared letter by letter, or a number stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.names import XS, XSD
from ctct_lint.schema.values.tries import COMPARED, MANY, patterns_of
from ctct_lint.xml.parsing import parsed, safe_parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_PARSER = safe_parser(remove_comments=True)
_ENUMERATION, _PATTERN = f"{XS}enumeration", f"{XS}pattern"


def lightened(texts: Mapping[str, str]) -> dict[str, str]:
    """Return those files of a valid schema that have long enumerations, without them.

    texts  all files of the schema by their URLs
    """
    heavy = [url for url, text in texts.items() if text.count("enumeration") >= MANY]
    if not heavy:
        return {}
    trees = {url: parsed(text, _PARSER) for url, text in texts.items()}
    types = _Types(iter(trees.values()))
    return {
        url: etree.tostring(trees[url], encoding="unicode")
        for url in heavy
        if types.lighten(trees[url])
    }


class _Types:
    """The simple types of a schema: by their local names, which several may have."""

    def __init__(self, trees: Iterator[_Element]) -> None:
        self._named: dict[str, list[_Element]] = {}
        for tree in trees:
            for found in tree.iter(f"{XS}simpleType"):
                self._named.setdefault(found.get("name", ""), []).append(found)

    def lighten(self, tree: _Element) -> bool:
        """Write long enumerations as patterns; say if there are any."""
        written = [self._lighten(found) for found in list(_restrictions(tree))]
        return any(written)

    def _lighten(self, restriction: _Element) -> bool:
        values = list(restriction.iterchildren(_ENUMERATION))
        if len(values) < MANY:
            return False
        kinds = self._kinds_of(restriction, set())
        if len(kinds) != 1:
            return False
        (kind,) = kinds
        if kind is None:
            return False
        written = [value.get("value", "") for value in values]
        for value in values:
            restriction.remove(value)
        step = restriction
        if restriction.find(_PATTERN) is not None:
            # Among its own patterns they would be more to choose from.
            step = _inner(restriction)
        for pattern in patterns_of(written, kind):
            etree.SubElement(step, _PATTERN, value=pattern)
        return True

    def _kinds_of(self, restriction: _Element, seen: set[str]) -> set[str | None]:
        """Return how values may be compared in the base of a restriction.

        None is among them if the base may be of other values than texts and numbers.
        """
        if restriction.find(f"{XS}whiteSpace") is not None:
            return {None}
        base = restriction.get("base")
        if base is None:
            (own,) = restriction.iterchildren(f"{XS}simpleType")
            return self._kinds(own, seen)
        prefix, _, local = base.strip().rpartition(":")
        if restriction.nsmap.get(prefix or None) == XSD:
            return {COMPARED.get(local)}
        if local in seen:
            return set()
        seen.add(local)
        found = (self._kinds(one, seen) for one in self._named.get(local, ()))
        return set().union(*found)

    def _kinds(self, found: _Element, seen: set[str]) -> set[str | None]:
        restriction = found.find(f"{XS}restriction")
        return {None} if restriction is None else self._kinds_of(restriction, seen)


def _restrictions(tree: _Element) -> Iterator[_Element]:
    """Yield the restrictions of simple types."""
    for found in tree.iter(f"{XS}simpleType"):
        yield from found.iterchildren(f"{XS}restriction")


def _inner(restriction: _Element) -> _Element:
    """Return the restriction of a new type between another one and its base."""
    made = etree.Element(f"{XS}simpleType")
    step = etree.SubElement(made, f"{XS}restriction")
    base = restriction.get("base")
    if base is not None:
        step.set("base", base)
        del restriction.attrib["base"]
    step.extend(list(restriction.iterchildren(f"{XS}simpleType")))
    annotation = restriction.find(f"{XS}annotation")
    restriction.insert(0 if annotation is None else 1, made)
    return step
