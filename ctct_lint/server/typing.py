"""What is asked while somebody types: it does not wait for what is linted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.editing.outline import Outline, outline
from ctct_lint.server.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.profiles.profile import Profile
    from ctct_lint.server.documents import Documents, OpenDocument
    from ctct_lint.server.folders import Folder, Folders

_Answer = TypeVar("_Answer")


class TypedDocument:
    """A version of a document with what is known of it; each found when needed."""

    def __init__(self, document: OpenDocument, folder: Folder) -> None:
        self.document = document
        self.folder = folder

    @cached_property
    def profile(self) -> Profile | None:
        """The vocabulary that it is of."""
        return self.folder.profile_of(self.document.path, self.document.text)

    @cached_property
    def operation(self) -> str | None:
        """What it is for, if somebody said so."""
        return self.folder.operation_of(self.document.path)

    @cached_property
    def outline(self) -> Outline:
        """Its elements."""
        return outline(self.document.text, self.profile)


class Typing:
    """Answers questions about open documents, one after another."""

    def __init__(self, documents: Documents, folders: Folders) -> None:
        self._documents = documents
        self._folders = folders
        self._worker = Worker("type")
        self._last: TypedDocument | None = None

    async def ask(
        self, uri: str, question: Callable[[TypedDocument], _Answer]
    ) -> _Answer | None:
        """Return the answer for the version that is current; None if it is not open."""
        document = self._documents.get(uri)
        if document is None:
            return None
        subject = self._subject(document)
        return await self._worker.do(lambda: question(subject))

    def stop(self) -> None:
        """End the thread."""
        self._worker.stop()

    def _subject(self, document: OpenDocument) -> TypedDocument:
        folder = self._folders.of(document.path)
        last = self._last
        if last is None or last.document is not document or last.folder is not folder:
            last = self._last = TypedDocument(document, folder)
        return last
