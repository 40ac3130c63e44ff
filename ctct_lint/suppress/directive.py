"""One comment that speaks to the linter: what it says, or why that is not clear."""

from __future__ import annotations

import re
from itertools import pairwise

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.suppress import MARK
from ctct_lint.text.spelling import closest

IGNORE, DISABLE, ENABLE, FILE = "ignore", "disable", "enable", "ignore-file"
VERBS = (IGNORE, DISABLE, ENABLE, FILE)
# Of other linters, as in `disable-next-line`, and no words of a text.
_LONGER = tuple(f"{verb}-" for verb in VERBS)
_START = f"{MARK}:"
_HEAD = re.compile(rf"<!--\s*{re.escape(_START)}\s*")
# What is written by mistake, as in `ctct-lint-ignore`, or begins a text about us.
_LOOSE_HEAD = re.compile(rf"<!--\s*({re.escape(MARK)}[\s:=-]+)")
_VERB = re.compile(r"[A-Za-z]\w*(?:-\w+)*")
_OPEN = re.compile(r"\s*(\[)")
_NO_MORE = re.compile(r"\s*(?:--|:|$)")
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
        return _without_colon(text, start, end)
    verb = _VERB.match(text, head.end(), end)
    if verb is None:
        at = text.index(_START, start)
        return _malformed(text, at, at + len(_START), "nothing")
    if verb[0] not in VERBS:
        return _unknown(verb)
    opening = _OPEN.match(text, verb.end(), end)
    if opening is None:
        bare = _BARE.match(text, verb.end(), end)
        if bare is not None:
            return _without_brackets(text, bare)
        return Directive(verb[0], start, end, verb.start(), verb.end())
    return _with_selectors(text, verb, opening.end(), (start, end))


def _without_colon(text: str, start: int, end: int) -> Fault | None:
    """Return the fault of a comment that lacks the colon; None if it is only prose."""
    head = _LOOSE_HEAD.match(text, start, end)
    verb = None if head is None else _VERB.match(text, head.end(), end)
    if head is None or verb is None:
        return None
    at = head.start(1)
    bare = _BARE.match(text, verb.end(), end)
    meant = _meant_by(verb, end, has_codes=bare is not None)
    if meant is not None:
        codes = "" if bare is None else _bracketed(bare)
        last = verb.end() if bare is None else bare.end()
        edit = (at, last, f"{_START} {meant}{codes}")
        return _malformed(text, at, verb.end(), "colon", edit)
    if verb[0].startswith(_LONGER):
        return _malformed(text, at, verb.end(), "colon")
    return None


def _meant_by(verb: re.Match[str], end: int, *, has_codes: bool) -> str | None:
    """Return the verb if it is surely one: with codes, or with nothing behind it."""
    brackets = _OPEN.match(verb.string, verb.end(), end)
    if verb[0] not in VERBS:
        return closest(verb[0], VERBS) if brackets else None
    alone = _NO_MORE.match(verb.string, verb.end(), end)
    return verb[0] if has_codes or brackets or alone else None


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
    edit = (*bare.span(), _bracketed(bare))
    end = bare.end(1) - bare[1].endswith(")")
    return _malformed(text, bare.start(1), end, "bare", edit)


def _bracketed(bare: re.Match[str]) -> str:
    codes = ", ".join(re.findall(r"\w+", bare[1]))
    return f"[{codes}]"


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
