"""What is told of files that are open nowhere, because of documents that are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ctct_lint.server.checks import Checked
    from ctct_lint.server.documents import Documents


class Beside:
    """Sends what is wrong with the schemas of documents, each for its own file."""

    def __init__(
        self, documents: Documents, send: Callable[[str, Checked | None], None]
    ) -> None:
        """Note how diagnostics are sent; None: there are none to be shown any more."""
        self._documents = documents
        self._send = send
        # By the URI of the document, then by the path of the file.
        self._told: dict[str, dict[str | None, Checked]] = {}

    def tell(self, uri: str, files: Iterable[Checked] = ()) -> None:
        """Send what is wrong with files because of a document, and no more of others.

        Of a file that is open more is known: it is passed over.
        """
        before = self._told.pop(uri, {})
        now = {one.document.path: one for one in files}
        if now:
            self._told[uri] = now
        opened = {document.path for document in self._documents}
        for path, checked in now.items():
            if path not in opened and not _is_same(before.get(path), checked):
                self._send(checked.document.uri, checked)
        for path, checked in before.items():
            if path not in opened and self._of(path) is None:
                self._send(checked.document.uri, None)

    def closed(self, path: str | None) -> None:
        """Send what was passed over while a file was open."""
        checked = self._of(path)
        if checked is not None:
            self._send(checked.document.uri, checked)

    def _of(self, path: str | None) -> Checked | None:
        found = (files[path] for files in self._told.values() if path in files)
        return next(found, None)


def _is_same(before: Checked | None, now: Checked) -> bool:
    return before is not None and before.diagnostics == now.diagnostics
