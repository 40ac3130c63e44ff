"""What a fix takes away from a document that was not at fault.

A document is seen as words: those of its texts and of its attributes' values. Names
of elements and attributes, comments, instructions and references are none of it. The
document may be broken, so nothing of this asks for a parser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from ctct_lint import Diagnostic
from ctct_lint.model.diagnostic import Fix

_WORD = re.compile(r"[^\W_]+")
_NO_CONTENT = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<\?.*?(?:\?>|\Z)"
    r"|<xml\s[^<>]*>"
    r"|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>"
    r"|<!\[CDATA\["
    r"|</?\s*[^\s<>/=\"'&]+"
    r"|&lt;/?[^\s<>/=\"'&]+"
    r"|[^\s<>/=\"'&]+(?=\s*=)"
    r"|&(?:amp;)*[#\w]+;"
    r"|\\[nrt\"/\\]",
    re.DOTALL | re.IGNORECASE,
)
_OPENING = re.compile(r"(?:<|&lt;)(\s*/)?\s*\Z")
_NAME = re.compile(r"(?:<|&lt;)?\s*([^\s<>/&;=\"']+)")
_REST_OF_TAG = re.compile(
    r"(?:\s[^\s=<>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*[^<>]*?(/?)(?:>|&gt;|(?=<)|\Z)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"[^\s<>=\"']+\s*=\s*"
    r"(\"[^\"]*\"|'[^']*'|&quot;.*?&quot;|&#39;.*?&#39;|[^\s<>]*)",
    re.DOTALL,
)
_NEAR = 20
_IS_WRONG = ", which is wrong"


class Word(NamedTuple):
    """A word of a document, with its place."""

    start: int
    end: int
    text: str


def words_of(document: str) -> Iterator[Word]:
    """Yield the words of a document's texts and of its attributes' values."""
    hidden = [found.span() for found in _NO_CONTENT.finditer(document)]
    at = 0
    for found in _WORD.finditer(document):
        while at < len(hidden) and hidden[at][1] <= found.start():
            at += 1
        if at == len(hidden) or hidden[at][0] >= found.end():
            yield Word(*found.span(), found[0])


def at_fault(document: str, diagnostic: Diagnostic) -> Iterator[tuple[int, int]]:
    """Yield the ranges of what may be taken away: what a diagnostic underlines.

    Where that is a name, it is the element or attribute of this name. Of the other
    places that are named, end tags may go, with what stands in them, and elements of
    which it is said that they are wrong.
    """
    start, end = (at.offset for at in diagnostic.range)
    yield start, end
    yield _element(document, start, end)
    attribute = _ATTRIBUTE.match(document, start)
    if attribute:
        yield attribute.span()
    for label in diagnostic.related:
        start, end = (at.offset for at in label.range)
        is_end = document.endswith("</", 0, start)
        is_whole = is_end or label.message.endswith(_IS_WRONG)
        yield _element(document, start, end) if is_whole else (start, end)


def lost(document: str, diagnostic: Diagnostic, fix: Fix) -> list[str]:
    """Return the words, or their parts, that a fix takes away without a fault."""
    allowed = list(at_fault(document, diagnostic))
    new = " ".join(edit.new_text for edit in fix.edits)
    plain = unquote(new)  # as form data is read
    left = Counter(_WORD.findall(new)) | Counter(_WORD.findall(plain))
    found = []
    for word in _taken(document, fix):
        if left[word.text]:
            left[word.text] -= 1
        elif is_missing(document, word, new + plain) and not _is_within(word, allowed):
            found.append(word.text)
    return found


def is_missing(document: str, word: Word, new: str) -> bool:
    """Tell whether a word is not in a new text, nor as it is read in form data."""
    escape = max(0, word.start - 1)
    return word.text not in new and (
        document[escape] != "%" or unquote(document[escape : word.end]) not in new
    )


def removed(document: str, fix: Fix) -> list[str]:
    """Return the words that a fix takes away, be they at fault, and none for them."""
    if any(edit.new_text for edit in fix.edits):
        return []
    return [word.text for word in _taken(document, fix)]


def _taken(document: str, fix: Fix) -> Iterator[Word]:
    """Yield the words, or their parts, in the place of which something else comes."""
    words = list(words_of(document))
    for edit in fix.edits:
        start, end = edit.range.start.offset, edit.range.end.offset
        for word in words:
            if word.start < end and start < word.end:
                span = max(word.start, start), min(word.end, end)
                yield Word(*span, document[slice(*span)])


def _is_within(word: Word, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in ranges)


def _element(document: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the element, or the end tag, of a name that stands there."""
    name = _NAME.match(document, start, end)
    if name is None:
        return start, end
    opening = _OPENING.search(document[max(0, start - _NEAR) : start])
    begin = start - len(opening[0]) if opening else start
    rest = _REST_OF_TAG.match(document, name.end())
    assert rest is not None
    if rest[1] or (opening and opening[1]):
        return begin, rest.end()
    tags = re.compile(
        rf"(?:<|&lt;)(/?){re.escape(name[1])}(?=[\s/>&<]|\Z)"
        r"[^<>]*?(/?)(?:>|&gt;|(?=<)|\Z)",
        re.DOTALL,
    )
    depth, end = 1, len(document)
    for tag in tags.finditer(document, rest.end()):
        depth += -1 if tag[1] else not tag[2]
        if not depth and (tag.start() > rest.end() or rest[0].endswith(">")):
            return begin, tag.end()
        if not depth:
            # In `<a</a> b="1">c</a>` another one may end the element.
            depth, end = 1, tag.end()
    return begin, end
