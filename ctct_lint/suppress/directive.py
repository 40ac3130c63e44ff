"""One comment that speaks to the linter: what it says, or why that is not clear."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from ctct_lint.schema.spelling import closest
from ctct_lint.suppress import MARK
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.place import source_span

IGNORE, DISABLE, ENABLE, FILE = "ignore", "disable", "enable", "ignore-file"
VERBS = (IGNORE, DISABLE, ENABLE, FILE)
_HEAD = re.compile(rf"<!--\s*{re.escape(MARK)}\s*")
_VERB = re.compile(r"[A-Za-z]\w*(?:-\w+)*")
_OPEN = re.compile(r"\s*(\[)")
_WORD = re.compile(r"[^\s,]+")
# Codes that stand where brackets had to be; other words are the reason.
_BARE = re.compile(r"[\s:=(]*((?:CTC\d+)(?:[\s,]+CTC\d+)*\b\)?)", re.IGNORECASE)


class Selector(NamedTuple):
    """A code, the start of one or a name, and where it stands.

    `cut` is the span whose removal takes it away with a comma beside it; None if it
    is the only one.
    """

    text: str
    start: int
    end: int
    cut: tuple[int, int] | None = None


class Directive(NamedTuple):
    """What a comment says; offsets (code points) into the document's text.

    start, end      of the whole comment
    said, said_end  of the verb and its brackets
    selectors       what it is about; empty: everything
    """

    verb: str
    start: int
    end: int
    said: int
    said_end: int
    selectors: tuple[Selector, ...] = ()


def read(text: str, start: int, end: int) -> Directive | Fault | None:
    """Read a comment, `<!--` and `-->` included; None if it is none of ours."""
    head = _HEAD.match(text, start, end)
    if head is None:
        return None
    verb = _VERB.match(text, head.end(), end)
    if verb is None:
        at = text.index(MARK, start)
        return _malformed(text, at, at + len(MARK), "nothing")
    if verb[0] not in VERBS:
        return _unknown(verb)
    opening = _OPEN.match(text, verb.end(), end)
    if opening is None:
        bare = _BARE.match(text, verb.end(), end)
        if bare is not None:
            return _without_brackets(text, bare)
        return Directive(verb[0], start, end, verb.start(), verb.end())
    return _with_selectors(text, verb, opening.end(), (start, end))


def _with_selectors(
    text: str, verb: re.Match[str], body: int, comment: tuple[int, int]
) -> Directive | Fault:
    close = text.find("]", body, comment[1])
    if close < 0:
        return _malformed(text, body - 1, body, "unclosed")
    words = [(word[0], *word.span()) for word in _WORD.finditer(text, body, close)]
    if not words:
        return _malformed(text, verb.start(), close + 1, "empty")
    selectors = [Selector(*word) for word in words[:1]]
    if len(words) > 1:
        selectors = [Selector(*words[0], (words[0][1], words[1][1]))]
    selectors += [Selector(*b, (a[2], b[2])) for a, b in pairwise(words)]
    return Directive(verb[0], *comment, verb.start(), close + 1, tuple(selectors))


def _malformed(
    text: str, start: int, end: int, detail: str, *edits: tuple[int, int, str]
) -> Fault:
    places = tuple((source_span(s, e), new) for s, e, new in edits)
    at, written = source_span(start, end), text[start:end]
    return Fault("malformed-suppression", at, written, detail=detail, edits=places)


def _without_brackets(text: str, bare: re.Match[str]) -> Fault:
    codes = ", ".join(re.findall(r"\w+", bare[1]))
    edit = (*bare.span(), f"[{codes}]")
    end = bare.end(1) - bare[1].endswith(")")
    return _malformed(text, bare.start(1), end, "bare", edit)


def _unknown(verb: re.Match[str]) -> Fault:
    at = source_span(*verb.span())
    meant = closest(verb[0], VERBS)
    return Fault(
        "unknown-suppression",
        at,
        verb[0],
        expected=(meant,) if meant else VERBS,
        edits=((at, meant),) if meant else (),
        detail="verb",
    )
