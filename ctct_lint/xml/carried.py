r"""Documents with something around them: what they are without it.

A mail puts `> ` before each line, a log its time, a program `sb.append("` and `");`
around it; in a string literal quotes are `\"`, or `""`, and a page escapes all tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, S, trimmed_range
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.encoded import decoding_of_mail, unescaping_of_page
from ctct_lint.xml.literal import (
    has_escaped_slashes,
    undoubling_edits,
    undoubling_edits_in,
    unescaping_edits,
    unescaping_edits_in,
)
from ctct_lint.xml.quoted import quoted_document, unquoting_edits
from ctct_lint.xml.tree_view import sign_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = lazy(r"[^\r\n]*")
_BEGIN = lazy(r"[^<\r\n]{1,120}(?=<[?!/A-Za-z])")
_END = lazy(r"(?<=>)(?:[^<>\r\n]{1,40}|<br ?/?>)\Z")
_CODE = lazy(rf"([^<]{{1,400}}\")(?:{S}|\\[nrt])*<(?:\?xml{S}|[A-Za-z])[^<>\"']*=\\\"")
# What is in other quotes than its attributes has no escapes but those of slashes.
_SCRIPT = lazy(rf"([^<]{{0,400}}([\"'`]))(?:{S}|\\[nrt])*<(?:\?xml{S}|[A-Za-z])")
_DECLARED = lazy(rf"{S}*<\?xml")
_PARTS = lazy(r"\d+|[ \t]+|[^\d \t]+")
# As many lines alike are no chance.
_FEWEST = 3
_QUOTE = '"'


class Carrier(NamedTuple):
    """What a document came in: the kind of the fault, where it shows first, the mend.

    No edit leaves more than one character.
    """

    kind: str
    start: int
    end: int
    edits: list[TextEdit]


def carrier_of(text: str) -> Carrier | None:
    """Return what a document came in, None if it stands for itself."""
    return (
        (_in_literal(text) if "\\" in text else None)
        or _with_doubled_quotes(text)
        or _encoded(text)
        or _in_tree_view(text)
        or _around_lines(text)
    )


def _in_literal(text: str) -> Carrier | None:
    edits = unescaping_edits(text)
    if edits:
        first = next(edit.start for edit in edits if text[edit.start] == "\\")
        return Carrier("escaped-document", first, first + 2, edits)
    return _value_of_code(text) or _in_other_quotes(text)


def _encoded(text: str) -> Carrier | None:
    edits = unescaping_of_page(text) or decoding_of_mail(text)
    if not edits:
        return None
    return Carrier("escaped-document", edits[0].start, edits[0].end, edits)


def _with_doubled_quotes(text: str) -> Carrier | None:
    edits = undoubling_edits(text)
    first = next((edit.start for edit in edits if edit.new), 0)
    return Carrier("escaped-document", first, first + 2, edits) if edits else None


def _value_of_code(text: str) -> Carrier | None:
    """Return what is around a document that is one string in code, or in JSON."""
    begin = _CODE.match(text)
    if begin is None and has_escaped_slashes(text):
        begin = _SCRIPT.match(text)
    if begin is None:
        return None
    start = begin.end(1)
    end = re.compile(rf"(?<!\\){text[start - 1]}").search(text, start)
    if end is None or "<" in text[end.start() :]:
        return None
    edits = [
        TextEdit(0, start, ""),
        *unescaping_edits_in(text, start, end.start()),
        TextEdit(end.start(), len(text), ""),
    ]
    first, last = trimmed_range(text, 0, start)
    return Carrier("escaped-document", first, last, edits)


def _in_other_quotes(text: str) -> Carrier | None:
    where = quoted_document(text)
    if where is None:
        return None
    first, last = trimmed_range(text, 0, where.start)
    return Carrier("escaped-document", first, last, list(unquoting_edits(text, where)))


def _in_tree_view(text: str) -> Carrier | None:
    edits = sign_edits(text)
    if not edits:
        return None
    first = edits[0].start
    return Carrier("prefixed-lines", first, first + 1, edits)


def _around_lines(text: str) -> Carrier | None:
    """Return what stands before each line of a document, and behind each."""
    lines = _block(text)
    if len(lines) < _FEWEST:
        return _behind_lines(text)
    edits: list[TextEdit] = []
    ends = _ends(text, lines)
    for (start, at, _), (until, end) in zip(lines, ends, strict=True):
        edits.append(TextEdit(start, at, ""))
        if text[start:at].rstrip(SPACE).endswith(_QUOTE):
            edits += unescaping_edits_in(text, at, until)
            edits += undoubling_edits_in(text, at, until)
        if until < end:
            edits.append(TextEdit(until, end, ""))
    edits += _left_over(text, *lines[-1])
    first, last = trimmed_range(text, lines[0][0], lines[0][1])
    return Carrier("prefixed-lines", first, last, edits)


def _behind_lines(text: str) -> Carrier | None:
    """Return what stands behind all lines of a document, but perhaps the last.

    What stands nowhere outside the root may be its text.
    """
    if not _END.search(text, *next(_lines(text), (0, 0))):
        return None
    lines = [(start, start, end) for start, end in _lines(text)]
    if len(lines) < _FEWEST:
        return None
    *others, last = _ends(text, lines)
    start, end = trimmed_range(text, *others[0])
    mark, behind = text[start:end], text[slice(*last)].strip(SPACE)
    is_outside = behind == mark or (not behind and _DECLARED.match(text))
    if not is_outside or mark[:1] in {"", "&"}:
        return None
    edits = [TextEdit(*span, "") for span in (*others, last) if span[0] < span[1]]
    return Carrier("prefixed-lines", start, end, edits)


def _left_over(text: str, first: int, at: int, last: int) -> Iterator[TextEdit]:
    """Yield the edits for the lines behind the last one that have nothing of their own.

    first, at, last  of that one: where it starts, goes on behind what it has before it,
                     and ends
    """
    like = _like(text[first:at])
    for start, end in _lines(text, last):
        again = like.match(text, start, end)
        if again is None or text[again.end() : end].strip(SPACE + _QUOTE):
            return
        yield TextEdit(start, end, "")


def _block(text: str) -> list[tuple[int, int, int]]:
    """Return the lines of the document: where each starts, goes on, and ends.

    They are all from the first one with a tag that has something before it, blank
    ones aside, to the last one with a tag.
    """
    lines = _lines(text)
    start, end = next(((s, e) for s, e in lines if "<" in text[s:e]), (0, 0))
    begin = _BEGIN.match(text, start, end)
    if begin is None or not begin[0].strip(SPACE):
        return []
    found, size, like = [(start, begin.end(), end)], 1, _like(begin[0])
    for start, end in lines:
        again = like.match(text, start, end)
        if again is None and len(found) == 1:
            # That of the first line may have the name of a variable before it.
            again = _BEGIN.match(text, start, end)
            like = _like(again[0]) if again else like
        if again is None or not again[0].strip(SPACE):
            break
        found.append((start, again.end(), end))
        size = len(found) if text.find("<", again.end(), end) >= 0 else size
    # A tag that is left over has lost what is before each line.
    return found[:size]


def _lines(text: str, low: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines from `low` on that are not blank."""
    spans = (found.span() for found in _LINE.finditer(text, low))
    return ((s, e) for s, e in spans if text[s:e].strip(SPACE))


def _like(prefix: str) -> re.Pattern[str]:
    """Return what finds a prefix again, with other numbers and with fewer blanks."""
    parts = (_part(part) for part in _PARTS.findall(prefix))
    return re.compile("".join(parts))


def _part(part: str) -> str:
    if part.isdecimal():
        # All of a number: blanks between two may lack, but not part one of them.
        return r"\d+(?!\d)"
    return f"[ \\t]{{0,{len(part)}}}" if part.isspace() else re.escape(part)


def _ends(text: str, lines: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return for each line where it ends, and where what stands behind it does."""
    *others, (_, at, end) = lines
    behind = _END.search(text, *lines[0][1:])
    suffix = behind[0] if behind else ""
    ends = [(_until(text, suffix, a, e), e) for _, a, e in others]
    if not suffix.strip(SPACE) or any(start == end for start, end in ends):
        return [(end, end) for _, _, end in lines]
    behind = _END.search(text, at, end)
    return [*ends, (behind.start() if behind else end, end)]


def _until(text: str, suffix: str, at: int, end: int) -> int:
    """Return where a line ends before its suffix, where it has that; else its end.

    Blanks that part the two there may be more elsewhere, as a frame has them.
    """
    mark, line = suffix.strip(SPACE), text[at:end].rstrip(SPACE)
    if not line.endswith(mark):
        return end
    line = line.removesuffix(mark)
    return at + len(line.rstrip(SPACE) if suffix[:1] in SPACE else line)
