"""One OASIS XML catalog, read from its file: which local file stands for a URI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XML
from ctct_lint.schema.sources.text import readable
from ctct_lint.text.regular import read_all
from ctct_lint.text.uris import joined, uri_of
from ctct_lint.xml.parsing import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NAMESPACE = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_BASE = f"{{{XML}}}base"
LARGEST = 16 << 20
# For each kind of entries: the attribute with the key, and that with what it leads to.
_EXACT = {"uri": ("name", "uri"), "system": ("systemId", "uri")}
_PREFIX = {
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
}
_SUFFIX = {"uriSuffix": ("uriSuffix", "uri"), "systemSuffix": ("systemIdSuffix", "uri")}
_DELEGATE = {
    "delegateURI": ("uriStartString", "catalog"),
    "delegateSystem": ("systemIdStartString", "catalog"),
}


class Catalog(NamedTuple):
    """One catalog file; keys with the URLs that stand for them, in order.

    url       of the file
    exact     whole URIs
    prefixes  starts of URIs, the longest first
    suffixes  ends of URIs, the longest first
    others    starts of URIs ("": all) with further catalogs
    """

    url: str
    exact: dict[str, str]
    prefixes: tuple[tuple[str, str], ...]
    suffixes: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]

    def find(self, uri: str) -> str | None:
        """Return the URL that this file alone has for a URI."""
        found = self.exact.get(uri)
        if found is not None:
            return found
        for start, instead in self.prefixes:
            if uri.startswith(start):
                return instead + uri[len(start) :]
        return next((to for end, to in self.suffixes if uri.endswith(end)), None)


def read_catalog(path: str) -> Catalog | None:
    """Read a catalog file; None if it is none.

    Raises OSError or XMLSyntaxError if that cannot be done.
    """
    root = parsed(readable(read_all(path, LARGEST)))
    if root.tag != f"{{{_NAMESPACE}}}catalog":
        return None
    url = uri_of(path)
    entries = list(_entries(root, url))
    return Catalog(
        url=url,
        exact=dict(reversed(list(_pairs(entries, _EXACT)))),
        prefixes=_longest_first(_pairs(entries, _PREFIX)),
        suffixes=_longest_first(_pairs(entries, _SUFFIX)),
        others=(
            *_longest_first(_pairs(entries, _DELEGATE)),
            *_pairs(entries, {"nextCatalog": ("", "catalog")}),
        ),
    )


def _entries(root: _Element, url: str) -> Iterator[tuple[_Element, str]]:
    """Yield the entries of a catalog, each with the URL that it is relative to."""
    todo = [(root, url)]
    while todo:
        element, base = todo.pop()
        if isinstance(element.tag, str):
            here = joined(base, element.get(_BASE, ""))
            yield element, here
            todo.extend((child, here) for child in reversed(element))


def _pairs(
    entries: list[tuple[_Element, str]], kinds: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the key of each entry of some kinds with the URL that it leads to."""
    for element, base in entries:
        namespace, _, name = element.tag[1:].rpartition("}")
        if namespace != _NAMESPACE or name not in kinds:
            continue
        of_key, of_target = kinds[name]
        key = element.get(of_key, "") if of_key else ""
        target = element.get(of_target)
        if target is not None and (key or not of_key):
            yield key, joined(base, target)


def _longest_first(pairs: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
