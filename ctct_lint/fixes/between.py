"""The edits that lead from one text to another: few characters, where they differ."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.fixes.align import changes
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def edits_between(old: str, new: str) -> Iterator[TextEdit]:
    """Yield the edits of the old text, in order and apart from each other."""
    old_lines, new_lines = _LINE.findall(old), _LINE.findall(new)
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
