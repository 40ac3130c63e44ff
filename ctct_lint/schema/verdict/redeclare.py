"""A tree as it would be if its namespaces were declared right.

lxml cannot change a declaration, so the tree is made anew. Whatever is told of that
tree is told of the one that was read: their elements come in the same order.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import local_name
from ctct_lint.schema.typed.xsi import TYPE
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
# A start tag: lxml writes neither of `<>` in a text or a value, and the trees of
# documents have no comments.
_TAG = lazy(r"<(?P<name>[^\s<>/!?]+)(?P<rest>[^<>]*)>")
# What a prefix is declared for whose elements should have no namespace: none can be.
_NONE = "urn:ctct-lint:no-namespace"
# An attribute, whole: a value may hold what looks like another one.
_ATTRIBUTE = lazy(r"""\s(?P<name>[^\s=]+)=(?:"[^"]*"|'[^']*')""")


class Declaration(NamedTuple):
    """A prefix, "" for none, that an element declares for a namespace."""

    element: _Element
    prefix: str


class Changes(NamedTuple):
    """What is to be changed in a tree.

    right   the namespaces by what declares another one
    names   the names of elements, in Clark notation
    types   the values of `xsi:type`
    """

    right: Mapping[Declaration, str]
    names: Mapping[_Element, str] = MappingProxyType({})
    types: Mapping[_Element, str] = MappingProxyType({})


class Twin:
    """A tree with the namespaces that some declarations should have.

    It is the tree itself where all are right.
    """

    def __init__(self, root: _Element, changes: Changes) -> None:
        """Copy a tree, with changes made."""
        is_other = any(changes)
        self.root = _redeclared(root, changes.right) if is_other else root
        pairs = zip(self.root.iter(), root.iter(), strict=True) if is_other else ()
        self._originals: dict[_Element, _Element] = dict(pairs)
        for copy, original in self._originals.items():
            if original in changes.names:
                copy.tag = changes.names[original]
            if original in changes.types:
                copy.set(TYPE, changes.types[original])

    def original(self, fault: Fault) -> Fault:
        """Return a fault of the copy as one of the tree."""
        if not self._originals:
            return fault
        return fault._replace(
            at=self._place(fault.at),
            related=tuple((self._place(at), name) for at, name in fault.related),
            edits=tuple((self._place(at), new) for at, new in fault.edits),
        )

    def rename(self) -> None:
        """Give the elements of the tree the names that those of the copy have."""
        for copy, original in self._originals.items():
            if copy.tag != original.tag:
                original.tag = copy.tag

    def _place(self, at: Place) -> Place:
        element = at.element
        assert element is not None  # noqa: S101 - faults of the schema have one
        original = self._originals.get(element, element)
        return at._replace(element=original, name=_attribute_of(original, at.name))


def _redeclared(root: _Element, right: Mapping[Declaration, str]) -> _Element:
    by_element: dict[_Element, dict[str, str]] = {}
    for (element, prefix), uri in right.items():
        by_element.setdefault(element, {})[prefix] = uri
    elements = iter(root.iter())

    def with_right(tag: re.Match[str]) -> str:
        spaces = by_element.get(next(elements))
        return tag[0] if spaces is None else _declaring(tag, spaces)

    text = etree.tostring(root, encoding="unicode", with_tail=False)
    made = etree.fromstring(_TAG.sub(with_right, text), _PARSER)
    for element in made.iter(f"{{{_NONE}}}*"):
        element.tag = local_name(element)
    if "" in right.values():
        for element in made.iter("*"):
            _bare_attributes(element)
    return made


def _bare_attributes(element: _Element) -> None:
    """Take attributes out of the namespace that should be none."""
    start = f"{{{_NONE}}}"
    for name in [str(one) for one in element.attrib if str(one).startswith(start)]:
        bare = name.removeprefix(start)
        if bare not in element.attrib:
            element.set(bare, element.attrib.pop(name))


def _attribute_of(element: _Element, name: str) -> str:
    """Return the name of an attribute, which may be in a wrong namespace there."""
    names = [str(one) for one in element.attrib] if name[:1] not in {"", "{"} else []
    if not names or name in names:
        return name
    return next((one for one in names if one.endswith(f"}}{name}")), name)


def _declaring(tag: re.Match[str], spaces: Mapping[str, str]) -> str:
    """Return a start tag with other namespaces for some of its prefixes."""
    # It imports half of what there is for networks.
    from xml.sax.saxutils import quoteattr

    declared = {
        f"xmlns:{prefix}" if prefix else "xmlns": uri or _NONE * bool(prefix)
        for prefix, uri in spaces.items()
    }

    def without_wrong(found: re.Match[str]) -> str:
        return "" if found["name"] in declared else found[0]

    right = "".join(f" {name}={quoteattr(uri)}" for name, uri in declared.items())
    return f"<{tag['name']}{right}{_ATTRIBUTE.sub(without_wrong, tag['rest'])}>"
