"""Linting a document that is too long to be a tree, some of its parts at a time.

The children that a long document repeats say nothing of each other. So many of them
as fit are put into a document of their own, with the start tag of the root before
them, for its namespaces, and the first child, which tells what the document is about.
Such an extract is linted as any document is, and what is found in those children is
moved to where they are. What is not a child of that name, the frame, is linted last,
with the first child and, if the document is cut off, the last one.

The diagnostics are those that the whole document would have.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.engine.lint import Outcome
from ctct_lint.engine.parts.frame import Frame
from ctct_lint.engine.parts.part_linter import PartLinter
from ctct_lint.engine.parts.reader import Reader
from ctct_lint.text.pieces import MOST, Piece, Pieces, TaglessError, pieces_of_text
from ctct_lint.xml.parts.outline import PartKind, Unclear

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter
    from ctct_lint.engine.parts.extract import ExtractPart

# The first child tells what a document is about; if it is broken, the second one.
_FIRSTS = 2
# So many characters of children make an extract.
SIZE = 1 << 18
# What is looked at to tell the vocabulary.
_START = 1 << 16


def lint_parts(
    linter: Linter, pieces: Iterable[bytes], settings: Settings, size: int = SIZE
) -> Outcome | None:
    """Lint a long document by its parts; its text is not kept.

    pieces  the document's bytes in order, wherever they are cut
    size    how many code points are linted together, or more by one part

    None if it has to be read as a whole: another vocabulary, an encoding that the
    start does not settle, parts of which it cannot be told where they end.
    """
    text = pieces_of_text(pieces)
    try:
        return None if text is None else _linted(linter, text, settings, size)
    except (TaglessError, Unclear):
        return None


def _linted(
    linter: Linter, text: Pieces, settings: Settings, size: int
) -> Outcome | None:
    first = list(_first(text.texts))
    profile = linter.profile_of("".join(piece.text for piece in first), settings)
    if profile is None or profile.series is None or profile.schematron is not None:
        return None
    reader = Reader(chain(first, text.texts), profile.series)
    parts = PartLinter(linter, settings, profile)
    _Work(parts, size).lint(reader)
    is_plain = text.is_plain and reader.is_plain
    return Outcome("", parts.diagnostics(), parts.crashed, is_plain=is_plain)


def _first(texts: Iterator[Piece]) -> Iterator[Piece]:
    size = 0
    for piece in texts:
        yield piece
        size += len(piece.text)
        if size >= _START:
            break


class _Work:
    """The linting of one document: which of its stretches are linted together."""

    def __init__(self, parts: PartLinter, size: int) -> None:
        self._parts = parts
        self._size = size
        self._is_whole = False
        self._frame = Frame()
        self._firsts = 0
        self._bunch: list[ExtractPart] = []
        self._size_of_bunch = 0

    def lint(self, reader: Reader) -> None:
        for kind, stretch in reader.stretches():
            self._take(kind, stretch)
            if max(len(stretch.text), self._frame.size) > MOST:
                raise Unclear
        frame = self._frame.stretches
        self._flush(frame[-1] if self._is_whole else None)
        self._parts.lint_frame(frame)

    def _take(self, kind: PartKind, stretch: ExtractPart) -> None:
        if kind is PartKind.CHILD and self._firsts == _FIRSTS:
            self._add_to_bunch(stretch)
            return
        if kind in {PartKind.STRAY, PartKind.CUT} and self._bunch:
            # A surplus end tag may be that of the last child; and of a document that
            # is cut off its last character is told.
            last = self._bunch.pop()
            self._size_of_bunch -= len(last.text)
            self._frame.insert(last)
        self._frame.add(stretch)
        self._is_whole = kind is PartKind.TAIL
        if kind is PartKind.HEAD:
            self._parts.begin_with(stretch)
        elif kind is PartKind.CHILD:
            self._firsts += 1
            if self._firsts == _FIRSTS:
                self._parts.remember(self._frame.stretches[1:])

    def _add_to_bunch(self, stretch: ExtractPart) -> None:
        if self._size_of_bunch >= self._size:
            self._flush()
        self._frame.add_beginning(stretch)
        self._bunch.append(stretch)
        self._size_of_bunch += len(stretch.text)

    def _flush(self, end: ExtractPart | None = None) -> None:
        """Lint the children that were read, with what ends the document if known."""
        if self._bunch:
            self._parts.lint(self._bunch, end)
            self._bunch, self._size_of_bunch = [], 0
