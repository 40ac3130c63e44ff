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

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.engine.lint import Outcome, crash_of_linter
from ctct_lint.engine.parse import parse
from ctct_lint.engine.parts.extract import Extract, Stretch, within
from ctct_lint.engine.parts.kept import Kept
from ctct_lint.suppress import MARK
from ctct_lint.text.encoding import Decoded
from ctct_lint.text.patterns import lazy
from ctct_lint.text.pieces import Piece, pieces_of_text
from ctct_lint.text.source import START, advanced
from ctct_lint.text.white_space import WHITE_SPACE
from ctct_lint.xml.parts.outline import Kind, Unclear, outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter
    from ctct_lint.engine.locate import Located
    from ctct_lint.engine.report import Report
    from ctct_lint.profiles.profile import Profile, Series
    from ctct_lint.text.trouble import Trouble

# The first child tells what a document is about; if it is broken, the second one.
_FIRSTS = 2
# So many characters of children make an extract.
SIZE = 1 << 18
# More than that cannot frame the parts, nor be one.
_MOST = 32 << 20
# What is looked at to tell the vocabulary.
_START = 1 << 16
# A comment that is about more than the part which it stands in.
_FAR = lazy(rf"{MARK}[^>]*?(?:able|file)")
# What the first child that is blamed for it is blamed for instead of all.
_SPEAKS_FOR_ALL = frozenset(
    {"missing-namespace", "wrong-namespace", "undeclared-prefix"}
)
_MOST_WITNESSES = 16


def lint_parts(
    linter: Linter, pieces: Iterable[bytes], settings: Settings, size: int = SIZE
) -> Outcome | None:
    """Lint a long document by its parts; its text is not kept.

    None if it has to be read as a whole: another vocabulary, an encoding that the
    start does not settle, parts of which it cannot be told where they end.
    """
    text = pieces_of_text(pieces)
    if text is None:
        return None
    first = list(_first(text.texts))
    profile = linter.profile_of("".join(piece.text for piece in first), settings)
    if profile is None or profile.series is None or profile.schematron is not None:
        return None
    work = _Work(linter, settings, profile, profile.series, size)
    try:
        outcome = work.outcome(chain(first, text.texts))
    except Unclear:
        return None
    return outcome._replace(is_plain=text.is_plain and outcome.is_plain)


def _first(texts: Iterator[Piece]) -> Iterator[Piece]:
    size = 0
    for piece in texts:
        yield piece
        size += len(piece.text)
        if size >= _START:
            break


class _Work:
    """The linting of one document."""

    def __init__(
        self,
        linter: Linter,
        settings: Settings,
        profile: Profile,
        series: Series,
        size: int,
    ) -> None:
        self._linter = linter
        self._settings = settings
        self._profile = profile
        self._series = series
        self._size = size
        self._is_whole, self._is_plain = False, True
        self._kept = Kept(settings.most)
        self._troubles: list[Trouble] = []
        self._position = START
        # What stands outside of the children that make extracts, and the first ones.
        self._frame: list[Stretch] = []
        self._size_of_frame = self._firsts = 0
        # What is put before the children of an extract.
        self._context: list[Stretch] = []
        self._of_context: Counter[str] | None = None
        self._bunch: list[Stretch] = []
        self._size_of_bunch = 0
        self._said: set[tuple[str, str]] = set()

    def outcome(self, pieces: Iterator[Piece]) -> Outcome:
        for kind, text in outline(self._texts(pieces), *self._series):
            self._take(kind, self._stretch(text))
            if max(len(text), self._size_of_frame) > _MOST:
                raise Unclear
        self._flush(is_last=True)
        self._lint_frame()
        kept = self._kept
        return Outcome("", kept.shown(), kept.crashed, is_plain=self._is_plain)

    def _texts(self, pieces: Iterator[Piece]) -> Iterator[str]:
        for piece in pieces:
            if MARK in piece.text and _FAR.search(piece.text):
                raise Unclear
            self._troubles += piece.troubles
            self._is_plain &= not piece.troubles
            yield piece.text

    def _stretch(self, text: str) -> Stretch:
        start = self._position
        self._position = advanced(start, text)
        troubles: tuple[Trouble, ...] = ()
        if self._troubles:
            end = self._position.offset
            troubles = within(self._troubles, start.offset, end)
            self._troubles = self._troubles[len(troubles) :]
        return Stretch(start, text, troubles=troubles)

    def _take(self, kind: Kind, stretch: Stretch) -> None:
        if kind is Kind.CHILD and self._firsts == _FIRSTS:
            self._add_to_bunch(stretch)
            return
        if kind in {Kind.STRAY, Kind.CUT} and self._bunch:
            # A surplus end tag may be that of the last child; and of a document that
            # is cut off its last character is told.
            self._move_to_frame(self._bunch.pop())
        self._add_to_frame(stretch)
        self._is_whole = kind is Kind.TAIL
        if kind is Kind.HEAD:
            self._context = [stretch._replace(is_own=False)]
        elif kind is Kind.CHILD:
            self._firsts += 1
            if self._firsts == _FIRSTS:
                self._remember_firsts()

    def _add_to_bunch(self, stretch: Stretch) -> None:
        if self._size_of_bunch >= self._size:
            self._flush()
        if self._frame[-1].ends_at(stretch.start):
            # Whether what comes before is alone on its line can be seen in the frame.
            self._add_to_frame(Stretch(None, _beginning(stretch.text), is_own=False))
        self._bunch.append(stretch)
        self._size_of_bunch += len(stretch.text)

    def _move_to_frame(self, child: Stretch) -> None:
        """Put the last child before what came after it."""
        behind = len(self._frame)
        while (self._frame[behind - 1].start or START) > (child.start or START):
            behind -= 1
        self._frame.insert(behind, child)
        self._size_of_frame += len(child.text)
        self._size_of_bunch -= len(child.text)

    def _add_to_frame(self, stretch: Stretch) -> None:
        self._frame.append(stretch)
        self._size_of_frame += len(stretch.text)

    def _flush(self, *, is_last: bool = False) -> None:
        """Lint the children that were read."""
        if not self._bunch:
            return
        end = self._end()
        if is_last and self._is_whole:
            end = self._frame[-1]._replace(is_own=False)
        extract = Extract([*self._context, *self._bunch, end])
        found = self._found_in(extract)
        if found is not None:
            self._keep(found, extract)
        self._bunch, self._size_of_bunch = [], 0

    def _keep(self, found: Report, extract: Extract) -> None:
        of_context = self._left_out_of_context() if found.left_out else Counter()
        self._kept.leave_out(Counter(found.left_out) - of_context)
        for one in found.located:
            start = one.range.start
            if extract.owns(start):
                self._kept.add(one, lambda o: extract.moved(found.diagnostic(o)))
                if one.name in _SPEAKS_FOR_ALL:
                    self._note_witness(one, extract)
            elif self._is_about_declarations(one, extract):
                self._kept.add_of_frame(extract.moved(found.diagnostic(one)))

    def _note_witness(self, one: Located, extract: Extract) -> None:
        """Put a child before what follows, which is not to be blamed again."""
        said = one.code, one.finding.message
        if said not in self._said and len(self._said) < _MOST_WITNESSES:
            self._said.add(said)
            witness = extract.stretch_at(one.range.start)._replace(is_own=False)
            if witness not in self._context:
                self._context.append(witness)
                self._of_context = None

    def _remember_firsts(self) -> None:
        """Put all up to the first children before the extracts, as it was meant."""
        head, end = self._context[0].text, self._end().text
        before = self._frame[1:]
        given = "".join(one.text for one in before)
        mended = parse(head + given + end, self._profile, most=1).text
        text = mended[len(head) : -len(end)]
        if text != given and mended == head + text + end:
            before = [Stretch(None, text)]
        self._context += [one._replace(is_own=False) for one in before]

    def _end(self) -> Stretch:
        name = self._context[0].text.rpartition("<")[2]
        return Stretch(None, f"</{name.split(None, 1)[0].rstrip('>')}>", is_own=False)

    def _lint_frame(self) -> None:
        extract = Extract(self._frame)
        found = self._found_in(extract)
        if found is not None:
            self._kept.leave_out(found.left_out)
            for one in extract.own(found.located):
                self._kept.add_of_frame(extract.moved(found.diagnostic(one)))

    def _found_in(self, extract: Extract) -> Report | None:
        troubles = tuple(extract.troubles())
        decoded = Decoded(extract.text, "utf-8", troubles=troubles)
        try:
            found = self._linter.findings(decoded, None, self._settings, self._profile)
        except Exception as error:  # noqa: BLE001 - promised: never an exception
            failed = crash_of_linter(error, extract.text, self._settings)
            self._kept.crashed = True
            for one in failed.located:
                self._kept.add_of_frame(failed.diagnostic(one))
            return None
        self._kept.crashed |= found is not None and found.crashed
        return found

    def _left_out_of_context(self) -> Counter[str]:
        """Return what is not even found in what stands before an extract."""
        if self._of_context is None:
            found = self._found_in(Extract([*self._context, self._end()]))
            self._of_context = Counter(found.left_out if found else ())
        return self._of_context

    def _is_about_declarations(self, one: Located, extract: Extract) -> bool:
        """Is it about an attribute of the root, which the children show to be wrong?"""
        text = self._context[0].text
        name = text.rfind("<") + 1
        return extract.is_in_first(one.range.start) and one.range.start.offset > name


def _beginning(text: str) -> str:
    """Return the blanks that a text begins with, and a comment for the rest."""
    return f"{text[: len(text) - len(text.lstrip(WHITE_SPACE))]}<!---->"
