"""The document in what stands round it: an `entry` in a SOAP envelope or a page.

The root is the element with the payload. What stands round it is one fault, and the
document is looked at as if it stood alone.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS, RESOURCES
from ctct_lint.schema.names import children, has_text, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = ("entry", "feed")
_ENTRIES = tuple(f"{{*}}{name}" for name in _ROOTS)
# What is meant for the service wherever it stands.
_PAYLOADS = tuple(r.tag for r in RESOURCES if r.is_known_alone)


def document_in(root: _Element) -> tuple[_Element, tuple[Fault, ...]]:
    """Return the element that is the document, and the fault of what is round it."""
    inner = None if _is_document(root) else _inner(root)
    if inner is None:
        return root, ()
    related = ((name_of(inner), local_name(inner)),)
    at, name = name_of(root), local_name(root)
    return inner, (Fault("unknown-root", at, name, "", _ROOTS, related),)


def _is_document(root: _Element) -> bool:
    """Is it one of the roots, with what it should hold, or a payload without any?"""
    name = local_name(root)
    if root.tag in DOCUMENTS or name in CHECKED or name == "feed":
        return True
    for content in root.iterchildren("{*}content"):
        for held in children(content):
            if local_name(held) != "entry" or _is_needless(held):
                return True
    return False


def _is_needless(entry: _Element) -> bool:
    """Is it an entry that says nothing itself, round the payload in `content`?"""
    return len(entry) == 1 and local_name(entry[0]) in CHECKED


def _inner(root: _Element) -> _Element | None:
    """Return the first entry that is as it should be, else the first, or a payload.

    What is nearly called an entry is one without its content, not round a payload.
    """
    inside = [e for e in root.iter(*_ENTRIES) if e is not root]
    if inside:
        return next(filter(_is_document, inside), inside[0])
    from ctct_lint.text.spelling import closest

    if closest(local_name(root), _ROOTS) is not None:
        return None
    return next(root.iter(*_PAYLOADS), None)


def tags_round(inner: _Element, root: _Element) -> tuple[_Element, ...]:
    """Return the elements round a document, none if more than their tags were lost."""
    above = list(inner.iterancestors())
    above = above[: above.index(root) + 1]
    if not all(map(_is_bare, above)) or _inherits(inner, above[0]):
        return ()
    return tuple(above)


def _is_bare(element: _Element) -> bool:
    """Say whether it holds one element and nothing else."""
    texts = (element.text, *(child.tail for child in element))
    return len(element) == 1 and not element.attrib and not any(map(has_text, texts))


def _inherits(inner: _Element, parent: _Element) -> bool:
    """Has the document a namespace that its parent declares?"""
    known = set(parent.nsmap.values())
    names = chain.from_iterable((e.tag, *e.attrib) for e in inner.iter("*"))
    return any(str(name)[1:].rpartition("}")[0] in known for name in names)
