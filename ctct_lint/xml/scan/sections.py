"""CDATA sections: where they end, and where they were meant to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, SPACE, S, margin, skip_space, trimmed_range
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source

CDATA, END = "<![CDATA[", "]]>"
# Of a section that begins where no text may stand.
STRAY = "stray"
# Of one behind which elements stand that may have been meant as such.
ELEMENTS = "elements"
# What parts a `]]>` inside of a section: the section ends and another one begins.
_PARTING = "]]><![CDATA["
_PARTED = f"]]{_PARTING}>"
_MISSPELT = lazy(
    f"<(?:!{S}{{0,3}}[\\[({{]?|\\[){S}{{0,3}}CDATA(?:{S}{{0,3}}[\\[({{])?",
    re.IGNORECASE,
)
_TAG = lazy(f"<(/?){S}*({QNAME})")
_NEARLY_CLOSED = lazy(f"(?:\\]\\]?>|\\]\\]{S}*(?:>|&gt;)?){S}*\\Z")
_OPENINGS = re.compile(f"(?:{S}*<!\\[CDATA\\[)+")
_IN_VALUE = lazy("<[^<>=]+=(?:[^<>=]+=)*\\s*(?:\"[^\"]*|'[^']*)")
_MOST_LEVELS = 50
_LONGEST_TAG = 1000


def read_cdata(source: Source, at: int, names: Sequence[str]) -> Token:
    """Read the CDATA section at `at`; `names` are the elements open around it."""
    body = at + len(CDATA)
    close = source.find(END, body)
    if names and _is_stray(source, names[-1], body, close):
        return _without_start(source, at, body)
    sibling = _sibling(source, names, body, close)
    if sibling >= 0:
        _, last = trimmed_range(source.text, body, sibling)
        return _unclosed(source, at, sibling, last)
    end = _swallowed_end(source, names, body, close)
    if end >= 0:
        return _unclosed(source, at, end, end)
    if close < 0:
        return Token("section", at, len(source.text), cut=True)
    token = Token("section", at, close + len(END))
    _extend(source, token, names, body)
    return token


def read_misspelt_cdata(source: Source, at: int, names: Sequence[str]) -> Token | None:
    """Read a CDATA section that begins `<![cdata[`, `<[CDATA[` or the like.

    None if it has no `]]>` of its own inside the element around it.
    """
    text = source.text
    found = _MISSPELT.match(text, at)
    if found is None:
        return None
    body = found.end()
    close, following = source.find(END, body), source.find(CDATA, body)
    end = source.end_tag(names[-1], body) if names else -1
    if close < 0 or 0 <= following < close or 0 <= end < close:
        return None
    token = Token("section", at, close + len(END))
    token.add(draft("malformed-cdata", text, at, body, TextEdit(at, body, CDATA)))
    _extend(source, token, names, body)
    return token


def _is_stray(source: Source, name: str, body: int, close: int) -> bool:
    """Tell whether a section begins among elements, and has no `]]>` of its own.

    The element around, of this name, holds no text; a child or its own end follows.
    """
    text, parent = source.text, source.meant(name)
    if close >= 0 and source.find(CDATA, body) not in range(body, close):
        return False
    if not source.model.holds_no_text(parent):
        return False
    found = _TAG.match(text, skip_space(text, body + text.startswith(">", body)))
    if found is None:
        return False
    if found[1]:
        return found[2] == name
    return source.model.may_contain(parent, source.meant(found[2]))


def _without_start(source: Source, at: int, body: int) -> Token:
    end = body + source.text.startswith(">", body)
    fault = draft("unclosed-cdata", source.text, at, body, TextEdit(at, end, ""))
    fault.detail = STRAY
    token = Token("comment", at, end)
    token.add(fault)
    return token


def _swallowed_end(source: Source, names: Sequence[str], body: int, close: int) -> int:
    """Return the end tag before which the section lost its own end, or -1.

    Without any `]]>` that is the first one of the elements around. Else it is one
    that is followed by another element's section, whose `]]>` is not this one's.
    """
    if close < 0:
        ends = (source.end_tag(n, body) for n in reversed(names[-_MOST_LEVELS:]))
        return next((end for end in ends if end >= 0), -1)
    end = source.end_tag(names[-1], body) if names else -1
    if not 0 <= end < close or source.text.find(CDATA, end, close) < 0:
        return -1
    following = _TAG.match(source.text, source.text.find("<", close))
    is_foreign = following and following[1] and following[2] not in names
    return end if is_foreign else -1


def _sibling(source: Source, names: Sequence[str], body: int, close: int) -> int:
    """Return where what follows the element around begins if its end is lost; else -1.

    A sibling is told from markup in a section by its line, which has the same margin.
    """
    text, model = source.text, source.model
    start = text.rfind("<", 0, body - len(CDATA))
    place = margin(text, start) if names[1:] and start >= 0 else None
    if place is None or not text.startswith(f"<{names[-1]}", start):
        return -1
    own = source.end_tag(names[-1], body)
    is_own = own >= 0 and source.start_tag(names[-1], body, own) < 0
    if is_own or (close >= 0 and _ends_element(source, names, close + len(END))):
        return -1
    high = min((end for end in (own, close) if end >= 0), default=len(text))
    parent = source.meant(names[-2])
    at = text.find(f"\n{place}<", body, high)
    while at >= 0:
        found = _TAG.match(text, at + 1 + len(place))
        if found and not found[1] and model.may_contain(parent, source.meant(found[2])):
            return at + 1 + len(place)
        at = text.find(f"\n{place}<", at + 1, high)
    return -1


def _unclosed(source: Source, at: int, end: int, last: int) -> Token:
    """Read a section up to `end`, whose `]]>` belongs to `last`, or is broken there."""
    text, body = source.text, at + len(CDATA)
    nearly = _NEARLY_CLOSED.search(text, max(body, last - 20), last)
    edit = TextEdit(nearly.start() if nearly else last, last, END)
    token = Token("section", at, end)
    token.add(draft("unclosed-cdata", text, at, body, edit))
    return token


def _extend(source: Source, token: Token, names: Sequence[str], body: int) -> None:
    """Let a section that ends too early go on to where it was meant to end."""
    close = token.end - len(END)
    is_parted = source.text.startswith(_PARTED, close - len("]]"))
    if not names or is_parted or close < source.sections_read:
        return
    last, is_there = _meant_end(source, names, body, close)
    if last == close:
        return
    fault = draft("early-cdata-end", source.text, close, close + len(END))
    fault.relate(token.start, body, CDATA)
    token.add(fault)
    token.end = last + len(END) if is_there else last
    fault.edits = _unwrapping(source.text, body, close, last)
    if fault.edits:
        fault.detail = CDATA
        return
    ends = [m.start() for m in re.finditer(END, source.text[close:last])]
    fault.edits = [TextEdit(close + e + 2, close + e + 2, _PARTING) for e in ends]
    if not is_there:
        fault.edits.append(TextEdit(last, last, END))
    if not source.model.holds_text_only(source.meant(names[-1])):
        # Elements behind the section may be what they seem to be.
        fault.detail = ELEMENTS if _TAG.search(source.text, close, last) else ""


def _unwrapping(text: str, body: int, close: int, last: int) -> list[TextEdit]:
    """Return the edits that take sections away that are all that a section holds."""
    openings = _OPENINGS.match(text, body, close)
    between = text[close:last]
    if openings is None or between.replace(END, "").strip(SPACE):
        return []
    if openings[0].count(CDATA) != between.count(END):
        return []
    return [TextEdit(*openings.span(), ""), TextEdit(close, last, "")]


def _meant_end(
    source: Source, names: Sequence[str], body: int, close: int
) -> tuple[int, bool]:
    """Return where the section was meant to end, and whether its `]]>` is there.

    A `]]>` in what follows says that it goes on, and so does a `<![CDATA[` inside.
    """
    text = source.text
    nested = text.find(CDATA, body, close) >= 0
    if _ends_element(source, names, close + len(END)):
        return _end_of_wrapped(source, names, close) if nested else close, True
    limit = source.end_tag(names[-1], close)
    stray, at = -1, close + len(END)
    while (found := text.find(END, at, limit if limit >= 0 else None)) >= 0:
        if text.find(CDATA, at, found) < 0:
            stray = stray if _is_hidden(text, at, found) else found
        elif not nested:
            return close, True
        at = found + len(END)
        if stray >= 0 and _ends_element(source, names, at):
            is_doubled = not nested and not text[close + len(END) : found].strip(SPACE)
            return (close if is_doubled else found), True
    source.sections_read = max(at, limit)
    is_leaf = source.model.holds_text_only(source.meant(names[-1]))
    last = max(stray, close)
    if is_leaf and last + nested > close and 0 <= text.find("<", last, limit) < limit:
        return limit, False
    return (last if nested else close), True


def _is_hidden(text: str, start: int, at: int) -> bool:
    """Tell whether a place is in a comment, an instruction or a quoted value."""
    for opening, closing in (("<!--", "-->"), ("<?", "?>")):
        if text.rfind(opening, start, at) > text.rfind(closing, start, at):
            return True
    tag = text.rfind("<", max(start, at - _LONGEST_TAG), at)
    return tag >= 0 and _IN_VALUE.fullmatch(text, tag, at) is not None


def _end_of_wrapped(source: Source, names: Sequence[str], close: int) -> int:
    """Return the end of a section that holds the whole element once more."""
    after = close + len(END)
    end = source.text.find(END, after)
    inside = source.text[after:end] if 0 <= end < after + len(names[-1]) + 100 else ""
    is_own = re.fullmatch(f"{S}*</{re.escape(names[-1])}{S}*>{S}*", inside)
    return end if is_own and _ends_element(source, names, end + len(END)) else close


def _ends_element(source: Source, names: Sequence[str], at: int) -> bool:
    """Tell whether what follows ends the element, or is its next sibling.

    A sibling says so of elements of the format that hold nothing but text.
    """
    text, model = source.text, source.model
    at = skip_space(text, at)
    found = _TAG.match(text, at)
    if found is None:
        return at >= len(text)
    if found[1]:
        return found[2] in names[-_MOST_LEVELS:]
    inner, outer = (source.meant(name) for name in (*names[:-3:-1], "")[:2])
    return model.holds_text_only(inner) and model.may_contain(
        outer, source.meant(found[2])
    )
