"""What is wrong with the files of a schema before anybody compiles them.

References that lead to no file, files that are no XML, and those that would be taken
for something else than they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XS
from ctct_lint.schema.sources.sources import Unresolved
from ctct_lint.schema.sources.text import Reference
from ctct_lint.schema.sources.trouble import (
    ILL_FORMED,
    INVALID,
    UNRESOLVED,
    SchemaTrouble,
)
from ctct_lint.text.encoding import decode
from ctct_lint.text.patterns import lazy
from ctct_lint.text.uris import joined
from ctct_lint.xml.parsing import parsed, safe_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.sources.sources import SchemaFile, Sources

_EMPTY = lazy(r"""targetNamespace\s*=\s*(?:""|'')""")
_TARGET = "targetNamespace"
_IS_EMPTY = f"`{_TARGET}` is empty: a schema of no namespace does without it"
_NO_CATALOG = "it has no `schemaLocation`, and no catalog has its namespace"


class LostReference(NamedTuple):
    """A reference that leads nowhere, and the trouble that it makes."""

    reference: Reference
    trouble: SchemaTrouble


def lost_in(sources: Sources) -> Iterator[LostReference]:
    """Yield what the files of a schema refer to, and cannot be read."""
    for source in sources.every():
        # Few schemas lack anything: the tree is made for those alone.
        written = sources.references(source.url)
        if any(_why_lost(sources, source.url, one) for one in written):
            yield from _lost_in(sources, source)


def ill_formed_in(sources: Sources) -> Iterator[SchemaTrouble]:
    """Yield the files that are no XML."""
    for source in sources.every():
        if tree_of(sources, source.url) is None or _is_undecodable(source):
            yield SchemaTrouble(source.path, ILL_FORMED)


def unfit_in(sources: Sources) -> Iterator[SchemaTrouble]:
    """Yield what libxml2 would refuse in the files as they are, or take for nothing.

    It has the files decoded, however that went, and it takes an empty target namespace
    for one, which no document can have.
    """
    if any(map(_is_undecodable, sources.every())):
        yield from ill_formed_in(sources)
    for source in sources.every():
        tree = None
        if _EMPTY.search(sources.text(source.url)):
            tree = tree_of(sources, source.url)
        if tree is not None and tree.get(_TARGET) == "":
            yield SchemaTrouble(source.path, INVALID, "/*", _TARGET, detail=_IS_EMPTY)


def _is_undecodable(source: SchemaFile) -> bool:
    """Is it no XML for its bytes alone?"""
    if not decode(source.data).troubles:
        return False
    try:
        etree.fromstring(source.data, safe_parser(encoding=None))
    except etree.XMLSyntaxError:
        return True
    return False


def tree_of(
    sources: Sources, url: str, *, has_comments: bool = False
) -> _Element | None:
    """Return the tree of a file, None if it is no XML."""
    parser = safe_parser(remove_comments=not has_comments)
    try:
        return parsed(sources.readable(url), parser)
    except etree.XMLSyntaxError:
        return None


def _lost_in(sources: Sources, source: SchemaFile) -> Iterator[LostReference]:
    tree = tree_of(sources, source.url)
    for element in () if tree is None else tree:
        kind = str(element.tag).removeprefix(XS)
        if kind not in {"include", "import", "redefine", "override"}:
            continue
        location = element.get("schemaLocation")
        reference = Reference(kind, element.get("namespace"), location)
        why = _why_lost(sources, source.url, reference)
        if why:
            at = element.getroottree().getpath(element)
            attribute = "namespace" if location is None else "schemaLocation"
            subject = element.get(attribute, "")
            trouble = SchemaTrouble(
                source.path, UNRESOLVED, at, attribute, subject, why
            )
            yield LostReference(reference, trouble)


def _why_lost(sources: Sources, base: str, reference: Reference) -> str:
    """Return why a reference leads nowhere, "" if it leads to a file."""
    url = sources.place(base, reference)
    if url is None:
        url = sources.named(reference.namespace or "")
    if url is None:
        if reference.location is None:
            return _NO_CATALOG
        url = joined(base, reference.location)
    try:
        sources.read(url)
    except Unresolved as why:
        return str(why)
    return ""
