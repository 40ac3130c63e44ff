"""OASIS XML catalogs: which local file stands for a URI.

See https://www.oasis-open.org/committees/entity/spec-2001-08-06.html and version 1.1
of it. A schema is asked for as a URI and as a system identifier: both kinds of entries
count. What a catalog says is never fetched: only local files are of use.
"""

from __future__ import annotations

import os

from lxml import etree

from ctct_lint.schema.sources.catalog_file import Catalog, read_catalog
from ctct_lint.text.regular import reason
from ctct_lint.text.uris import path_of, uri_of

# Catalogs may name each other; no more than so many are read.
_MOST = 100


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
            known = {*todo, *self._read}
            named = dict.fromkeys(other for _, other in others)
            todo += [other for other in named if other not in known]
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
