"""What fixes would change, as a unified diff."""

from __future__ import annotations

import os
from enum import Enum
from typing import TYPE_CHECKING

from ctct_lint.fixes.align import LINE, LineChange, changes
from ctct_lint.fixes.spelling import shown_text
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    Line = tuple["LineKind", str]

CONTEXT = 3
_NO_LINE_END = "\\ No newline at end of file\n"
_ODD = lazy(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": r"\\"}


class LineKind(Enum):
    """What a line of a diff is."""

    HEADER = "header"
    HUNK = "hunk"
    CONTEXT = "context"
    REMOVED = "removed"
    ADDED = "added"


_SIGNS = {LineKind.CONTEXT: " ", LineKind.REMOVED: "-", LineKind.ADDED: "+"}


def unified(name: str, old: bytes, new: bytes) -> Iterator[Line]:
    """Yield the lines, with their ends, of the diff of two documents.

    They are shown decoded, with the line ends that they have. Nothing is yielded
    where nothing differs.
    """
    before, after = (LINE.findall(shown_text(data)) for data in (old, new))
    for number, hunk in enumerate(_hunks(changes(before, after))):
        if not number:
            yield LineKind.HEADER, f"--- {_named('a', name)}\n"
            yield LineKind.HEADER, f"+++ {_named('b', name)}\n"
        yield from _hunk(hunk, before, after)


def _hunks(found: Iterable[LineChange]) -> Iterator[list[LineChange]]:
    """Yield the changes in groups; those whose context would meet are one."""
    group: list[LineChange] = []
    for change in found:
        if group and change.start - group[-1].end > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(
    hunk: list[LineChange], before: list[str], after: list[str]
) -> Iterator[Line]:
    first, last = hunk[0], hunk[-1]
    lead = min(first.start, CONTEXT)
    trail = min(len(before) - last.end, CONTEXT)
    old = _counted(first.start - lead, last.end + trail)
    new = _counted(first.new_start - lead, last.new_end + trail)
    yield LineKind.HUNK, f"@@ -{old} +{new} @@\n"
    at = first.start - lead
    for start, end, new_start, new_end in hunk:
        yield from _written(LineKind.CONTEXT, before[at:start])
        yield from _written(LineKind.REMOVED, before[start:end])
        yield from _written(LineKind.ADDED, after[new_start:new_end])
        at = end
    yield from _written(LineKind.CONTEXT, before[at : at + trail])


def _counted(start: int, end: int) -> str:
    """Return a range of lines as a hunk's head has it; an empty one is before it."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + bool(length)},{length}"


def _written(kind: LineKind, lines: Iterable[str]) -> Iterator[Line]:
    for line in lines:
        has_end = line.endswith(("\r", "\n"))
        yield kind, _SIGNS[kind] + line + ("" if has_end else "\n")
        if not has_end:
            yield kind, _NO_LINE_END


def _named(side: str, name: str) -> str:
    """Return the name of a file on one side of a diff, `a` or `b`.

    One with a quote, a backslash, a control sign or a byte that is no text is quoted as
    in C, for `git apply` and `patch`; behind one with a blank there is a tab.
    """
    parts = name.replace(os.sep, "/").split("/")
    path = "/".join([side, *(part for part in parts if part not in {"", "."})])
    if _ODD.search(path):
        return f'"{_ODD.sub(_escaped, path)}"'
    return f"{path}\t" if " " in path else path


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return _SHORT.get(sign) or "".join(f"\\{byte:03o}" for byte in os.fsencode(sign))
