"""What the files of a schema declare, by the kind of component and its name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XS, local_name
from ctct_lint.schema.sources.lost import tree_of
from ctct_lint.schema.sources.text import references
from ctct_lint.text.uris import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.sources.sources import Sources

    # By the kind of components: the namespaces and local names of those that there are.
    Declared = dict[str, set[tuple[str, str]]]

TYPE, ELEMENT, ATTRIBUTE = "type", "element", "attribute"
GROUP, ATTRIBUTES, KEY = "group", "attribute group", "key"
_GLOBAL = {
    "simpleType": TYPE,
    "complexType": TYPE,
    "element": ELEMENT,
    "attribute": ATTRIBUTE,
    "group": GROUP,
    "attributeGroup": ATTRIBUTES,
}
_ANYWHERE = frozenset({"key", "unique"})
_PARTS = ("include", "redefine", "override")


class File(NamedTuple):
    """A file of a schema: its tree, and the namespaces that its components are in.

    That is its own one; one that says none has that of each file that includes it.
    """

    path: str
    tree: _Element
    spaces: frozenset[str]


def files_of(sources: Sources) -> Iterator[File]:
    """Yield the files of a schema that are XML."""
    spaces: defaultdict[str, set[str]] = defaultdict(set)
    trees: dict[str, _Element] = {}
    todo = [(sources.url, "")]
    while todo:
        url, above = todo.pop()
        tree = trees.get(url)
        if tree is None and sources.leads(url):
            tree = tree_of(sources, url)
        space = above if tree is None else tree.get("targetNamespace", above)
        if tree is None or space in spaces[url]:
            continue
        trees[url] = tree
        spaces[url].add(space)
        for one in references(sources.text(url)):
            if one.location is not None:
                inside = space if one.kind in _PARTS else ""
                todo.append((joined(url, one.location), inside))
    for url, tree in trees.items():
        yield File(sources.read(url).path, tree, frozenset(spaces[url]))


def declared_in(files: Iterable[File]) -> Declared:
    """Return what files declare that others may name."""
    found: Declared = defaultdict(set)
    for file in files:
        for element in file.tree.iter(f"{XS}*"):
            kind, name = _kind_of(element), element.get("name", "").strip()
            if kind:
                found[kind].update((uri, name) for uri in file.spaces)
    return found


def _kind_of(element: _Element) -> str:
    """Return of what kind an element declares something; "" if it does not."""
    name, parent = local_name(element), element.getparent()
    if name in _ANYWHERE:
        return KEY
    if parent is None:
        return ""
    is_global = parent.getparent() is None or local_name(parent) in _PARTS
    return _GLOBAL.get(name, "") if is_global else ""
