"""Source text as a page shows it: the names of characters that nobody would see.

What would turn the direction of the text around it is one of these.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.html.markup import Html, element, join, text
from ctct_lint.rules.characters import code

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNUSUAL = re.compile(r"[^\t -~]")
# Characters of controls, formats (among them what turns the direction of text),
# surrogates, private and unassigned ones, separators of lines and paragraphs.
_HIDING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
# Scripts and emoji need the joiners.
_JOINERS = frozenset("\u200c\u200d")
# Letters by category, blanks by look.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
# As many marks on one base as any script uses; text that has more is cut there.
_MOST_MARKS = 16

_LEFTWARD = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
# No bracket, quote or sign of markup: those keep the places they have in the file.
_LEFTWARD_RUN = re.compile(
    rf"[{_LEFTWARD}](?:[{_LEFTWARD}\u0300-\u036f\u200c\u200d .,:;!?0-9-]*"
    rf"[{_LEFTWARD}])?"
)


class Run(NamedTuple):
    """Code points `start` to `end` of a text, all read in one direction."""

    start: int
    end: int
    leftward: bool


def runs(line: str) -> Iterator[Run]:
    """Split a line where the direction changes: a run takes no neighbours along."""
    at = 0
    for match in _LEFTWARD_RUN.finditer(line):
        if match.start() > at:
            yield Run(at, match.start(), leftward=False)
        yield Run(*match.span(), leftward=True)
        at = match.end()
    if at < len(line):
        yield Run(at, len(line), leftward=False)


def shown(part: str) -> Html:
    """Return source text; the name of a character stands for one that is not seen."""
    pieces = []
    at = 0
    for match in _UNUSUAL.finditer(part):
        spelt = _spelt(match[0])
        if spelt is not None:
            pieces += [text(part[at : match.start()]), spelt]
            at = match.end()
    return join([*pieces, text(part[at:])])


def _spelt(char: str) -> Html | None:
    category = unicodedata.category(char)
    if char in _JOINERS:
        return None
    if category in _HIDING:
        return element("span", text(code(char)), class_="char", title=_title(char))
    if category == "Zs" or char in _FILLERS:
        return element("span", text(char), class_="blank", title=_title(char))
    return None


def _title(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"{code(char)} {name}".rstrip()


def cluster_start(line: str, at: int) -> int:
    """Return where the character that is seen at `at` begins: before its marks."""
    for start in range(at, max(at - _MOST_MARKS, 0), -1):
        if start >= len(line) or not _hangs_on(line[start - 1], line[start]):
            return start
    return max(at - _MOST_MARKS, 0)


def cluster_end(line: str, at: int) -> int:
    """Return where the character that is seen before `at` ends: after its marks."""
    for end in range(at, min(at + _MOST_MARKS, len(line))):
        if end == 0 or not _hangs_on(line[end - 1], line[end]):
            return end
    return min(at + _MOST_MARKS, len(line))


def _hangs_on(before: str, char: str) -> bool:
    """Tell whether a character is drawn as a part of the one before it."""
    if char < "\u0300":
        return False
    joined = char in _JOINERS or char in _SKIN_TONES or before == "\u200d"
    return joined or unicodedata.category(char) in _MARKS
