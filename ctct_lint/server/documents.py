"""The open documents: their text is what counts, whatever the files hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.server.positions import UTF_16, Positions
from ctct_lint.text.source import line_ends_of
from ctct_lint.text.uris import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.text.source import Position
    from ctct_lint.xml.draft import TextEdit


class TextChange(NamedTuple):
    """A text that takes the place of a range; without one, that of all there is.

    start, end  line and character, as the client counts them
    """

    text: str
    start: tuple[int, int] | None = None
    end: tuple[int, int] | None = None


class OpenDocument:
    """One version of an open document; it does not change."""

    def __init__(self, uri: str, version: int, text: str, encoding: str) -> None:
        self.uri = uri
        self.version = version
        self.text = text
        self.encoding = encoding

    @cached_property
    def path(self) -> str | None:
        """The path of its file, None where it has none."""
        return path_of(self.uri)

    @cached_property
    def positions(self) -> Positions:
        """How the client counts in this text."""
        return Positions(self.text, self.encoding)

    def offset(self, line: int, character: int) -> int:
        """Return the offset of what the client calls a position."""
        return self.positions.offset(line, character)

    def position(self, at: Position | int) -> tuple[int, int]:
        """Return line and character, as the client counts them."""
        if isinstance(at, int):
            return self.positions.at(at)
        return self.positions.of(at)

    def spelt(self, edits: Iterable[TextEdit]) -> list[TextEdit]:
        """Return edits whose line ends are those of the document."""
        with_line_ends = line_ends_of(self.text)
        return [e._replace(new=with_line_ends(e.new)) for e in edits]

    def changed(self, version: int, changes: Iterable[TextChange]) -> OpenDocument:
        """Return the next version; each change is of what the one before left."""
        document = self
        for change in changes:
            text = document._with(change)
            document = OpenDocument(self.uri, version, text, self.encoding)
        return document

    def _with(self, change: TextChange) -> str:
        if change.start is None or change.end is None:
            return change.text
        start, end = sorted((self.offset(*change.start), self.offset(*change.end)))
        return self.text[:start] + change.text + self.text[end:]


class Documents:
    """What is open, by URI as the client writes it."""

    def __init__(self) -> None:
        self.encoding = UTF_16
        self._open: dict[str, OpenDocument] = {}

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> OpenDocument | None:
        """Return the current version of a document, None if it is not open."""
        return self._open.get(uri)

    def is_current(self, document: OpenDocument) -> bool:
        """Is there no newer version, and is it still open?"""
        return self._open.get(document.uri) is document

    def open(self, uri: str, version: int, text: str) -> OpenDocument:
        """Open a document, or replace what was open under its name."""
        document = OpenDocument(uri, version, text, self.encoding)
        self._open[uri] = document
        return document

    def change(
        self, uri: str, version: int, changes: Iterable[TextChange]
    ) -> OpenDocument | None:
        """Return the new version; None if it is not open, or known to be newer."""
        document = self._open.get(uri)
        if document is None or version < document.version:
            return None
        changed = self._open[uri] = document.changed(version, changes)
        return changed

    def close(self, uri: str) -> None:
        """Forget a document, whether it is open or not."""
        self._open.pop(uri, None)
