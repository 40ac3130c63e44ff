"""The diagnostics of open documents: each version is linted once, in the worker."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.server.documents import OpenDocument
from ctct_lint.text.uris import uri_of

if TYPE_CHECKING:
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.server.documents import Documents
    from ctct_lint.server.folders import Folder, Folders
    from ctct_lint.server.worker import Worker
    from ctct_lint.session.files.result import FileResult


class Checked(NamedTuple):
    """A document and what is wrong with it; `troubles` is why that is not known.

    `rule_pages` is where the pages of rules are published, "" if they are nowhere.
    `beside` are the files of its schema that are at fault, as they are on the disk;
    `is_open` is False for such a file.
    """

    document: OpenDocument
    diagnostics: tuple[Diagnostic, ...] = ()
    troubles: tuple[str, ...] = ()
    rule_pages: str = ""
    beside: tuple[Checked, ...] = ()
    is_open: bool = True


def checked_file(
    folder: Folder, path: str, result: FileResult, encoding: str
) -> Checked:
    """Return what is wrong with a file as it is on the disk."""
    document = OpenDocument(uri_of(path), 0, result.text, encoding)
    beside = _beside(folder, result, encoding)
    return Checked(
        document, result.diagnostics, (), folder.rule_pages, beside, is_open=False
    )


def _beside(folder: Folder, result: FileResult, encoding: str) -> tuple[Checked, ...]:
    files = folder.schemas_at_fault(result).items()
    return tuple(checked_file(folder, path, one, encoding) for path, one in files)


class Checks:
    """Checks what is open, no version that is out of date."""

    def __init__(self, documents: Documents, folders: Folders, worker: Worker) -> None:
        self._documents = documents
        self._folders = folders
        self._worker = worker
        self._known: dict[str, tuple[OpenDocument, asyncio.Future[Checked | None]]] = {}

    def forget(self, uri: str | None = None) -> None:
        """Forget what is known of a document, or of all: the configuration changed."""
        if uri is None:
            self._known.clear()
        else:
            self._known.pop(uri, None)

    async def of(self, uri: str) -> Checked | None:
        """Return the diagnostics of the version that is current when they are there.

        None if it is not open, or closed meanwhile.
        """
        while (document := self._documents.get(uri)) is not None:
            work = self._started(document)
            checked = await asyncio.shield(work)
            is_valid = self._known.get(uri) == (document, work)
            if checked is not None and is_valid and self._is_current(document):
                return checked
        return None

    def _started(self, document: OpenDocument) -> asyncio.Future[Checked | None]:
        known = self._known.get(document.uri)
        if known is not None and known[0] is document:
            return known[1]
        # As the folders are now: a change of the configuration replaces them.
        folder = self._folders.of(document.path)

        def check() -> Checked | None:
            if not self._is_current(document):
                return None
            result = folder.check_text(document.path, document.text)
            troubles = tuple(why for _, why in result.failures)
            beside = _beside(folder, result, document.encoding)
            pages = folder.rule_pages
            return Checked(document, result.diagnostics, troubles, pages, beside)

        work = self._worker.do(check)
        self._known[document.uri] = document, work
        return work

    def _is_current(self, document: OpenDocument) -> bool:
        return self._documents.is_current(document)
