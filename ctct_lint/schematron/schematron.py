"""The rules of a Schematron file: read when a document needs them, and run on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.schematron.files import Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.sources.trouble import SchemaTrouble
    from ctct_lint.schematron.failure import Failure
    from ctct_lint.schematron.model import Schema


class Schematron:
    """A Schematron schema by its file and phase; another process reads it itself."""

    def __init__(self, path: str, phase: str = "") -> None:
        """Note an absolute path and a phase, "" for the default; nothing is read."""
        self.path = path
        self.phase = phase
        self._files = Files(path)

    def __reduce__(self) -> tuple[type[Schematron], tuple[str, str]]:
        """Another process reads the files itself."""
        return type(self), (self.path, self.phase)

    def hold(self, path: str, text: str) -> None:
        """Take a text for a file, whatever it holds; before anything is read."""
        self._files.hold(path, text)

    def _read(self) -> Files:
        """Return the files once the schema is read, and what is wrong is known."""
        _ = self._schema
        return self._files

    @cached_property
    def _schema(self) -> Schema | None:
        # elementpath takes long to import: only who has such a schema waits for it.
        from ctct_lint.schematron.read import read_schema

        return read_schema(self._files, self.phase)

    @property
    def is_used(self) -> bool:
        """Are documents checked by it, be it without some of its checks?"""
        return self._schema is not None

    @property
    def troubles(self) -> tuple[SchemaTrouble, ...]:
        """Why it cannot be used, or which of its checks; () if all can."""
        return self._read().troubles

    @property
    def remarks(self) -> tuple[SchemaTrouble, ...]:
        """What of it is not used, though all else is."""
        return () if self._schema is None else self._files.remarks

    @property
    def is_of_moment(self) -> bool:
        """Does what it says depend on the time?"""
        return self._schema is not None and self._schema.is_of_moment

    def state(self) -> str:
        """Return what tells its files, as they are, from all others."""
        return f"{self.phase} {self._files.state()}"

    def files(self) -> tuple[str, ...]:
        """Return the paths of its files, those that cannot be read among them."""
        return self._files.paths()

    def failures(self, root: _Element, text: str) -> Iterator[Failure]:
        """Yield what it says against the tree of a text; nothing if it is not used."""
        if self._schema is not None:
            from ctct_lint.schematron.run import failures

            yield from failures(self._schema, root, text)
