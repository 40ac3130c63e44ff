"""Faults in the making: offsets of the cleaned text, edits still to be added."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import field, slotted


class TextEdit(NamedTuple):
    """Put `new` in the place of the characters from `start` up to `end`."""

    start: int
    end: int
    new: str


@slotted
class Draft:
    """What becomes a `Fault`; `related` holds ranges with what stands there.

    One with `part_of` is no fault of its own: its edits belong to that one, but
    come later where several insert at one place. One without a `kind` is mended, and
    nobody is told.
    """

    kind: str
    start: int
    end: int
    subject: str = ""
    edits: list[TextEdit] = field(default_factory=list)
    owner: str = ""
    expected: tuple[str, ...] = ()
    related: list[tuple[int, int, str]] | tuple[()] = ()
    detail: str = ""
    part_of: Draft | None = None

    def relate(self, start: int, end: int, name: str) -> None:
        """Note another place, and what stands there."""
        if not self.related:
            self.related = []
        self.related.append((start, end, name))


@slotted
class Sketch:
    """A fault of nothing but a range and edits, until it is told: most never are.

    Its subject is the text from its start up to `subject_end`: it may have grown.
    """

    kind: str
    start: int
    end: int
    edits: tuple[TextEdit, ...]
    subject_end: int

    def draft(self, text: str) -> Draft:
        """Return the fault."""
        subject = text[self.start : self.subject_end]
        return Draft(self.kind, self.start, self.end, subject, list(self.edits))

    def grow(self, other: Sketch) -> None:
        """Take over another fault, which touches this one."""
        self.end = max(self.end, other.end)
        self.edits += other.edits


def sketch(kind: str, start: int, end: int, *edits: TextEdit) -> Sketch:
    """Return a fault whose subject is the text of its range."""
    return Sketch(kind, start, end, edits, end)


def draft(kind: str, text: str, start: int, end: int, *edits: TextEdit) -> Draft:
    """Return a draft whose subject is the text of its range."""
    return Draft(kind, start, end, text[start:end], list(edits))


def deletion(text: str, start: int, end: int) -> TextEdit:
    """Return the edit that takes away a range between texts.

    What is left must not grow together to `]]>`.
    """
    return TextEdit(start, end, " " if text[end : end + 1] in ("]", ">") else "")
