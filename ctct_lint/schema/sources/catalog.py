"""OASIS XML catalogs: which local file stands for a URI.

See https://www.oasis-open.org/committees/entity/spec-2001-08-06.html and version 1.1
of it. A schema is asked for as a URI and as a system identifier: both kinds of entries
count. What a catalog says is never fetched: only local files are of use.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XML
from ctct_lint.schema.sources.text import readable
from ctct_lint.schema.sources.urls import joined
from ctct_lint.text.regular import read_all, reason
from ctct_lint.text.uris import path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NAMESPACE = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_BASE = f"{{{XML}}}base"
LARGEST = 16 << 20
# Catalogs may name each other; no more than so many are read.
_MOST = 100
# For each kind of entries: the attribute with the key, and that with what it leads to.
_EXACT = {"uri": ("name", "uri"), "system": ("systemId", "uri")}
_PREFIX = {
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
}
_SUFFIX = {
    "uriSuffix": ("uriSuffix", "uri"),
    "systemSuffix": ("systemIdSuffix", "uri"),
}
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


class Catalogs:
    """A catalog and those that it names, each read when it is asked.

    A catalog that cannot be read knows nothing; `troubles` has why, in words.
    """

    def __init__(self, path: str = "") -> None:
        """Note the absolute path of the first one, "" for none at all."""
        self.path = path
        self.troubles: list[str] = []
        self._read: dict[str, Catalog | None] = {}

    def find(self, uri: str) -> str | None:
        """Return the path of the local file that stands for a URI, None without one."""
        if not self.path:
            return None
        url = self._find(uri, uri_of(self.path), set())
        return None if url is None else path_of(url)

    @property
    def trouble(self) -> str:
        """Why the first catalog cannot be read, "" if it can."""
        is_read = not self.path or self._catalog(uri_of(self.path)) is not None
        return "" if is_read else self.troubles[0]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the catalogs that were read."""
        return tuple(filter(None, map(path_of, self._read)))

    def every(self) -> tuple[str, ...]:
        """Return the paths of the catalogs, those that cannot be read among them."""
        todo = [uri_of(self.path)] if self.path else []
        while todo:
            catalog = self._catalog(todo.pop())
            others = () if catalog is None else catalog.others
            todo += {other for _, other in others}.difference(todo, self._read)
        return self.paths

    def _find(self, uri: str, url: str, asked: set[str]) -> str | None:
        """Look in a catalog, then in those that it names, each once."""
        asked.add(url)
        catalog = self._catalog(url)
        if catalog is None:
            return None
        found = catalog.find(uri)
        for start, other in () if found else catalog.others:
            if uri.startswith(start) and other not in asked:
                found = self._find(uri, other, asked)
                if found is not None:
                    break
        return found

    def _catalog(self, url: str) -> Catalog | None:
        if url not in self._read and len(self._read) < _MOST:
            self._read[url] = self._load(url)
        return self._read.get(url)

    def _load(self, url: str) -> Catalog | None:
        path = path_of(url)
        if path is None:
            self.troubles.append(f"the catalog {url} is no local file")
            return None
        try:
            catalog = read_catalog(path)
        except OSError as error:
            why = reason(error)
        except etree.XMLSyntaxError as error:
            why = f"not well-formed in line {error.lineno}"
        else:
            if catalog is not None:
                return catalog
            why = "it is no OASIS catalog"
        self.troubles.append(f"cannot read the catalog {os.path.relpath(path)}: {why}")
        return None


def read_catalog(path: str) -> Catalog | None:
    """Read a catalog file; None if it is none.

    Raises OSError or XMLSyntaxError if that cannot be done.
    """
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True)
    text = readable(read_all(path, LARGEST))
    root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
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
