"""The files of a Schematron schema: what they include, and where things stand in them.

An include stands for an element of another file, `extends href` for its children, an
`xsl:include` for what a stylesheet declares; what `document('codes.xml')` opens is a
file of the schema, too. All are read from the folder of the schema and below, by
`schema.sources`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XML
from ctct_lint.schema.sources.lost import tree_of
from ctct_lint.schema.sources.sources import Sources, Unresolved
from ctct_lint.schema.sources.trouble import (
    IGNORED_FIX,
    ILL_FORMED,
    INVALID_RULES,
    UNREADABLE,
    UNRESOLVED,
    SchemaTrouble,
)
from ctct_lint.text.patterns import lazy
from ctct_lint.text.uris import joined, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

NAMESPACE = "http://purl.oclc.org/dsdl/schematron"
SCH = f"{{{NAMESPACE}}}"
SQF = "{http://www.schematron-quickfix.com/validator/process}"
XSLT = "{http://www.w3.org/1999/XSL/Transform}"
_PARAMETER = lazy(r"\$([\w][\w.-]*)")
_STYLES = (f"{XSLT}include", f"{XSLT}import")
_STYLESHEETS = frozenset({f"{XSLT}stylesheet", f"{XSLT}transform"})
_REFERRING = (f"{SCH}include", f"{SCH}extends", *_STYLES)
# Calls of functions that open documents, in any expression.
_OPENING = lazy(r"""\bdoc(?:ument)?\s*\(\s*(?:'([^']*)'|"([^"]*)")""")
_NONE: Mapping[str, str] = {}

_LACKS = lazy("its attribute (`.*`) is missing")


class Node(NamedTuple):
    """An element of a schema.

    url         of its file
    parameters  what the parameters of its abstract pattern stand for
    through     the references that have led to it, so that none is followed twice
    """

    element: _Element
    url: str
    parameters: Mapping[str, str] = _NONE
    through: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its name: local if it is of Schematron, else `{namespace}local`."""
        tag = str(self.element.tag)
        return tag.removeprefix(SCH) if tag[:1] == "{" else f"{{}}{tag}"

    def get(self, attribute: str) -> str | None:
        """Return an attribute, with the parameters filled in."""
        value = self.element.get(attribute)
        if value is None or not self.parameters:
            return value
        known = self.parameters
        return _PARAMETER.sub(lambda found: known.get(found[1], found[0]), value)


class Files:
    """Reads the files of a schema, and collects what is wrong with them."""

    def __init__(self, path: str) -> None:
        """Note the absolute path of a schema; nothing is read yet."""
        self.path = path
        self._sources = Sources(path)
        self._trees: dict[str, _Element | None] = {}
        self._told: dict[tuple[str, str, str], SchemaTrouble] = {}
        # Does what is wrong leave out only what is read, as one check does?
        self._is_left_out = False
        self.is_usable = True

    def hold(self, path: str, text: str) -> None:
        """Take a text for a file, whatever it holds; before anything is read."""
        self._sources.hold(path, text)

    @property
    def troubles(self) -> tuple[SchemaTrouble, ...]:
        """What is wrong, each place once; what is misspelt is not missing as well."""
        wrong = [t for t in self._told.values() if t.kind != IGNORED_FIX]
        asked = {(t.path, t.at, t.detail.partition(": is ")[2]) for t in wrong}

        def is_misspelt(one: SchemaTrouble) -> bool:
            lacks = _LACKS.fullmatch(one.detail)
            return (
                lacks is not None and (one.path, one.at, f"{lacks[1]} meant?") in asked
            )

        return tuple(one for one in wrong if not is_misspelt(one))

    @property
    def remarks(self) -> tuple[SchemaTrouble, ...]:
        """What is not used, though nothing is wrong with it, each place once."""
        return tuple(t for t in self._told.values() if t.kind == IGNORED_FIX)

    def state(self) -> str:
        """Return what tells its files, as they are, from all others."""
        return " ".join(digest for _, digest in self._every())

    def paths(self) -> tuple[str, ...]:
        """Return the paths of its files, those that cannot be read among them."""
        found = (path_of(url) for url, _ in self._every())
        return tuple(path for path in found if path is not None)

    def _every(self) -> Iterator[tuple[str, str]]:
        """Yield the URLs of all files with what tells their contents, "" for none."""
        todo = [self._sources.url]
        for url in todo:  # grows while it is walked
            try:
                tree = self._tree(url)
            except Unresolved:
                yield url, ""
                continue
            yield url, self._sources.read(url).digest
            for target in () if tree is None else self._targets(tree, url):
                if target not in todo:
                    todo.append(target)

    def _targets(self, tree: _Element, url: str) -> Iterator[str]:
        """Yield the URLs that a file of a schema refers to."""
        if not tree.tag.startswith((SCH, XSLT)):
            return
        for element in tree.iter(*_REFERRING):
            yield joined(url, element.get("href", "")).partition("#")[0]
        for element in tree.iter("*"):
            for value in element.values():
                for single, double in _OPENING.findall(str(value)):
                    yield joined(self._sources.url, single or double)

    def root(self) -> Node | None:
        """Return the root of the schema, None if it cannot be read."""
        url = self._sources.url
        try:
            tree = self._tree(url)
        except Unresolved as why:
            self._add(SchemaTrouble(self.path, UNREADABLE, detail=str(why)))
            return None
        return None if tree is None else Node(tree, url)

    def document(self, reference: str) -> _Element | None:
        """Return what a reference opens, as seen from the schema's own file.

        None, and noted, if it is no XML; Unresolved if it cannot be read.
        """
        url = joined(self._sources.url, reference)
        # Only expressions see comments: what reads a schema's own files has none.
        is_xml = self._tree(url) is not None
        return tree_of(self._sources, url, has_comments=True) if is_xml else None

    def trouble(
        self, node: Node, detail: str, attribute: str = "", *, at_name: bool = False
    ) -> None:
        """Note why a node, or an attribute of it, cannot be used."""
        self._note(INVALID_RULES, node, detail, attribute, at_name=at_name)

    @contextmanager
    def leaving_out(self, *, when: bool = True) -> Iterator[None]:
        """Leave out what is read meanwhile, if it is wrong, and use all else."""
        outer = self._is_left_out
        self._is_left_out = outer or when
        try:
            yield
        finally:
            self._is_left_out = outer

    def remark(
        self, node: Node, detail: str, attribute: str = "", *, at_name: bool = False
    ) -> None:
        """Note why a quick fix is not offered."""
        self._note(IGNORED_FIX, node, detail, attribute, at_name=at_name)

    def children(self, node: Node) -> Iterator[Node]:
        """Yield the children of an element, those of other files in their place."""
        for element in node.element.iterchildren("*"):
            child = node._replace(element=element)
            if element.tag == f"{SCH}include":
                included = self._referred(child)
                if included is not None:
                    yield included
            elif element.tag == f"{SCH}extends" and element.get("href") is not None:
                extended = self._referred(child)
                if extended is not None:
                    yield from self.children(extended)
            elif element.tag in _STYLES:
                yield from self._declared(child)
            else:
                yield child

    def _declared(self, node: Node) -> Iterator[Node]:
        """Yield what a stylesheet declares that an `href` leads to."""
        found = self._referred(node)
        if found is not None and found.element.tag in _STYLESHEETS:
            yield from self.children(found)
        elif found is not None:
            self.trouble(node, "this is no stylesheet of XSLT", "href")

    def _referred(self, node: Node) -> Node | None:
        """Return the element that an `href` leads to."""
        href = node.element.get("href", "")
        target, _, fragment = joined(node.url, href).partition("#")
        reference = f"{target}#{fragment}"
        if reference in node.through:
            self.trouble(node, "it leads back to itself", "href")
            return None
        try:
            tree = self._tree(target)
        except Unresolved as why:
            self._note(UNRESOLVED, node, str(why), "href")
            return None
        found = tree if tree is None or not fragment else _with_id(tree, fragment)
        if found is None:
            if tree is not None:
                self.trouble(node, f"no element there has the id `{fragment}`", "href")
            return None
        through = (*node.through, reference)
        return node._replace(element=found, url=target, through=through)

    def _tree(self, url: str) -> _Element | None:
        if url not in self._trees:
            source = self._sources.read(url)
            tree = self._trees[url] = tree_of(self._sources, url)
            if tree is None:
                self._add(SchemaTrouble(source.path, ILL_FORMED))
        return self._trees[url]

    def _note(
        self,
        kind: str,
        node: Node,
        detail: str,
        attribute: str,
        *,
        at_name: bool = False,
    ) -> None:
        element = node.element
        path = self._sources.read(node.url).path
        at = element.getroottree().getpath(element)
        subject = element.get(attribute, "") if attribute else ""
        trouble = SchemaTrouble(path, kind, at, attribute, subject, detail)
        self._add(trouble._replace(is_of_name=at_name))

    def _add(self, trouble: SchemaTrouble) -> None:
        if trouble.kind != IGNORED_FIX and not self._is_left_out:
            self.is_usable = False
        self._told.setdefault((trouble.path, trouble.at, trouble.attribute), trouble)


def _with_id(tree: _Element, fragment: str) -> _Element | None:
    xml_id = f"{{{XML}}}id"
    return next(
        (e for e in tree.iter("*") if fragment in {e.get("id"), e.get(xml_id)}), None
    )
