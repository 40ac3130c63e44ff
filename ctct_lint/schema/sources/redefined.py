"""Redefinitions of types of texts, written as definitions for xmlschema.

It can read neither a redefined list or union nor redefined simple content. So the type
that is redefined gets a name of its own, and the redefinition becomes a type like
others, which is derived from that one: to documents both say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.names import XS
from ctct_lint.schema.sources.sources import Unresolved
from ctct_lint.xml.parsing import parsed, safe_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.sources.sources import Sources

_TYPES = (f"{XS}simpleType", f"{XS}complexType")
_PARSER = safe_parser(remove_comments=True)
# Ends the name of a type that has been redefined; a number tells it from others.
MARK = ".before-redefinition-"


def without_redefinitions(sources: Sources) -> dict[str, str]:
    """Return the texts of the files that redefine types of texts, and of the types'.

    They are by their URLs; the other files stay as they are.
    """
    if not any(b"redefine" in source.data for source in sources.every()):
        return {}
    files = _Files(sources)
    files.visit(sources.url)
    return files.texts()


class _Files:
    """The files of a schema as trees, which are changed."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._trees: dict[str, _Element | None] = {}
        self._visited: set[str] = set()
        self._changed: set[str] = set()
        self._number = 0

    def texts(self) -> dict[str, str]:
        """Return the texts of the files that have been changed."""
        trees = {url: self._trees[url] for url in self._changed}
        return {
            url: etree.tostring(tree, encoding="unicode")
            for url, tree in trees.items()
            if tree is not None
        }

    def visit(self, url: str) -> None:
        """Write what a file redefines otherwise, after what it refers to."""
        if url in self._visited:
            return
        self._visited.add(url)
        for reference in self._references(url):
            target = reference.get("schemaLocation", "")
            self.visit(target)
            if reference.tag == f"{XS}redefine":
                for redefinition in list(reference.iterchildren(*_TYPES)):
                    self._define(url, target, reference, redefinition)

    def _references(self, url: str) -> Iterator[_Element]:
        """Yield what a file refers to; the places are URLs already."""
        tree = self._tree(url)
        for child in () if tree is None else tree:
            if child.get("schemaLocation") is not None:
                yield child

    def _tree(self, url: str) -> _Element | None:
        if url not in self._trees:
            try:
                self._trees[url] = parsed(self._sources.text(url), _PARSER)
            except (Unresolved, etree.XMLSyntaxError):
                self._trees[url] = None
        return self._trees[url]

    def _define(self, url: str, target: str, redefine: _Element, new: _Element) -> None:
        """Make a type of a redefinition that follows the reference to a file."""
        restriction = _derivation(new)
        name = new.get("name", "")
        found = self._find(target, name, set()) if name else None
        if restriction is None or found is None:
            return
        self._number += 1
        where, old = found
        before = f"{name}{MARK}{self._number}"
        old.set("name", before)
        prefix, colon, _ = restriction.get("base", "").rpartition(":")
        restriction.set("base", f"{prefix}{colon}{before}")
        redefine.addnext(new)
        self._changed.update((url, where))

    def _find(self, url: str, name: str, seen: set[str]) -> tuple[str, _Element] | None:
        """Return the type of a name, and the file that it is in."""
        seen.add(url)
        tree = self._tree(url)
        for child in () if tree is None else tree.iterchildren(*_TYPES):
            if child.get("name") == name:
                return url, child
        for reference in self._references(url):
            target = reference.get("schemaLocation", "")
            is_part = reference.tag != f"{XS}import" and target not in seen
            found = self._find(target, name, seen) if is_part else None
            if found is not None:
                return found
        return None


def _derivation(new: _Element) -> _Element | None:
    """Return the element that names the base of a type of texts, None of others."""
    if new.tag == f"{XS}complexType":
        path = f"{XS}simpleContent/*[@base]"
        return new.find(path)
    return new.find(f"{XS}restriction[@base]")
