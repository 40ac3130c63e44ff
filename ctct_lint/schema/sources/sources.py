"""The files that a schema consists of: read from its folder and its catalog alone."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XML
from ctct_lint.schema.sources.catalog import Catalogs
from ctct_lint.schema.sources.text import readable, relocated, undeclared
from ctct_lint.text.regular import read_all, reason, short_path
from ctct_lint.text.uris import joined, path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.sources.text import Reference

LARGEST = 64 << 20
# Files of one schema, and bytes of all of them.
MOST_FILES = 2000
_MOST_BYTES = 256 << 20
# The attributes that every schema may use, such as `xml:lang`.
_XML_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "xml.xsd")


class Unresolved(Exception):  # noqa: N818 - it says what a reference is
    """A reference that leads to no file that may be read; says why, in words."""


class SchemaFile(NamedTuple):
    """One file of a schema.

    url     how it is known
    path    of the local file
    data    its bytes, as they are
    digest  of these
    """

    url: str
    path: str
    data: bytes
    digest: str


class Sources:
    """Reads the files of a schema, each once.

    A file is read if it is in the folder of the schema or below, in that of the
    catalog, or if the catalog names it; links are followed before this is judged.
    """

    def __init__(self, path: str, catalog: str = "") -> None:
        """Note the absolute paths of a schema and of its catalog; nothing is read."""
        self.url = uri_of(path)
        self.catalogs = Catalogs(catalog)
        folders = [os.path.dirname(p) for p in (path, catalog) if p]
        self._folders = tuple(map(os.path.realpath, folders))
        # What is on a share of another machine is not even looked at.
        self._drives = {os.path.splitdrive(folder)[0] for folder in folders}
        self._held: dict[str, bytes] = {}
        self._read: dict[str, SchemaFile | Unresolved] = {}
        self._texts: dict[str, str] = {}
        # What each text refers to as it is written, and where that leads to.
        self._references: dict[str, list[Reference]] = {}
        self._places: dict[str, list[str]] = {}
        self._every: tuple[SchemaFile, ...] | None = None
        # What the catalog says of namespaces.
        self._named: set[str] = set()
        self._bytes = 0

    def hold(self, path: str, text: str) -> None:
        """Take a text for a file, whatever it holds; before anything is read."""
        # Whatever encoding it declares, it is no matter here.
        self._held[path] = undeclared(text).encode("utf-8", "surrogatepass")

    def read(self, url: str) -> SchemaFile:
        """Return the file of a URL; Unresolved if there is none that may be read."""
        found = self._read.get(url)
        if found is None:
            try:
                found = self._load(url)
            except Unresolved as why:
                found = why
            self._read[url] = found
        if isinstance(found, Unresolved):
            raise found
        return found

    def text(self, url: str) -> str:
        """Return the text of a file, as validators may have it; see `text.readable`.

        Imports that lead nowhere have no place there any more.
        """
        if url not in self._texts:
            text = self.readable(url)
            written: list[Reference] = []
            places: list[str] = []

            def place(one: Reference) -> str | None:
                written.append(one)
                found = self.place(url, one)
                if found is not None:
                    places.append(joined(url, found))
                return found

            self._texts[url] = relocated(text, place)
            self._references[url], self._places[url] = written, places
        return self._texts[url]

    def references(self, url: str) -> list[Reference]:
        """Return what a file refers to, also in comments: it may be too much."""
        self.text(url)
        return self._references[url]

    def readable(self, url: str) -> str:
        """Return the text of a file without what must not be read."""
        return readable(self.read(url).data)

    def every(self) -> tuple[SchemaFile, ...]:
        """Return the file of the schema and all that it refers to, as far as read."""
        if self._every is None:
            self._every = tuple(self._found())
        return self._every

    def texts(self) -> Iterator[str]:
        """Yield the texts of all files."""
        return (self.text(source.url) for source in self.every())

    def have(self, word: str) -> bool:
        """Is a word in one of the files?"""
        return any(word in text for text in self.texts())

    def _found(self) -> Iterator[SchemaFile]:
        todo, seen = [self.url], {self.url}
        while todo:
            url = todo.pop()
            try:
                source = self.read(url)
            except Unresolved:
                continue
            yield source
            self.text(url)
            for target in self._places[url]:
                if target and target not in seen:
                    seen.add(target)
                    todo.append(target)

    def fingerprint(self) -> str:
        """Return what tells this schema, as it is, from all others."""
        lines = "\n".join(f"{digest} {url}" for url, digest in self.state())
        return sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()

    def state(self) -> tuple[tuple[str, str], ...]:
        """Return the URLs of all files with what tells their contents."""
        found = [(source.url, source.digest) for source in self.every()]
        catalogs = self.catalogs.paths
        return (*found, *((uri_of(path), _digest_of(path)) for path in catalogs))

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the files, the first is that of the schema itself.

        Those that it may have, and that cannot be read, are among them.
        """
        own = path_of(self.url) or ""
        self.every()
        others = filter(None, map(self._path, self._read))
        return tuple(dict.fromkeys((own, *others, *self.catalogs.paths)))

    def located(self, url: str) -> str:
        """Return the local file of a URL; Unresolved if there is none in bounds."""
        named = self.catalogs.find(url)
        if named is not None:
            return named
        path = path_of(url)
        if path is None:
            raise Unresolved("no local file stands for it: a catalog can say which")
        is_named = url == self.url or path in {_XML_FILE, *self._named}
        if not is_named and not self._is_inside(path):
            raise Unresolved("it is outside of the schema's folder")
        return path

    def _path(self, url: str) -> str | None:
        try:
            return self.located(url)
        except Unresolved:
            return None

    def _load(self, url: str) -> SchemaFile:
        path = self.located(url)
        if len(self._read) >= MOST_FILES:
            raise Unresolved(f"a schema has at most {MOST_FILES:,} files")
        data = self._held.get(path)
        try:
            if data is None:
                data = read_all(path, min(LARGEST, _MOST_BYTES - self._bytes))
        except OSError as error:
            raise Unresolved(self._of_catalog(url, path) + reason(error)) from None
        self._bytes += len(data)
        return SchemaFile(url, path, data, sha256(data).hexdigest())

    def _of_catalog(self, url: str, path: str) -> str:
        """Return what says that the catalog names a file, "" if it does not."""
        is_named = path in self._named or self.catalogs.find(url) == path
        return f"the catalog has `{short_path(path)}` for it: " if is_named else ""

    def _is_inside(self, path: str) -> bool:
        drive, _ = os.path.splitdrive(path)
        real = os.path.realpath(path) if drive in self._drives else ""
        return any(real.startswith(os.path.join(f, "")) for f in self._folders)

    def place(self, base: str, reference: Reference) -> str | None:
        """Return the URL that a reference leads to, by its place or its namespace."""
        location, namespace = reference.location, reference.namespace or ""
        url = "" if location is None else joined(base, location)
        if url and (reference.kind != "import" or self.leads(url)):
            return url
        named = self.named(namespace)
        if named is not None:
            return named if self.leads(named) else None
        return uri_of(_XML_FILE) if namespace == XML else None

    def named(self, namespace: str) -> str | None:
        """Return the URL of the file that the catalog has for a namespace."""
        path = self.catalogs.find(namespace) if namespace else None
        if path is None:
            return None
        self._named.add(path)
        return uri_of(path)

    def leads(self, url: str) -> bool:
        """Is there a file of a URL that may be read?"""
        try:
            self.read(url)
        except Unresolved:
            return False
        return True


def _digest_of(path: str) -> str:
    try:
        return sha256(read_all(path, LARGEST)).hexdigest()
    except OSError:
        return ""
