"""Which lines of two texts differ, where the texts differ in a few places.

`difflib` takes lines that come often for junk, and needs the square of the time
for many changes; a document and its mended self are alike enough for less. It is
asked about the few lines from one place where they are alike to the next.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How many lines, of both texts together, are passed over at most to find lines
# that are the same again; what is longer is one change up to the end.
_FARTHEST = 60
# How many equal lines in a row are no coincidence; where as many lines are left in both
# texts, the next one of each is the same if it is equal.
_ENOUGH = 2
# What to pass over in the old and the new text, the least first.
_STEPS = [
    (skip, distance - skip)
    for distance in range(1, _FARTHEST)
    for skip in range(distance + 1)
]
LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class LineChange(NamedTuple):
    """Lines `start` up to `end` became `new_start` up to `new_end`; from 0."""

    start: int
    end: int
    new_start: int
    new_end: int


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[LineChange]:
    """Yield the changes in order, apart from each other, in linear time."""
    for change in _differing(old, new):
        size, new_size = change.end - change.start, change.new_end - change.new_start
        if size and new_size and size + new_size < _FARTHEST:
            yield from _within(change, old, new)
        else:
            yield change


def _within(
    change: LineChange, old: Sequence[str], new: Sequence[str]
) -> Iterator[LineChange]:
    """Yield what of a change differs; a line that is the same may stand in it."""
    was = old[change.start : change.end]
    now = new[change.new_start : change.new_end]
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            at, new_at = change.start, change.new_start
            yield LineChange(at + start, at + end, new_at + new_start, new_at + new_end)


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[LineChange]:
    """Yield the changes; one that is the same for a line only goes on behind it."""
    pair = _Pair(old, new)
    at = new_at = 0
    while at < pair.size or new_at < pair.new_size:
        start, new_start = at, new_at
        at, new_at = pair.next_same(start, new_start)
        if (at, new_at) != (start, new_start):
            yield LineChange(start, at, new_start, new_at)
        at, new_at = at + 1, new_at + 1


class _Pair:
    """Two texts, and their sizes without the lines that end them alike."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = old, new
        size, new_size = len(old), len(new)
        while size and new_size and old[size - 1] == new[new_size - 1]:
            size, new_size = size - 1, new_size - 1
        self.size, self.new_size = size, new_size

    def next_same(self, at: int, new_at: int) -> tuple[int, int]:
        """Return where the texts are next the same, at the least distance."""
        if self._is_same(at, new_at, 1):
            return at, new_at
        if at < self.size and new_at < self.new_size:
            is_even = self.size - at == self.new_size - new_at
            if is_even and self._is_same(at + 1, new_at + 1, 1):
                return at + 1, new_at + 1
            for skip, new_skip in _STEPS:
                if self._is_same(at + skip, new_at + new_skip, _ENOUGH):
                    return at + skip, new_at + new_skip
        return self.size, self.new_size

    def _is_same(self, at: int, new_at: int, count: int) -> bool:
        """Are so many lines the same? After the last one, there is no other."""
        if at >= self.size or new_at >= self.new_size:
            return (at, new_at) == (self.size, self.new_size)
        return (
            self.old[at : min(at + count, self.size)]
            == self.new[new_at : min(new_at + count, self.new_size)]
        )


def edits_between(old: str, new: str) -> Iterator[TextEdit]:
    """Yield the edits of the old text, in order and apart from each other."""
    old_lines, new_lines = LINE.findall(old), LINE.findall(new)
    starts = [0, *accumulate(map(len, old_lines))]
    for change in changes(old_lines, new_lines):
        was = "".join(old_lines[change.start : change.end])
        now = "".join(new_lines[change.new_start : change.new_end])
        yield _trimmed(TextEdit(starts[change.start], starts[change.end], now), was)


def _trimmed(edit: TextEdit, was: str) -> TextEdit:
    """Return the edit without what stays as it was at both of its ends."""
    before = _shared(was, edit.new)
    was, now = was[before:], edit.new[before:]
    after = _shared(was[::-1], now[::-1])
    return TextEdit(edit.start + before, edit.end - after, now[: len(now) - after])


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((at for at, (a, b) in pairs if a != b), shorter)
